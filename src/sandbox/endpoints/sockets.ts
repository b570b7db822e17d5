import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { Account } from '../account.ts';
import { identityOf } from './access-token.ts';
import { connectClient } from './client-socket.ts';
import type { Exchange } from './exchange.ts';
import { refusal } from './own-pages-only.ts';
import { connectTelephones } from './telephones-socket.ts';

const BAD_TOKEN = 4401;
const FOREIGN_PAGE = 4403;

type SocketOptions = {
  readonly exchange: Exchange;
  readonly account: Account;
  /** Whether the telephones page is served; without it its socket is refused too. */
  readonly telephones: { readonly exposed: boolean } | null;
};

/** The sockets of the sandbox: `/client` for staff's browsers, `/telephones/socket` for the telephones page. */
export async function sockets(
  app: FastifyInstance,
  { exchange, account, telephones }: SocketOptions,
): Promise<void> {
  await app.register(websocket, { options: { maxPayload: 1024 * 1024 } });
  // Any web page may connect here: the token, not the page, proves who it is.
  app.get<{ Querystring: { token?: string } }>('/client', { websocket: true }, async (socket, request) => {
    const identity = await identityOf(
      account,
      request.query.token ?? '',
      exchange.engine.network.clock.now(),
    );
    if (identity === null) return socket.close(BAD_TOKEN, 'The token is not valid for this account.');
    // The browser may have gone while its token was looked at.
    if (socket.readyState !== socket.OPEN) return;
    connectClient(exchange, exchange.clients.ensure(identity), socket);
  });
  app.get('/telephones/socket', { websocket: true }, (socket, request) => {
    if (!telephones || refusal(request, telephones.exposed)) return socket.close(FOREIGN_PAGE, 'Refused.');
    connectTelephones(exchange, socket);
  });
}
