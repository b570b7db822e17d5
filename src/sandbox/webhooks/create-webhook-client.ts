import { randomUUID } from 'node:crypto';
import type { BadDay } from '../bad-day/bad-day.ts';
import { callbackFate } from '../bad-day/callback-fate.ts';
import type { SandboxClock } from '../clock.ts';
import type { InspectorKind } from '../records/inspector-entry.ts';
import type { InspectorStore } from '../records/inspector-store.ts';
import { type Asking, askServer, type Question, type Reply } from './ask-server.ts';
import { CallbackLane } from './callback-lane.ts';
import { CookieJars } from './cookie-jars.ts';
import { documentOf } from './document-of.ts';
import { HttpFailure } from './http-exchange.ts';
import type { CallDocument, DocumentRequest, StatusRequest, WebhookClient } from './webhook-client.ts';

export type WebhookSurroundings = {
  readonly authToken: string;
  readonly clock: SandboxClock;
  readonly inspector: InspectorStore;
  readonly badDay: BadDay;
  /** From 0 to 1 (exclusive). */
  readonly random: () => number;
};

const CALLBACK_WARNING = 15003;

export function createWebhookClient(surroundings: WebhookSurroundings): WebhookClient {
  const { authToken, badDay, clock } = surroundings;
  const closing = new AbortController();
  const under = new Set<Promise<unknown>>();
  const lanes = new Map<string, CallbackLane>();
  const delayMs = () => badDay.current().webhooks.delayMs;
  const asking: Asking = { authToken, clock, cookies: new CookieJars(), delayMs };

  const keep = <T>(work: Promise<T>): Promise<T> => {
    const kept = work.finally(() => under.delete(kept));
    under.add(kept);
    return kept;
  };
  const laneOf = (sid: string): CallbackLane => {
    const lane = lanes.get(sid) ?? new CallbackLane((ms) => clock.sleep(ms, closing.signal).catch(() => {}));
    lanes.set(sid, lane);
    return lane;
  };

  const fetchDocument = async (request: DocumentRequest): Promise<CallDocument> => {
    const signal = request.signal ? AbortSignal.any([request.signal, closing.signal]) : closing.signal;
    const note = noteFor(surroundings, request.sid);
    const first = await documentFrom(asking, { ...questionOf(request, note), signal });
    if (first.kind !== 'error') return first;
    note('error', `${first.code} ${first.message}`, { url: request.url });
    if (!request.fallback) return first;
    const { url, method } = request.fallback;
    const extra = { ...request.extra, ErrorCode: String(first.code), ErrorUrl: request.url };
    const second = await documentFrom(asking, {
      ...questionOf({ ...request, url, method, extra }, note),
      signal,
    });
    if (second.kind === 'error') note('error', `${second.code} ${second.message}`, { url });
    return second;
  };

  const postStatus = async (request: StatusRequest): Promise<void> => {
    if (closing.signal.aborted) return;
    const fate = callbackFate(badDay.current().callbacks, surroundings.random());
    const note = noteFor(surroundings, request.sid);
    if (fate !== 'sent') note('event', `Bad day: callback ${fate}`, { url: request.url });
    // One token for both: a duplicate is the same request again.
    const question = { ...questionOf(request, note), token: randomUUID(), signal: closing.signal };
    const lane = laneOf(request.sid);
    await lane.add(async () => {
      const failure = await callbackFailure(asking, question);
      if (failure !== null) note('error', `${CALLBACK_WARNING} ${failure}`, { url: request.url });
    }, fate);
    if (lane.idle) lanes.delete(request.sid);
  };

  return {
    fetchDocument: (request) => keep(fetchDocument(request)),
    postStatus: (request) => keep(postStatus(request)),
    async close() {
      closing.abort(new Error('The sandbox is closing.'));
      while (under.size > 0) await Promise.allSettled(under);
    },
  };
}

async function documentFrom(asking: Asking, question: Question): Promise<CallDocument> {
  try {
    return documentOf(await askServer(asking, question));
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { kind: 'error', url: question.url, code: error.code, message: error.message };
  }
}

/** Null when the callback arrived; else why not. */
async function callbackFailure(asking: Asking, question: Question): Promise<string | null> {
  try {
    const { status }: Reply = await askServer(asking, question);
    return status < 400 ? null : `The server answered ${status}`;
  } catch (error) {
    return error instanceof HttpFailure ? `${error.code} ${error.message}` : 'The sandbox was closed';
  }
}

type Note = (kind: InspectorKind, title: string, detail: object) => void;

function noteFor({ inspector, clock }: WebhookSurroundings, sid: string): Note {
  return (kind, title, detail) => inspector.add({ sid, at: clock.now(), kind, title, detail });
}

type Asked = StatusRequest & Pick<DocumentRequest, 'cookies' | 'extra'>;

function questionOf(request: Asked, note: Note): Omit<Question, 'signal'> {
  return {
    url: request.url,
    method: request.method,
    parameters: request.parameters,
    extra: request.extra ?? {},
    cookieOwner: request.cookies ?? request.sid,
    onRequest: ({ url, method, parameters, token, cookie }) =>
      note('webhook-request', `${method} ${url.href}`, { parameters, token, cookie }),
    onAnswer: ({ status, headers, body }, ms) =>
      note('webhook-response', `${status} after ${ms} ms`, {
        contentType: headers['content-type'] ?? null,
        body,
      }),
  };
}
