import type { Channel } from './contact-request.ts';

export type PhonePoint = {
  number: string;
  preferred: boolean;
  takesSms: boolean;
  unreachable: boolean;
};
export type EmailPoint = { email: string; preferred: boolean };

export type ContactPoint = { to: string | null; reachable: boolean };

const fits = (point: PhonePoint, channel: Channel): boolean =>
  !point.unreachable && (channel !== 'sms' || point.takesSms);

const preferredFirst = <T extends { preferred: boolean }>(points: readonly T[]): T[] =>
  points.toSorted((a, b) => Number(b.preferred) - Number(a.preferred));

/**
 * Which number or address a contact goes to.
 * @param wanted the one that was asked for; it may be a relative's, of which nothing is known here
 */
export const chooseContactPoint = (
  channel: Channel,
  wanted: string | null,
  phones: readonly PhonePoint[],
  emails: readonly EmailPoint[],
): ContactPoint => {
  if (channel === 'in-app' || channel === 'push') return { to: null, reachable: true };
  if (channel === 'email')
    return { to: wanted?.toLowerCase() ?? preferredFirst(emails)[0]?.email ?? null, reachable: true };
  if (wanted !== null) {
    const own = phones.find(({ number }) => number === wanted);
    return { to: wanted, reachable: own === undefined || fits(own, channel) };
  }
  const ordered = preferredFirst(phones);
  const usable = ordered.find((point) => fits(point, channel));
  return { to: usable?.number ?? ordered[0]?.number ?? null, reachable: usable !== undefined };
};
