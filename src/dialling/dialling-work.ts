import type { CallDependencies } from '../calls/apply-fact.ts';
import type { LinkFor } from '../calls/call-links.ts';
import type { loadClinicWords } from '../messages/delivery/find-recipients.ts';
import type { Log } from '../platform/log.ts';
import type { Carrier } from '../ports/carrier/carrier.port.ts';

/** What dialling needs from outside. */
export type DiallingDependencies = CallDependencies & {
  log: Log;
  carrier: Pick<Carrier, 'placeCall' | 'callsTo'>;
  linkFor: () => Promise<LinkFor>;
};

/** What the clinic is called, and by which number it calls. */
export type ClinicWords = Awaited<ReturnType<typeof loadClinicWords>>;

/** A call that this worker dials now, and nobody else before the lease is over. */
export type ClaimedCall = {
  orderId: string;
  callId: string;
  attempts: number;
  /** an earlier request began then and nobody knows what became of it: ask before anything else */
  askSince: Temporal.Instant | null;
  from: string;
  to: string;
  leavesMessage: boolean;
};

/** How long a worker may be silent before another takes its calls over. */
export const lease = Temporal.Duration.from({ seconds: 90 });
/** A request to the carrier takes 30 s at most: what is not begun by then is left to the next worker. */
export const leaseMargin = Temporal.Duration.from({ seconds: 35 });
