import type { FastifyInstance } from 'fastify';
import type { Account } from '../account.ts';
import type { Store } from '../records/store.ts';
import type { Settings } from '../settings.ts';
import { answerErrors } from './api-error.ts';
import { apiGuide } from './api-guide.ts';
import { callRoutes } from './call.routes.ts';
import { clientRoutes } from './client.routes.ts';
import { eventRoutes } from './event.routes.ts';
import type { Exchange } from './exchange.ts';
import { handsetRoutes } from './handset.routes.ts';
import { messageRoutes, type WriteMessage } from './message.routes.ts';
import { ownPagesOnly } from './own-pages-only.ts';

export type TelephonesApiOptions = {
  readonly exchange: Exchange;
  readonly account: Account;
  readonly store: Store;
  readonly settings: Settings;
  /** Takes a text message that somebody writes at a handset. */
  readonly write: WriteMessage;
  readonly exposed: boolean;
};

/** The HTTP API by which people's telephones are driven; register it under `/telephones/api`. */
export function telephonesApi(app: FastifyInstance, options: TelephonesApiOptions): void {
  const { exchange, account, store, settings, write, exposed } = options;
  answerErrors(app);
  ownPagesOnly(app, { exposed });
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(apiGuide()));
  handsetRoutes(app, exchange);
  messageRoutes(app, exchange, store, write);
  clientRoutes(app, exchange, account);
  eventRoutes(app, exchange.feed, exchange.engine.network.closing);
  callRoutes(app, exchange, store, settings);
}
