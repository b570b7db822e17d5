import type * as PhoneLibrary from 'libphonenumber-js/min';
import { useSyncExternalStore } from 'react';

type Library = typeof PhoneLibrary;

// 100 kB of numbering plans: loaded beside the first page, and numbers show as E.164 until it is there.
let library: Library | null = null;
let loading = false;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (!loading) {
    loading = true;
    import('libphonenumber-js/min').then(
      (loaded) => {
        library = loaded;
        for (const each of listeners) each();
      },
      () => {
        loading = false; // the next number shown tries again
      },
    );
  }
  return () => listeners.delete(listener);
};

export interface PhoneNumbers {
  /** `+13125550123` → `+1 312 555 0123`; anything else stays as it is. */
  format: (number: string) => string;
  /** What a person typed → E.164, or null. `near` is a number whose country is assumed when none is typed. */
  parse: (typed: string, near: string | undefined) => string | null;
}

const readers = (loaded: Library | null): PhoneNumbers => ({
  format: (number) => loaded?.parsePhoneNumberFromString(number)?.formatInternational() ?? number,
  parse: (typed, near) => {
    const country = near === undefined ? undefined : loaded?.parsePhoneNumberFromString(near)?.country;
    const parsed = loaded?.parsePhoneNumberFromString(typed, country);
    return parsed?.isPossible() === true ? parsed.number : null;
  },
});
const without = readers(null);
let withLibrary: PhoneNumbers | null = null;

/** Reading and writing of telephone numbers; redraws when the numbering plans have arrived. */
export const usePhoneNumbers = (): PhoneNumbers =>
  useSyncExternalStore(subscribe, () => {
    if (library === null) return without;
    withLibrary ??= readers(library);
    return withLibrary;
  });
