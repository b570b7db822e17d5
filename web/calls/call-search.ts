import type { CallSearch } from '../../src/calls/rules/call-search.ts';
import type { CallOutcome } from '../../src/calls/rules/call-status.ts';

export type { CallSearch };

export const outcomes: readonly CallOutcome[] = [
  'answered',
  'voicemail',
  'missed',
  'abandoned',
  'external',
  'no-answer',
  'machine',
  'failed',
];
export const directions = ['inbound', 'outbound'] as const;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const matching = (pattern: RegExp, value: unknown): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/**
 * What the log shows, kept in the address: a link, a reload and "back" show the same rows. Anything else in the address
 * is left out. No zod here: this is part of the first load.
 */
export const readCallSearch = (search: Record<string, unknown>): CallSearch => {
  // A number in the address is read as a number by the router: "q=030" must stay text.
  const q =
    typeof search['q'] === 'string' || typeof search['q'] === 'number'
      ? String(search['q']).slice(0, 100)
      : '';
  const known = {
    q: q === '' ? undefined : q,
    direction: directions.find((each) => each === search['direction']),
    outcome: outcomes.find((each) => each === search['outcome']),
    departmentId: matching(uuid, search['departmentId']),
    staffId: matching(uuid, search['staffId']),
    personId: matching(uuid, search['personId']),
    from: matching(day, search['from']),
    to: matching(day, search['to']),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
};

export const sameSearch = (one: CallSearch, other: CallSearch): boolean => {
  const text = (search: CallSearch): string =>
    JSON.stringify(Object.entries(search).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
};
