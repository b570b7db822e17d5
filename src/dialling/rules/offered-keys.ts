import { keyMeanings, type KeyMeaning } from '../../calls/rules/errand.ts';
import type { Disclosure } from '../../consent/rules/contact-rule.ts';

type Offered = { key: string; means: KeyMeaning };

const spare = ['9', '8', '0', '7', '6', '5', '4', '3', '2', '1'];

/**
 * The keys in the order in which they are read out: what most people want first. Where the law of the place wants a way
 * to say no in the call itself, there is one, whatever the step says.
 */
export const offeredKeys = (
  keys: Partial<Record<string, KeyMeaning>>,
  disclosures: readonly Disclosure[],
): Offered[] => {
  const own = Object.entries(keys).flatMap(([key, means]) => (means === undefined ? [] : [{ key, means }]));
  const hasNo = own.some(({ means }) => means === 'do-not-call');
  const free = spare.find((key) => keys[key] === undefined);
  const no: Offered[] =
    !hasNo && free !== undefined && disclosures.includes('how-to-opt-out')
      ? [{ key: free, means: 'do-not-call' }]
      : [];
  return [...own, ...no].toSorted(
    (one, other) => keyMeanings.indexOf(one.means) - keyMeanings.indexOf(other.means),
  );
};
