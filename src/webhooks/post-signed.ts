import { Webhook } from 'standardwebhooks';
import type { DeliveryView } from './rules/webhook-views.ts';
import { failureOf } from './rules/failure-of.ts';

const patienceMs = 15_000;
const mostResponse = 1000;

/** What came back: a status with the beginning of the response, or why there was none. */
export type Answer = Pick<DeliveryView, 'lastStatus' | 'lastResponse' | 'lastFailure'>;

type Letter = { id: string; type: string; timestamp: Temporal.Instant; data: unknown };

/** Not more than is shown: a receiver may answer without end. What PostgreSQL cannot keep as text is left out. */
const beginningOf = async (answer: Response): Promise<string | null> => {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > mostResponse) break;
  }
  const kept = text.replaceAll('\0', '').slice(0, mostResponse).toWellFormed().trim();
  return kept === '' ? null : kept;
};

/**
 * Sends as Standard Webhooks say. The id is the same at every attempt, so that a receiver that took it without our
 * hearing so recognises it.
 */
export const postSigned = async (
  { url, secret }: { url: string; secret: Uint8Array },
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
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    // The status counts; a response that breaks off only leaves nothing to show.
    const lastResponse = await beginningOf(answer).catch(() => null);
    return { lastStatus: answer.status, lastResponse, lastFailure: null };
  } catch (error) {
    return { lastStatus: null, lastResponse: null, lastFailure: failureOf(error) };
  }
};

export const isTaken = ({ lastStatus }: Answer): boolean =>
  lastStatus !== null && lastStatus >= 200 && lastStatus < 300;
