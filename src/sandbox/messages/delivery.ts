import type { CalleeOutcome } from '../bad-day/bad-day.ts';
import type { MessageRecord, MessageStatus } from '../records/message-record.ts';

/** The stations of a message on its way, each after a moment (milliseconds). */
export type Station = {
  readonly afterMs: number;
  readonly status: MessageStatus;
  readonly errorCode: number | null;
};

const UNREACHABLE = 30003;
const REASONS: Readonly<Record<number, string>> = { [UNREACHABLE]: 'Unreachable destination handset' };

/** The way of a message to a telephone; one that fails calls does not get messages either. */
export function wayOf(outcome: CalleeOutcome | null): readonly Station[] {
  const sent: Station = { afterMs: 150, status: 'sent', errorCode: null };
  return outcome === 'failed'
    ? [sent, { afterMs: 300, status: 'undelivered', errorCode: UNREACHABLE }]
    : [sent, { afterMs: 250, status: 'delivered', errorCode: null }];
}

/** What changes in the record at a station. */
export function arrivedAt(station: Station, now: number): Partial<MessageRecord> {
  return {
    status: station.status,
    updatedAt: now,
    errorCode: station.errorCode,
    errorMessage: station.errorCode === null ? null : (REASONS[station.errorCode] ?? null),
    ...(station.status === 'sent' ? { sentAt: now } : {}),
  };
}
