import { inClinic } from '../platform/database/database.ts';
import { loadRouting } from '../routing/load-routing.ts';
import { applyFact } from './apply-fact.ts';
import type { CallJobDependencies } from './call-jobs.ts';
import { waitingCalls } from './unfinished-calls.store.ts';
import { callersToFetchBack } from './rules/fetch-back.ts';

/** Fetches callers away from the waiting music for whom somebody is free now. */
export const fetchBackWaiting = async (deps: CallJobDependencies, clinicId: string): Promise<void> => {
  const callIds = await inClinic(deps.database, clinicId, async (trx) => {
    const waiting = await waitingCalls(trx);
    const [first] = waiting;
    // Whichever number was called, the same people answer.
    const snapshot = first ? await loadRouting(trx, first.clinicNumber, deps.clock.now()) : null;
    return snapshot === null ? [] : callersToFetchBack(snapshot, waiting);
  });
  const linkFor = await deps.linkFor();
  for (const callId of callIds) {
    await applyFact(deps, {
      clinicId,
      callId,
      fact: () => ({ fact: 'somebody-free' }),
      receipt: null,
      link: linkFor({ clinicId, callId }),
    });
  }
};
