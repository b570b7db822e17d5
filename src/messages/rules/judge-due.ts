import type { MessageReason } from './message-order.ts';

/** What decides about a message at the moment it is due, besides the gate. */
export type DueMessage = {
  expiresAt: Temporal.Instant | null;
  needsStanding: boolean;
  /** null: there is no such appointment any more */
  appointmentStatus: string | null;
  /** of the workflow that wanted it */
  workflowIs: 'over' | 'paused' | null;
  /** an attempt was made already and nobody knows what became of it */
  unsure: boolean;
};

const over: ReadonlySet<string> = new Set(['cancelled', 'no-show']);

/** @returns why it must not leave any more; null: it may */
export const staleReason = (message: DueMessage, now: Temporal.Instant): MessageReason | null => {
  // It may have left already: the carrier is asked, whatever happened since.
  if (message.unsure) return null;
  if (message.workflowIs === 'over') return 'withdrawn';
  if (message.expiresAt !== null && Temporal.Instant.compare(message.expiresAt, now) <= 0) return 'expired';
  const { needsStanding, appointmentStatus } = message;
  if (needsStanding && (appointmentStatus === null || over.has(appointmentStatus))) return 'appointment-gone';
  return null;
};
