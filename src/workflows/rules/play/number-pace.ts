import { channelOf, type Contact } from './contact.ts';
import type { KnownPerson } from './scene-view.ts';
import type { World } from './world.ts';

const dayOf = (at: Temporal.Instant, timeZone: string): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDate().toString();

/**
 * Until when a contact waits because its number has said enough for that day. Only of the day on which it was asked how
 * much that is: what other workflows will send later nobody knows.
 */
export const keptByNumber = (
  { paces, at, calendar: { timeZone } }: Pick<KnownPerson, 'paces' | 'at' | 'calendar'>,
  { effect }: Contact,
  { now, counted }: World,
): Temporal.Instant | null => {
  const channel = channelOf(effect);
  const pace = channel === 'sms' || channel === 'call' ? paces[channel] : undefined;
  const day = dayOf(at, timeZone);
  if (pace === undefined || pace.dailyCap === null || dayOf(now, timeZone) !== day) return null;
  const own = counted.filter((one) => one.channel === channel && dayOf(one.at, timeZone) === day).length;
  if (pace.sentToday + own < pace.dailyCap) return null;
  return now.toZonedDateTimeISO(timeZone).startOfDay().add({ days: 1 }).toInstant();
};
