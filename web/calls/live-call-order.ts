import type { CallStatus } from '../../src/calls/rules/call-status.ts';
import type { LiveCall } from '../../src/calls/rules/call-views.ts';

const rank: Record<CallStatus, number> = {
  ringing: 0,
  waiting: 1,
  held: 2,
  menu: 3,
  connected: 4,
  external: 5,
  voicemail: 6,
  script: 7,
  ended: 8,
};

/** Emergencies and those that need somebody first; of these, who has been there longest. */
export const byUrgency = (one: LiveCall, other: LiveCall): number =>
  Number(one.emergency === null) - Number(other.emergency === null) ||
  rank[one.status] - rank[other.status] ||
  one.startedAt.localeCompare(other.startedAt);

/** Seconds after which a caller without a person is shown in red. */
const patience: Partial<Record<CallStatus, number>> = { waiting: 60, held: 90, ringing: 30 };

export const waitsTooLong = (call: Pick<LiveCall, 'status'>, seconds: number): boolean =>
  seconds >= (patience[call.status] ?? Infinity);
