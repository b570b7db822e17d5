import type { SoftphoneToken } from '../../src/staff/rules/staff-views.ts';
import { reconnectPause } from './reconnect-pause.ts';
import { readSandboxMessage, type FromSandbox, type ToSandbox } from './sandbox-messages.ts';
import type { Report } from './softphone-device.ts';

interface SandboxSocketOptions {
  /** A fresh token for each attempt: the old one may have expired. */
  fetchToken: () => Promise<SoftphoneToken>;
  onMessage: (message: FromSandbox) => void;
  report: Report;
}

export interface SandboxSocket {
  send: (message: ToSandbox) => void;
  reconnect: () => void;
  close: () => void;
}

const pingMilliseconds = 15_000;
const silenceMilliseconds = 35_000;

/** A signalling socket that comes back by itself, and notices when the other side is silent without having closed. */
export const openSandboxSocket = ({ fetchToken, onMessage, report }: SandboxSocketOptions): SandboxSocket => {
  let socket: WebSocket | null = null;
  let failures = 0;
  let closed = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let lastHeard = 0;

  const retryLater = (): void => {
    if (closed) return;
    failures += 1;
    const pause = reconnectPause(failures, Math.random());
    report({ type: 'connection', connection: 'lost', retryAt: Date.now() + pause });
    clearTimeout(retryTimer);
    retryTimer = setTimeout(connect, pause);
  };

  const attach = (attempt: WebSocket): void => {
    socket = attempt;
    attempt.addEventListener('message', (event) => {
      lastHeard = Date.now();
      const message = readSandboxMessage(event.data);
      if (message === null) return;
      if (message.t === 'registered') failures = 0;
      onMessage(message);
    });
    attempt.addEventListener('close', () => {
      if (socket !== attempt) return;
      socket = null;
      retryLater();
    });
  };

  const connect = (): void => {
    clearTimeout(retryTimer);
    if (closed || socket !== null) return;
    lastHeard = Date.now();
    fetchToken().then(
      ({ url, token }) => {
        if (closed || socket !== null || url === null) return;
        const address = new URL(url);
        address.searchParams.set('token', token);
        attach(new WebSocket(address));
      },
      () => retryLater(),
    );
  };

  const watch = setInterval(() => {
    if (socket === null) return;
    if (Date.now() - lastHeard > silenceMilliseconds) {
      const silent = socket;
      socket = null;
      silent.close();
      retryLater();
    } else if (socket.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify({ t: 'ping' } satisfies ToSandbox));
    }
  }, pingMilliseconds);

  report({ type: 'connection', connection: 'connecting' });
  connect();
  return {
    send: (message) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    reconnect: connect,
    close: () => {
      closed = true;
      clearInterval(watch);
      clearTimeout(retryTimer);
      socket?.close();
    },
  };
};
