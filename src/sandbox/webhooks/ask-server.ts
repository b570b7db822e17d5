import { randomUUID } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import { type Connection, connectionFor, type RetryCause } from './connection-overrides.ts';
import type { CookieJars } from './cookie-jars.ts';
import { exchange, type HttpAnswer, HttpFailure } from './http-exchange.ts';
import type { Parameters, WebhookTarget } from './webhook-client.ts';
import { httpRequestFor, type WebhookContent } from './webhook-request.ts';

/** What asking a server needs from its surroundings. */
export type Asking = {
  readonly authToken: string;
  readonly cookies: CookieJars;
  readonly clock: SandboxClock;
  /** How slow webhooks are today, in milliseconds before each request. */
  readonly delayMs: () => number;
};

export type Question = WebhookTarget & {
  readonly parameters: Parameters;
  /** What this request adds to them; not repeated to a server that a redirect names. */
  readonly extra: Parameters;
  /** Whose cookies it carries. */
  readonly cookieOwner: string;
  /** The same for a repetition of the same request. */
  readonly token?: string;
  readonly signal: AbortSignal;
  readonly onRequest: (content: WebhookContent) => void;
  readonly onAnswer: (answer: HttpAnswer, ms: number) => void;
};

export type Reply = HttpAnswer & { readonly url: string; readonly method: 'GET' | 'POST' };

const INVALID_URL = 11100;
const TOO_MANY_REDIRECTS = 11215;
const MOST_REDIRECTS = 10;

/** Asks a server, following its redirects. Throws `HttpFailure`, or the signal's reason. */
export async function askServer(asking: Asking, question: Question): Promise<Reply> {
  let url = parsed(question.url);
  let { method } = question;
  let parameters: Parameters = { ...question.parameters, ...question.extra };
  const connection = connectionFor(url);
  const deadline = performance.now() + connection.totalMs;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const content = { url, method, parameters, token: question.token ?? randomUUID() };
    const answer = await askWithRetries(asking, question, content, { connection, deadline });
    const location = redirectOf(answer);
    if (location === null) return { ...answer, url: withoutFragment(url), method };
    if (answer.status !== 307 && answer.status !== 308) {
      method = 'GET';
      parameters = question.parameters;
    }
    url = parsed(location, url);
  }
  throw new HttpFailure(TOO_MANY_REDIRECTS, `More than ${MOST_REDIRECTS} redirects`, 'rt');
}

type Patience = { readonly connection: Connection; readonly deadline: number };

async function askWithRetries(
  asking: Asking,
  question: Question,
  content: Omit<WebhookContent, 'cookie'>,
  patience: Patience,
): Promise<HttpAnswer> {
  for (let retries = patience.connection.retries; ; retries -= 1) {
    const outcome = await askOnce(asking, question, content, patience);
    const cause = outcome instanceof HttpFailure ? outcome.during : causeOf(outcome.status);
    const again =
      retries > 0 &&
      cause !== null &&
      patience.connection.retryOn.has(cause) &&
      performance.now() < patience.deadline;
    if (again) continue;
    if (outcome instanceof HttpFailure) throw outcome;
    return outcome;
  }
}

async function askOnce(
  asking: Asking,
  question: Question,
  content: Omit<WebhookContent, 'cookie'>,
  { connection, deadline }: Patience,
): Promise<HttpAnswer | HttpFailure> {
  const delay = asking.delayMs();
  if (delay > 0) await asking.clock.sleep(delay, question.signal);
  const cookie = await asking.cookies.header(question.cookieOwner, content.url);
  const request = httpRequestFor(asking.authToken, { ...content, cookie });
  question.onRequest({ ...content, cookie });
  const begun = performance.now();
  const readMs = Math.max(1, Math.min(connection.readMs, deadline - begun));
  try {
    const answer = await exchange({
      ...request,
      connectMs: connection.connectMs,
      readMs,
      signal: question.signal,
    });
    await asking.cookies.take(question.cookieOwner, content.url, answer.headers['set-cookie'] ?? []);
    question.onAnswer(answer, Math.round(performance.now() - begun));
    return answer;
  } catch (error) {
    if (error instanceof HttpFailure) return error;
    throw error;
  }
}

function causeOf(status: number): RetryCause | null {
  if (status >= 500) return '5xx';
  return status >= 400 ? '4xx' : null;
}

function redirectOf(answer: HttpAnswer): string | null {
  return [301, 302, 303, 307, 308].includes(answer.status) ? (answer.headers.location ?? null) : null;
}

function parsed(text: string, base?: URL): URL {
  const url = URL.parse(text, base);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  throw new HttpFailure(INVALID_URL, 'The URL is not an http or https address', 'ct');
}

function withoutFragment(url: URL): string {
  return url.href.slice(0, url.href.length - url.hash.length);
}
