export type CalleeOutcome = 'busy' | 'no-answer' | 'machine' | 'failed';

/** How the sandbox misbehaves. Shares are from 0 to 1, delays in milliseconds. */
export type BadDayState = {
  /** By E.164 number; `*` is every number that has no line of its own. */
  readonly callees: Readonly<Record<string, CalleeOutcome>>;
  readonly rest: {
    readonly delayMs: number;
    readonly errorShare: number;
    readonly requestsPerSecond: number | null;
  };
  readonly callbacks: {
    readonly lostShare: number;
    readonly duplicatedShare: number;
    readonly reorderedShare: number;
  };
  readonly webhooks: { readonly delayMs: number };
  readonly callsPerSecond: number | null;
};

export const GOOD_DAY: BadDayState = {
  callees: {},
  rest: { delayMs: 0, errorShare: 0, requestsPerSecond: null },
  callbacks: { lostShare: 0, duplicatedShare: 0, reorderedShare: 0 },
  webhooks: { delayMs: 0 },
  callsPerSecond: null,
};

/** Everything that is wrong at once: for a first look at what the product makes of it. */
export const TERRIBLE_DAY: BadDayState = {
  callees: {},
  rest: { delayMs: 1500, errorShare: 0.3, requestsPerSecond: 5 },
  callbacks: { lostShare: 0.2, duplicatedShare: 0.3, reorderedShare: 0.3 },
  webhooks: { delayMs: 2000 },
  callsPerSecond: 1,
};

export function isGoodDay({ callees, rest, callbacks, webhooks, callsPerSecond }: BadDayState): boolean {
  const shares = [rest.errorShare, callbacks.lostShare, callbacks.duplicatedShare, callbacks.reorderedShare];
  return (
    Object.keys(callees).length === 0 &&
    [...shares, rest.delayMs, webhooks.delayMs].every((value) => value === 0) &&
    rest.requestsPerSecond === null &&
    callsPerSecond === null
  );
}

/** With the outcome of calls to one number changed; null: what its person does. */
export function withCallee(state: BadDayState, number: string, outcome: CalleeOutcome | null): BadDayState {
  const { [number]: _before, ...others } = state.callees;
  return { ...state, callees: outcome === null ? others : { ...others, [number]: outcome } };
}
