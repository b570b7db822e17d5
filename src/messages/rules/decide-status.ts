import { unreachableAgain, verdictOn } from './carrier-errors.ts';
import type { MessageFact } from './message-fact.ts';
import type { MessageReason } from './message-order.ts';

/** What the carrier says about a message, in any order and any number of times. */
export type StatusReport = { sid: string; status: string; errorCode: number | null };

export type ReportedMessage = {
  status: string;
  carrierSid: string | null;
  pastSids: readonly string[];
  /** numbers of sids that the carrier took and did not deliver */
  expiresAt: Temporal.Instant | null;
};

/** What a report changes. `again`: it goes back to the outbox. */
export type StatusChange = {
  status: 'sent' | 'delivered' | 'failed' | 'waiting';
  reason: MessageReason | null;
  errorCode: number | null;
  carrierSid: string | null;
  pastSids: readonly string[];
  again: Temporal.Instant | null;
  fact: MessageFact | null;
};

const underWay = new Set(['accepted', 'scheduled', 'queued', 'sending', 'sent']);
const arrived = new Set(['delivered', 'read']);
const lost = new Set(['undelivered', 'failed', 'canceled']);

const failed = (message: ReportedMessage, report: StatusReport, now: Temporal.Instant): StatusChange => {
  const { sid: carrierSid, errorCode } = report;
  const { pastSids, expiresAt } = message;
  const verdict = verdictOn(errorCode);
  const again = now.add(unreachableAgain.pause);
  const inTime = expiresAt === null || Temporal.Instant.compare(again, expiresAt) < 0;
  if (verdict === 'later' && inTime && pastSids.length + 1 < unreachableAgain.attempts)
    return {
      status: 'waiting',
      reason: 'unreachable',
      errorCode,
      carrierSid: null,
      pastSids: [...pastSids, carrierSid],
      again,
      fact: null,
    };
  const reason = verdict === 'later' ? 'unreachable' : verdict;
  const fact = { fact: 'failed', reason } as const;
  return { status: 'failed', reason, errorCode, carrierSid, pastSids, again: null, fact };
};

/** @returns null: the report is old, a repeat, or about an attempt that is over */
export const decideStatus = (
  message: ReportedMessage,
  report: StatusReport,
  now: Temporal.Instant,
): StatusChange | null => {
  const { status, carrierSid, pastSids } = message;
  if (pastSids.includes(report.sid)) return null;
  if (carrierSid !== null && carrierSid !== report.sid) return null;
  // Being sent, or of unknown fate: the report itself says that the carrier has it.
  const open = status === 'sending' || status === 'unknown';
  if (!open && status !== 'sent') return null;
  const known = { reason: null, errorCode: null, carrierSid: report.sid, pastSids, again: null };
  if (lost.has(report.status)) return failed(message, report, now);
  if (arrived.has(report.status)) return { ...known, status: 'delivered', fact: { fact: 'delivered' } };
  if (underWay.has(report.status) && open) return { ...known, status: 'sent', fact: { fact: 'sent' } };
  return null;
};
