import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { eraseVoicemail } from './erase-voicemail.ts';
import { selectExpired } from './retention.store.ts';
import { fetchJob, transcribeJob, type VoicemailDependencies } from './voicemail-work.ts';
import { selectClinicIds, selectStuck } from './voicemail-upkeep.store.ts';

/** Rows of one transaction: audio is large, and a long one would hold up the portal. */
const batch = 100;

const eraseExpired = async (
  deps: VoicemailDependencies,
  clinicId: string,
  now: Temporal.Instant,
): Promise<void> => {
  const why = { action: 'voicemail.expired', userId: null, at: now } as const;
  for (let removed = batch; removed === batch;) {
    removed = await inClinic(deps.database, clinicId, async (trx) => {
      const expired = await selectExpired(trx, now, batch);
      for (const id of expired) await eraseVoicemail(trx, id, why, deps.send);
      return expired.length;
    });
  }
};

/** Jobs give up after a while; the rows still say what is missing. */
const resumeStuck = async (
  trx: ClinicTransaction,
  deps: VoicemailDependencies,
  now: Temporal.Instant,
): Promise<void> => {
  for (const { id, needs } of await selectStuck(trx, now.subtract({ hours: 1 }))) {
    const kind = needs === 'fetch' ? fetchJob : transcribeJob;
    await deps.send(trx, kind, { clinicId: trx.clinicId, voicemailId: id }, { key: id });
  }
};

/** Hourly: removes what was kept long enough or deleted a day ago, and takes up again what was left undone. */
export const keepVoicemailUp = async (deps: VoicemailDependencies): Promise<void> => {
  const now = deps.clock.now();
  for (const clinicId of await selectClinicIds(deps.database)) {
    await eraseExpired(deps, clinicId, now);
    await inClinic(deps.database, clinicId, (trx) => resumeStuck(trx, deps, now));
  }
};
