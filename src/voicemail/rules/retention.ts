/** How long a deleted message can be taken back. */
export const hoursInBin = 24;

type Kept = {
  receivedAt: Temporal.Instant;
  /** as the number called, or else the clinic, has set it */
  retentionDays: number;
  binnedAt: Temporal.Instant | null;
};

/** When a message is removed for good: after the time the clinic keeps messages, or soon after somebody deleted it. */
export const keptUntil = ({ receivedAt, retentionDays, binnedAt }: Kept): Temporal.Instant => {
  const byRetention = receivedAt.add({ hours: 24 * retentionDays });
  const byDeletion = binnedAt?.add({ hours: hoursInBin }) ?? byRetention;
  return Temporal.Instant.compare(byDeletion, byRetention) < 0 ? byDeletion : byRetention;
};
