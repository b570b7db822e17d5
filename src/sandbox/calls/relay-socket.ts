import { WebSocket } from 'ws';
import { firstOf } from './first-of.ts';
import { Inbox } from './inbox.ts';
import { pause } from './network.ts';
import { webhookSignature } from '../webhooks/signature.ts';
import type { Run } from './run.ts';

const CONNECT_MS = 5000;
const LARGEST_FRAME = 1024 * 1024;

export type RelaySocket = {
  /** Texts as they arrive; null once the other side has closed or the connection broke. */
  readonly incoming: Inbox<string | null>;
  send(frame: object): void;
  close(): void;
};

/** Opens the signed websocket of a conversation; null when it cannot be reached. */
export async function openRelaySocket(run: Run, url: string): Promise<RelaySocket | null> {
  const { network } = run;
  const socket = new WebSocket(url, {
    headers: { 'X-Twilio-Signature': webhookSignature(network.account.authToken, url, {}) },
    maxPayload: LARGEST_FRAME,
  });
  const incoming = new Inbox<string | null>();
  socket.on('message', (data: Buffer) => incoming.put(data.toString('utf8')));
  socket.on('close', () => incoming.put(null));
  const opened = new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true));
    socket.on('error', () => resolve(false));
  });
  try {
    const open = await firstOf<boolean>(
      run.signal,
      () => opened,
      (signal) => pause(network, CONNECT_MS, signal).then(() => false),
    );
    if (!open) {
      socket.terminate();
      return null;
    }
  } catch (error) {
    socket.terminate();
    throw error;
  }
  return {
    incoming,
    send: (frame) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
    },
    close: () => {
      socket.close(1000);
      // A server that never answers the closing handshake must not hold the socket open.
      setTimeout(() => socket.terminate(), 1000).unref();
    },
  };
}
