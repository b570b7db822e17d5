import pg from 'pg';

/**
 * A client that survives the loss of its connection. While one is checked out of a pool nobody listens to its errors,
 * and an error event without a listener ends the process: a database that goes away would take us with it. The query
 * under way is rejected all the same, and the pool replaces the client.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}
