/** What decides about an order at the moment it is due, besides the gate. */
type DueOrder = {
  expiresAt: Temporal.Instant;
  needsStanding: boolean;
  /** null: there is no such appointment any more */
  appointmentStatus: string | null;
  /** the workflow that ordered it has ended for this person */
  isUnwanted: boolean;
};

const over: ReadonlySet<string> = new Set(['cancelled', 'no-show']);

/** @returns why it is of no use any more; null: it is */
export const staleReason = (
  { expiresAt, needsStanding, appointmentStatus, isUnwanted }: DueOrder,
  now: Temporal.Instant,
): 'expired' | 'appointment-gone' | 'withdrawn' | null => {
  if (isUnwanted) return 'withdrawn';
  if (Temporal.Instant.compare(expiresAt, now) <= 0) return 'expired';
  if (needsStanding && (appointmentStatus === null || over.has(appointmentStatus))) return 'appointment-gone';
  return null;
};
