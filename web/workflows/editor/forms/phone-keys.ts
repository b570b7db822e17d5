import { keyMeanings, type KeyMeaning } from '../../../../src/calls/rules/errand.ts';
import type { PhoneCallStep } from '../../../../src/workflows/rules/steps.ts';

export type Keys = PhoneCallStep['keys'];
export type Key = keyof Keys;

/** As they lie on a telephone. */
export const phoneKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const satisfies readonly Key[];

/** What people are used to. */
const usual: Record<KeyMeaning, Key> = {
  confirm: '1',
  reschedule: '2',
  'speak-to-someone': '3',
  'do-not-call': '9',
};

export const withoutKey = (keys: Keys, key: Key): Keys => {
  const { [key]: _, ...rest } = keys;
  return rest;
};

export const withMeaning = (keys: Keys, key: Key, means: KeyMeaning): Keys => ({ ...keys, [key]: means });

/** The same meaning on another key. */
export const withKey = (keys: Keys, from: Key, to: Key): Keys => {
  const means = keys[from];
  return means === undefined ? keys : withMeaning(withoutKey(keys, from), to, means);
};

/** What is not offered yet, on its usual key or else the first free one. @returns null when all is offered */
export const nextKey = (keys: Keys): { key: Key; means: KeyMeaning } | null => {
  const given = Object.values(keys);
  const means = keyMeanings.find((each) => !given.includes(each));
  if (means === undefined) return null;
  const key = [usual[means], ...phoneKeys].find((each) => keys[each] === undefined);
  return key === undefined ? null : { key, means };
};
