import net from 'node:net';
import { StartFailure } from './platform/start-failure.ts';

const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/** An address that reaches a server which listens on this host and port. */
export const urlOf = (host: string, port: number): string => {
  const name = everywhere[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${name}:${port}`;
};

/** A port for `PORT=0`. It must be known before we listen, because it is part of our public address. */
export const choosePort = (host: string, port: number): Promise<number> =>
  port !== 0
    ? Promise.resolve(port)
    : new Promise((resolve, reject) => {
        const probe = net.createServer();
        probe.once('error', (error) => reject(listenFailure(error) ?? error));
        probe.listen(0, host, () => {
          const { port: free } = probe.address() as net.AddressInfo;
          probe.close(() => resolve(free));
        });
      });

type ListenError = { code?: string; port?: number; address?: string };

/** What to do about an address that cannot be listened on; null for every other error. */
export const listenFailure = (error: unknown): StartFailure | null => {
  const { code, port, address } = error as ListenError;
  switch (code ?? '') {
    case 'EADDRINUSE':
      return new StartFailure(
        `Port ${port} on ${address} is in use. Stop the other program, or set PORT (and SANDBOX_PORT) to a free one.`,
      );
    case 'EACCES':
      return new StartFailure(`Port ${port} may not be used by this account. Set PORT to 1024 or above.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartFailure(
        `HOST is no address of this machine. Set HOST to one of its addresses, or 127.0.0.1.`,
      );
    default:
      return null;
  }
};
