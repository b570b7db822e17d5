import http from 'node:http';
import https from 'node:https';
import type { RetryCause } from './connection-overrides.ts';

export type HttpRequest = {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly connectMs: number;
  /** From the start of the request to the end of its answer. */
  readonly readMs: number;
  readonly signal: AbortSignal;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Empty for audio, which is not downloaded. */
  readonly body: string;
};

/** A request without an answer; `code` is the carrier's, `cause` whether it never connected or never answered. */
export class HttpFailure extends Error {
  readonly code: number;
  readonly during: RetryCause;

  constructor(code: number, message: string, during: RetryCause) {
    super(message);
    this.code = code;
    this.during = during;
  }
}

const HTTP_RETRIEVAL_FAILURE = 11200;
const CONNECTION_FAILURE = 11205;
const PROTOCOL_VIOLATION = 11206;
const BAD_HOST_NAME = 11210;
const TLS_FAILURE = 11220;
const RESPONSE_TOO_LARGE = 11750;
const LARGEST_BODY = 64 * 1024;

/** One HTTP request on a connection of its own. Throws `HttpFailure`, or the signal's reason. */
export function exchange(request: HttpRequest): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  let connected = false;
  const secure = request.url.protocol === 'https:';
  const outgoing = (secure ? https : http).request(request.url, {
    method: request.method,
    headers: request.headers,
    // A fresh connection each: a kept one that the server has just closed would look like a failure of the server.
    agent: false,
  });
  const stop = () => outgoing.destroy(reasonOf(request.signal));
  const late = () => outgoing.destroy(new HttpFailure(HTTP_RETRIEVAL_FAILURE, 'No answer in time', 'rt'));
  const unconnected = () =>
    outgoing.destroy(new HttpFailure(CONNECTION_FAILURE, 'No connection in time', 'ct'));
  const timers = [setTimeout(late, request.readMs), setTimeout(unconnected, request.connectMs)];
  request.signal.addEventListener('abort', stop, { once: true });

  outgoing.on('socket', (socket) =>
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      connected = true;
      clearTimeout(timers[1]);
    }),
  );
  outgoing.on('response', (answer) => {
    clearTimeout(timers[1]);
    readAnswer(answer).then(resolve, (error: unknown) => {
      outgoing.destroy();
      reject(failureOf(error, true));
    });
  });
  outgoing.on('error', (error) => reject(failureOf(error, connected)));
  outgoing.end(request.body ?? undefined);
  if (request.signal.aborted) stop();

  return promise.finally(() => {
    for (const timer of timers) clearTimeout(timer);
    request.signal.removeEventListener('abort', stop);
  });
}

async function readAnswer(answer: http.IncomingMessage): Promise<HttpAnswer> {
  const status = answer.statusCode ?? 0;
  if (answer.headers['content-type']?.startsWith('audio/') && status < 300) {
    answer.destroy();
    return { status, headers: answer.headers, body: '' };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY)
      throw new HttpFailure(RESPONSE_TOO_LARGE, 'The answer is larger than 64 kB', 'rt');
    chunks.push(chunk);
  }
  return { status, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8') };
}

function failureOf(error: unknown, connected: boolean): unknown {
  if (!(error instanceof Error) || error instanceof HttpFailure) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new HttpFailure(BAD_HOST_NAME, 'The host is not known', 'ct');
  if (code.startsWith('HPE_')) return new HttpFailure(PROTOCOL_VIOLATION, 'The answer is not HTTP', 'rt');
  if (/CERT|SSL|TLS/.test(code)) return new HttpFailure(TLS_FAILURE, `No secure connection (${code})`, 'ct');
  // Without a code it is the reason somebody gave for stopping.
  if (code === '') return error;
  const what = connected ? 'The connection broke off' : 'No connection';
  return new HttpFailure(CONNECTION_FAILURE, `${what} (${code})`, connected ? 'rt' : 'ct');
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('Aborted.');
}
