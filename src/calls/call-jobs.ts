import { z } from 'zod';
import type { Carrier } from '../ports/carrier/carrier.port.ts';
import type { JobKind } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import type { CallDependencies } from './apply-fact.ts';
import type { LinkFor } from './call-links.ts';

const hook = z.object({ endpoint: z.string(), query: z.record(z.string(), z.string()) });
const ids = { clinicId: z.uuid(), callId: z.uuid() };

export type CarrierEffect = { clinicId: string; callId: string; sid: string } & (
  | { effect: 'redirect'; hook: z.infer<typeof hook> }
  | { effect: 'end' }
);

/** Something the carrier must do with a call. Repeating either is harmless: the same address again, or ended already. */
export const carrierEffectJob: JobKind<CarrierEffect> = {
  name: 'calls.carrier-effect',
  data: z.discriminatedUnion('effect', [
    z.object({ ...ids, sid: z.string(), effect: z.literal('redirect'), hook }),
    z.object({ ...ids, sid: z.string(), effect: z.literal('end') }),
  ]),
  retries: 4,
  retryDelaySeconds: 1,
  pollSeconds: 1,
  concurrency: 5,
};

/** Somebody got free while callers wait. */
export const fetchBackJob: JobKind<{ clinicId: string }> = {
  name: 'calls.fetch-back',
  data: z.object({ clinicId: z.uuid() }),
  retries: 2,
  retryDelaySeconds: 1,
  pollSeconds: 1,
};

export type PlaceCall = { clinicId: string; callId: string; to: string; askedAt: string };

/** Rings our own telephone for an outbound call. */
export const placeCallJob: JobKind<PlaceCall> = {
  name: 'calls.place',
  data: z.object({ ...ids, to: z.string(), askedAt: z.iso.datetime() }),
  retries: 3,
  retryDelaySeconds: 2,
  pollSeconds: 1,
};

export type CallJobDependencies = CallDependencies & {
  carrier: Carrier;
  log: Log;
  /** for jobs: under the public address */
  linkFor: () => Promise<LinkFor>;
};

export const callJobKinds = [carrierEffectJob, fetchBackJob, placeCallJob];
