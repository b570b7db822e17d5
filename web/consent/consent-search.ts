import { channels, purposes } from './choices.ts';

export const tabs = ['records', 'optOuts', 'rules'] as const;
export type Tab = (typeof tabs)[number];

export interface ConsentSearch {
  show?: Tab;
  q?: string;
  purpose?: string;
  channel?: string;
  /** also what is withdrawn or lifted */
  all?: true;
}

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((one) => one === value);

/** Only what is a filter is taken from the address. */
export const readConsentSearch = (search: Record<string, unknown>): ConsentSearch => {
  const show = oneOf(tabs, search['show']);
  const purpose = oneOf(purposes, search['purpose']);
  const channel = oneOf(channels, search['channel']);
  const q = search['q'];
  return {
    ...(show === undefined || show === 'records' ? {} : { show }),
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 100) } : {}),
    ...(purpose === undefined ? {} : { purpose }),
    ...(channel === undefined ? {} : { channel }),
    ...(search['all'] === true ? { all: true as const } : {}),
  };
};
