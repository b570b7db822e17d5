import { otherCountries } from './abroad-contact-rules.ts';
import type { ContactRule } from './contact-rule.ts';
import { houseRules } from './house-contact-rules.ts';
import { unitedStates } from './us-contact-rules.ts';

/**
 * The rules as data: where, for what, the numbers, from when on, who says so, and where and when that was read. A change of
 * law is a change of these lists, with its date; what is decided on a day follows the rules of that day. Engineering input,
 * not legal advice.
 */
export const contactRules: readonly ContactRule[] = [...unitedStates, ...otherCountries, ...houseRules];
