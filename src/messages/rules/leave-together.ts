/** How what several visits of one day are written about to one reader leaves as one message. */

/** A visit later on the same day is waited for so long, lest the family hears of each by itself. */
export const longestFamilyWait = { hours: 4 };

/** Two messages that fall due in one moment are not ordered in one moment. */
const slack = { seconds: 90 };

/** More names than these make no message that somebody reads. */
const mostTogether = 5;

const isLater = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) > 0;

/** The day of a visit, of the clinic's calendar. */
export const visitDay = (startsAt: Temporal.Instant, timeZone: string): string =>
  startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Whether what is written about the one visit waits for what will be about the other; `families.store.ts` asks the same. */
export const isWaitedFor = (own: Temporal.Instant, other: Temporal.Instant, timeZone: string): boolean =>
  isLater(other, own) &&
  !isLater(other, own.add(longestFamilyWait)) &&
  visitDay(own, timeZone) === visitDay(other, timeZone);

/**
 * Until when a message waits for what will be written about the others of the family; null: for nobody.
 * @param seconds how much later the last visit begins that is waited for; undefined: there is none
 */
export const waitsUntil = (
  { createdAt, expiresAt }: { createdAt: Temporal.Instant; expiresAt: Temporal.Instant | null },
  seconds: number | undefined,
): Temporal.Instant | null => {
  if (seconds === undefined) return null;
  const until = createdAt.add({ seconds }).add(slack);
  return expiresAt !== null && !isLater(expiresAt, until) ? null : until;
};

/** Until when all of them wait; null: they leave now. */
export const latestWait = (
  waits: readonly (Temporal.Instant | null)[],
  now: Temporal.Instant,
): Temporal.Instant | null =>
  waits
    .filter((at) => at !== null && isLater(at, now))
    .toSorted((a, b) => Temporal.Instant.compare(a!, b!))
    .at(-1) ?? null;

/** The messages that these make. */
export const messagesOf = <One>(together: readonly One[]): One[][] =>
  Array.from({ length: Math.ceil(together.length / mostTogether) }, (_, index) =>
    together.slice(index * mostTogether, (index + 1) * mostTogether),
  );
