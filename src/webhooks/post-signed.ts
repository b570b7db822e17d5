import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { Webhook } from 'standardwebhooks';
import { ForbiddenAddress, isForbiddenHost, lookupBeside, type IsForbidden } from './forbidden-addresses.ts';
import type { DeliveryView } from './rules/webhook-views.ts';
import { failureOf } from './rules/failure-of.ts';

const patienceMs = 15_000;
const mostResponse = 1000;

/** What came back: a status with the beginning of the response, or why there was none. */
export type Answer = Pick<DeliveryView, 'lastStatus' | 'lastResponse' | 'lastFailure'>;

type Letter = { id: string; type: string; timestamp: Temporal.Instant; data: unknown };

/** Not more than is shown: a receiver may answer without end. What PostgreSQL cannot keep as text is left out. */
const beginningOf = async (answer: IncomingMessage): Promise<string | null> => {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > mostResponse) break;
  }
  const kept = text.replaceAll('\0', '').slice(0, mostResponse).toWellFormed().trim();
  return kept === '' ? null : kept;
};

type Post = { url: string; headers: Record<string, string>; body: string; signal: AbortSignal };

/** Not by `fetch`, which asks nobody before it connects. Follows no redirects. */
const post = async (
  { url, headers, body, signal }: Post,
  isForbidden: IsForbidden,
): Promise<IncomingMessage> => {
  const { hostname, protocol } = new URL(url);
  if (isForbiddenHost(hostname, isForbidden)) throw new ForbiddenAddress();
  const { request } = protocol === 'https:' ? https : http;
  // A connection of its own: one that is kept was looked at for somebody else.
  const options = { method: 'POST', headers, signal, agent: false, lookup: lookupBeside(isForbidden) };
  const asked = request(url, options);
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  // It may still fail when the answer has begun, and nobody waits for it any more.
  asked.on('error', () => {});
  asked.end(body);
  return (await answered)[0];
};

/**
 * Sends as Standard Webhooks say. The id is the same at every attempt, so that a receiver that took it without our
 * hearing so recognises it.
 */
export const postSigned = async (
  { url, secret, isForbidden }: { url: string; secret: Uint8Array; isForbidden: IsForbidden },
  { id, type, timestamp, data }: Letter,
  now: Temporal.Instant,
): Promise<Answer> => {
  const body = JSON.stringify({ type, timestamp: timestamp.toString(), data });
  const sentAt = new Date(now.epochMilliseconds);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Frontdesk',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.epochMilliseconds / 1000)),
    'webhook-signature': new Webhook(secret, { format: 'raw' }).sign(id, sentAt, body),
  };
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const answer = await post({ url, headers, body, signal }, isForbidden);
    // It fails by itself when it breaks off, even where nobody reads it any more.
    answer.on('error', () => {});
    // The status counts; a response that breaks off only leaves nothing to show.
    const lastResponse = await beginningOf(answer).catch(() => null);
    answer.destroy();
    return { lastStatus: answer.statusCode ?? null, lastResponse, lastFailure: null };
  } catch (error) {
    const lastFailure = signal.aborted ? 'timeout' : failureOf(error);
    return { lastStatus: null, lastResponse: null, lastFailure };
  }
};

export const isTaken = ({ lastStatus }: Answer): boolean =>
  lastStatus !== null && lastStatus >= 200 && lastStatus < 300;
