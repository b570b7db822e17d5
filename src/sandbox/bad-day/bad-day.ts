import { z } from 'zod';
import type { SettingStore } from '../records/setting-store.ts';

const share = z.number().min(0).max(1);
const delayMs = z.number().int().min(0).max(60_000);

export const calleeOutcome = z.enum(['busy', 'no-answer', 'machine', 'failed']);
/** How a called number behaves whatever its person would do. */
export type CalleeOutcome = z.infer<typeof calleeOutcome>;

/** Everything that may go wrong, as a whole; the defaults are a good day. */
export const badDayState = z.strictObject({
  /** By E.164 number; `*` is every number that has no line of its own. */
  callees: z.record(z.string().regex(/^(\*|\+\d{3,15})$/), calleeOutcome).default({}),
  rest: z
    .strictObject({
      delayMs: delayMs.default(0),
      /** How many of the requests fail with a 500, from 0 to 1. */
      errorShare: share.default(0),
      /** How many are carried out although their sender is told 500. */
      lostAnswerShare: share.default(0),
      /** More than this many requests in a second are refused with 20429; null: no limit. */
      requestsPerSecond: z.number().int().min(1).max(10_000).nullable().default(null),
    })
    .prefault({}),
  /** Status callbacks: which share is lost, sent twice, or sent after its successor. */
  callbacks: z
    .strictObject({
      lostShare: share.default(0),
      duplicatedShare: share.default(0),
      reorderedShare: share.default(0),
    })
    .prefault({}),
  /** Added before each webhook request. */
  webhooks: z.strictObject({ delayMs: delayMs.default(0) }).prefault({}),
  /** How many new outgoing calls begin in a second, the rest wait in the queue; null: no limit. */
  callsPerSecond: z.number().min(0.1).max(1000).nullable().default(null),
});

export type BadDayState = Readonly<z.infer<typeof badDayState>>;

export type BadDay = {
  current(): BadDayState;
  /** Replaces the whole state; what is not given is good again. */
  replace(state: z.input<typeof badDayState>): BadDayState;
};

/** The state of the bad day, kept over a restart. */
export function loadBadDay(store: SettingStore): BadDay {
  let state = badDayState.catch(badDayState.parse({})).parse(store.get('bad-day') ?? {});
  return {
    current: () => state,
    replace(next) {
      state = badDayState.parse(next);
      store.put('bad-day', state);
      return state;
    },
  };
}

/** What happens to a call to this number; null: what its person does. */
export function outcomeFor(state: BadDayState, number: string): CalleeOutcome | null {
  return state.callees[number] ?? state.callees['*'] ?? null;
}
