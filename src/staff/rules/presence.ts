/** The portal says every 15 s that it is open; somebody who missed three of them is gone. */
export const staleAfterSeconds = 45;

export const isOnline = (seenAt: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  seenAt !== null && Temporal.Instant.compare(seenAt, now.subtract({ seconds: staleAfterSeconds })) > 0;
