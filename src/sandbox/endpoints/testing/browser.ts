import { WebSocket, type ClientOptions } from 'ws';

// A message is whatever shape the test knows it to have.
// oxlint-disable-next-line typescript/no-explicit-any
type Message = { readonly t: string; readonly [field: string]: any };

/** A page's end of a socket: keeps what it is told, and waits for what it expects. */
export class Browser {
  readonly told: Message[] = [];
  closeCode: number | null = null;
  readonly #socket: WebSocket;

  constructor(url: string, options: ClientOptions = {}) {
    this.#socket = new WebSocket(url.replace('http', 'ws'), options);
    this.#socket.on('message', (data: Buffer) => this.told.push(JSON.parse(data.toString('utf8'))));
    this.#socket.on('close', (code) => {
      this.closeCode = code;
    });
    this.#socket.on('error', () => undefined);
  }

  say(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** The first message of this kind that has not been waited for yet. */
  async hears(t: string): Promise<Message> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const index = this.told.findIndex((message) => message.t === t);
      const [message] = index < 0 ? [] : this.told.splice(index, 1);
      if (message) return message;
      if (Date.now() > deadline)
        throw new Error(`No ${t} came; instead: ${this.told.map((each) => each.t).join(' ')}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 3);
      });
    }
  }

  close(): void {
    this.#socket.close();
  }
}
