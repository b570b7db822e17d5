/** One call as the carrier keeps it; times are milliseconds since the epoch. */
export type CallRecord = {
  readonly sid: string;
  readonly parentCallSid: string | null;
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  readonly forwardedFrom: string | null;
  readonly callerName: string | null;
  readonly status: CallStatus;
  readonly createdAt: number;
  /** When it left the queue. */
  readonly startedAt: number | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly durationSeconds: number | null;
  readonly answeredBy: string | null;
  readonly sipResponseCode: number | null;
  readonly phoneNumberSid: string | null;
  readonly queueTimeMs: number;
};

export type CallDirection = 'inbound' | 'outbound-api' | 'outbound-dial';

export const CALL_STATUSES = [
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

const LIVE: ReadonlySet<CallStatus> = new Set(['queued', 'initiated', 'ringing', 'in-progress']);

export const isLive = (status: CallStatus): boolean => LIVE.has(status);
