import { firstNumberOfClinic } from '../clinics/clinic-numbers.ts';
import { CarrierError } from '../ports/carrier/carrier.port.ts';
import { inClinic } from '../platform/database/database.ts';
import { handle, type CronHandler, type JobHandler } from '../platform/jobs.ts';
import { applyFact } from './apply-fact.ts';
import {
  carrierEffectJob,
  fetchBackJob,
  placeCallJob,
  type CallJobDependencies,
  type CarrierEffect,
  type PlaceCall,
} from './call-jobs.ts';
import { adoptCarrierSid } from './carrier-calls.store.ts';
import { fetchBackWaiting } from './fetch-back-waiting.ts';
import { reconcileCalls } from './reconcile-calls.ts';
import { reconcileUnknownCalls } from './reconcile-unknown-calls.ts';

const adopt = (deps: CallJobDependencies, { clinicId, callId }: PlaceCall, sid: string): Promise<void> =>
  inClinic(deps.database, clinicId, (trx) => adoptCarrierSid(trx, callId, sid));

const giveUp = async (deps: CallJobDependencies, { clinicId, callId }: PlaceCall): Promise<void> => {
  const link = (await deps.linkFor())({ clinicId, callId });
  await applyFact(deps, {
    clinicId,
    callId,
    fact: () => ({ fact: 'call-progress', status: 'failed' }),
    receipt: null,
    link,
  });
};

/** The carrier knows no idempotency keys: before a second attempt it is asked what became of the first. */
const placeCall = async (
  deps: CallJobDependencies,
  job: PlaceCall,
  attempt: { number: number; last: boolean },
): Promise<void> => {
  const link = (await deps.linkFor())({ clinicId: job.clinicId, callId: job.callId });
  try {
    if (attempt.number > 1) {
      const [placed] = await deps.carrier.callsTo(job.to.split('?')[0]!, Temporal.Instant.from(job.askedAt));
      if (placed) return await adopt(deps, job, placed.sid);
    }
    const from = await inClinic(deps.database, job.clinicId, firstNumberOfClinic);
    const hook = (endpoint: string) => link({ endpoint, query: { turn: '0' } });
    const sid = await deps.carrier.placeCall({
      from: from!,
      to: job.to,
      timeoutSeconds: 30,
      answerUrl: hook('outbound'),
      fallbackUrl: hook('fallback'),
      statusUrl: hook('status-callback'),
    });
    await adopt(deps, job, sid);
  } catch (error) {
    const final = attempt.last || (error instanceof CarrierError && error.failure === 'refused');
    if (!final) throw error;
    await giveUp(deps, job);
  }
};

const carryOut = async (deps: CallJobDependencies, job: CarrierEffect): Promise<void> => {
  try {
    if (job.effect === 'end') return await deps.carrier.endCall(job.sid);
    const link = (await deps.linkFor())({ clinicId: job.clinicId, callId: job.callId });
    await deps.carrier.redirectCall(job.sid, link(job.hook));
  } catch (error) {
    // A leg that is gone has been hung up in the meantime; its own callback tells the rest.
    if (error instanceof CarrierError && error.failure === 'gone') return;
    throw error;
  }
};

export const callJobs = (
  deps: CallJobDependencies,
): { handlers: JobHandler<never>[]; crons: CronHandler[] } => ({
  handlers: [
    handle(carrierEffectJob, (job) => carryOut(deps, job)),
    handle(fetchBackJob, ({ clinicId }) => fetchBackWaiting(deps, clinicId)),
    handle(placeCallJob, (job, attempt) => placeCall(deps, job, attempt)),
  ],
  crons: [
    {
      name: 'calls.reconcile',
      cron: '* * * * *',
      run: async () => {
        await reconcileUnknownCalls(deps);
        await reconcileCalls(deps);
      },
    },
  ],
});
