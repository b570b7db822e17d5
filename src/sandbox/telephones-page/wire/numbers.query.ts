import { useQuery } from '@tanstack/react-query';
import type { Handset } from './handset.ts';
import { request } from './request.ts';

/** A number of the carrier's account: a clinic's. */
type ServedNumber = { readonly phoneNumber: string; readonly friendlyName: string };

const load = (): Promise<{ numbers: readonly ServedNumber[] }> => request('GET', '/numbers');

export const useServedNumbers = (): readonly ServedNumber[] =>
  useQuery({ queryKey: ['numbers'], queryFn: load, staleTime: 30_000 }).data?.numbers ?? [];

/** The number somebody with this telephone would call: their clinic's, else the one most like their own. */
export function numberToCall(
  handset: Pick<Handset, 'number' | 'clinic'>,
  numbers: readonly ServedNumber[],
): string {
  const own = numbers.find(({ friendlyName }) => handset.clinic !== null && friendlyName === handset.clinic);
  const near = numbers.toSorted(
    (a, b) => digitsShared(b.phoneNumber, handset.number) - digitsShared(a.phoneNumber, handset.number),
  )[0];
  return (own ?? near)?.phoneNumber ?? '';
}

/** Country and area come first in a number: the more two numbers begin alike, the nearer they are. */
function digitsShared(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

/** The name a number was given, if any: the carrier names it by its own digits otherwise. */
export function nameOfNumber(number: string, numbers: readonly ServedNumber[]): string | null {
  const name = numbers.find(({ phoneNumber }) => phoneNumber === number)?.friendlyName ?? '';
  return /\p{L}/u.test(name) ? name : null;
}
