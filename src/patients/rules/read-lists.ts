import type { PhoneNumber } from './contact-points.ts';
import type { NewPatient } from './patient-draft.ts';
import { readPhoneNumber } from './read-phone-number.ts';

type Typed = Pick<Partial<NewPatient>, 'phoneNumbers' | 'emails' | 'identifiers' | 'tags'>;
type Read = {
  phoneNumbers?: PhoneNumber[];
  emails?: { email: string; preferred: boolean }[];
  identifiers?: { system: string; value: string }[];
  tags?: string[];
};

/** The first of several that are the same; the order stays. */
const once = <T>(all: readonly T[], keyOf: (one: T) => string): T[] =>
  [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();

/** One of several is always preferred, so that nobody has to guess which. */
const withPreferred = <T extends { preferred: boolean }>(all: T[]): T[] =>
  all.length === 0 || all.some(({ preferred }) => preferred)
    ? all
    : all.map((one, place) => (place === 0 ? { ...one, preferred: true } : one));

/**
 * The lists of a form as they are kept: numbers in E.164, nothing twice, one preferred.
 * @returns what is wrong in words that name the place and repeat no value
 */
export const readLists = (
  { phoneNumbers, emails, identifiers, tags }: Typed,
  country: string,
): { ok: true; lists: Read } | { ok: false; fault: string } => {
  const numbers = (phoneNumbers ?? []).map((typed) => ({
    typed,
    read: readPhoneNumber(typed.number, country),
  }));
  const wrong = numbers.findIndex(({ read }) => !read.ok);
  const why = numbers[wrong]?.read;
  if (why?.ok === false) return { ok: false, fault: `phoneNumbers/${wrong}/number: ${why.why}` };
  const read = numbers.flatMap((one) => (one.read.ok ? [{ ...one.typed, number: one.read.number }] : []));
  return {
    ok: true,
    lists: {
      ...(phoneNumbers === undefined
        ? {}
        : { phoneNumbers: withPreferred(once(read, ({ number }) => number)) }),
      ...(emails === undefined ? {} : { emails: withPreferred(once(emails, ({ email }) => email)) }),
      ...(identifiers === undefined
        ? {}
        : { identifiers: once(identifiers, ({ system, value }) => JSON.stringify([system, value])) }),
      ...(tags === undefined ? {} : { tags: once(tags, (tag) => tag) }),
    },
  };
};
