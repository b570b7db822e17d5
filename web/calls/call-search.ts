import type { CallOutcome } from '../../src/calls/rules/call-status.ts';

/** What the log shows, kept in the address: a link, a reload and "back" show the same rows. */
export interface CallSearch {
  q?: string;
  direction?: 'inbound' | 'outbound';
  outcome?: CallOutcome;
}

export const outcomes: readonly CallOutcome[] = [
  'answered',
  'voicemail',
  'missed',
  'abandoned',
  'external',
  'no-answer',
  'failed',
];
export const directions = ['inbound', 'outbound'] as const;

/** Anything else in the address is left out. */
export const readCallSearch = (search: Record<string, unknown>): CallSearch => {
  const direction = directions.find((each) => each === search['direction']);
  const outcome = outcomes.find((each) => each === search['outcome']);
  // A number in the address is read as a number by the router: "q=030" must stay text.
  const q =
    typeof search['q'] === 'string' || typeof search['q'] === 'number'
      ? String(search['q']).slice(0, 100)
      : '';
  return {
    ...(q === '' ? {} : { q }),
    ...(direction === undefined ? {} : { direction }),
    ...(outcome === undefined ? {} : { outcome }),
  };
};
