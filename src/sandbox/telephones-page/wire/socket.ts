import type { Handset, HandsetEvent } from './handset.ts';

/** What one end of a conversation tells the other, so that their browsers find each other. */
export type SignalData = {
  readonly sdp?: RTCSessionDescriptionInit;
  readonly candidate?: RTCIceCandidateInit;
};

export type FromSandbox =
  | { readonly t: 'handsets'; readonly handsets: readonly Handset[] }
  | { readonly t: 'event'; readonly number: string; readonly event: HandsetEvent }
  | {
      readonly t: 'bridge';
      readonly number: string;
      readonly callSid: string;
      readonly bridgeId: string;
      readonly offer: boolean;
    }
  | { readonly t: 'unbridge'; readonly number: string; readonly bridgeId: string }
  | { readonly t: 'signal'; readonly number: string; readonly bridgeId: string; readonly data: SignalData }
  | { readonly t: 'pong' };

export type ToSandbox =
  | { readonly t: 'media'; readonly number: string; readonly ready: boolean }
  | { readonly t: 'signal'; readonly number: string; readonly bridgeId: string; readonly data: SignalData };

type Socket = { readonly send: (message: ToSandbox) => void };

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5000;

/**
 * Keeps a socket to the sandbox open, for as long as the page lives: a lost one is opened again.
 * What is sent while it is closed is lost; `onOpen` is the moment to say again what still holds.
 */
export function keepSocketOpen(handlers: {
  onOpen: () => void;
  onLost: () => void;
  onMessage: (message: FromSandbox) => void;
}): Socket {
  let socket: WebSocket | null = null;
  let wait = FIRST_WAIT_MS;
  const open = (): void => {
    const url = new URL('/telephones/socket', location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(url);
    socket.addEventListener('open', () => {
      wait = FIRST_WAIT_MS;
      handlers.onOpen();
    });
    socket.addEventListener('message', (message) => {
      // Page and sandbox are built together: what it says has the shape it says.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      handlers.onMessage(JSON.parse(String(message.data)) as FromSandbox);
    });
    socket.addEventListener('close', () => {
      handlers.onLost();
      setTimeout(open, wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    });
  };
  open();
  return {
    send(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
  };
}
