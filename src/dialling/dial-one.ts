import { findErrandCall, firstUnknown } from '../calls/errand-call.ts';
import { inClinic } from '../platform/database/database.ts';
import { CarrierError } from '../ports/carrier/carrier.port.ts';
import { leaseMargin, type ClaimedCall, type DiallingDependencies } from './dialling-work.ts';
import type { DialOutcome } from './rules/dial-outcome.ts';

/** Long enough to reach a telephone in another room, short enough not to be a nuisance. */
const ringSeconds = 25;
/** Carriers round times and their clocks differ from ours. */
const clockSlack = Temporal.Duration.from({ seconds: 60 });

const outcomeOf = (error: unknown): DialOutcome => {
  if (!(error instanceof CarrierError)) throw error;
  if (error.failure === 'unknown') return { outcome: 'unsure' };
  return error.failure === 'busy'
    ? { outcome: 'not-placed', code: error.code ?? null }
    : { outcome: 'refused' };
};

/** What became of a request whose end nobody heard: its webhooks may have told, else the carrier is asked. */
const askAfter = async (
  deps: DiallingDependencies,
  clinicId: string,
  { callId, from, to }: ClaimedCall,
  since: Temporal.Instant,
): Promise<DialOutcome> => {
  const told = await inClinic(deps.database, clinicId, (trx) => findErrandCall(trx, callId));
  if (told !== null && told.sid !== null) return { outcome: 'placed', sid: told.sid };
  try {
    const calls = await deps.carrier.callsTo(to, since.subtract(clockSlack));
    const placed = calls.filter((call) => call.placed && call.from === from).map(({ sid }) => sid);
    const sid = await inClinic(deps.database, clinicId, (trx) => firstUnknown(trx, placed));
    return sid === null ? { outcome: 'was-not-placed' } : { outcome: 'placed', sid };
  } catch (error) {
    // Not to know what there is means not to know what became of it.
    if (error instanceof CarrierError) return { outcome: 'unsure' };
    throw error;
  }
};

const place = async (
  deps: DiallingDependencies,
  clinicId: string,
  { callId, from, to, leavesMessage }: ClaimedCall,
): Promise<DialOutcome> => {
  const link = (await deps.linkFor())({ clinicId, callId });
  const hook = (endpoint: string): string => link({ endpoint, query: { turn: '0' } });
  try {
    const sid = await deps.carrier.placeCall({
      from,
      to,
      timeoutSeconds: ringSeconds,
      detectMachine: leavesMessage ? 'message' : 'answer',
      answerUrl: hook('script'),
      fallbackUrl: hook('fallback'),
      statusUrl: hook('status-callback'),
    });
    return { outcome: 'placed', sid };
  } catch (error) {
    return outcomeOf(error);
  }
};

/** One request for one call. Nothing is begun that could outlive the lease. */
export const dialOne = async (
  deps: DiallingDependencies,
  clinicId: string,
  call: ClaimedCall,
  leaseEnd: Temporal.Instant,
): Promise<DialOutcome> => {
  if (Temporal.Instant.compare(deps.clock.now(), leaseEnd.subtract(leaseMargin)) > 0)
    return { outcome: 'left' };
  return call.askSince === null ? place(deps, clinicId, call) : askAfter(deps, clinicId, call, call.askSince);
};
