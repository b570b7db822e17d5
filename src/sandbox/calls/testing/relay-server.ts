import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';

const frame = z.looseObject({ type: z.string() });
type Frame = z.infer<typeof frame>;

/** A conversation's server: it keeps what it got, and sends what a test tells it to. */
export async function relayServer() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'string' || address === null ? 0 : address.port;
  const got: Frame[] = [];
  const headers: IncomingHttpHeaders[] = [];
  let socket: WebSocket | null = null;
  server.on('connection', (connection, request) => {
    socket = connection;
    headers.push(request.headers);
    connection.on('message', (data: Buffer) => got.push(frame.parse(JSON.parse(data.toString('utf8')))));
  });
  return {
    url: `ws://127.0.0.1:${port}/relay`,
    got,
    headers,
    send: (message: object) => socket?.send(JSON.stringify(message)),
    sendText: (text: string) => socket?.send(text),
    drop: () => socket?.terminate(),
    connected: () => socket?.readyState === 1,
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
