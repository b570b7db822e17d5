import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import type { CarrierRecording } from '../ports/carrier/carrier.port.ts';
import { decideRepair } from './rules/reconcile-recording.ts';
import { receiveRecording } from './store-recording.ts';
import { fetchJob, releaseJob, type VoicemailDependencies } from './voicemail-work.ts';
import { selectCallContext, selectCallerLegs } from './voicemail-upkeep.store.ts';
import { findStatesBySids, type VoicemailState } from './voicemail.store.ts';

type Found = { recording: CarrierRecording; clinicId: string; callId: string };

/**
 * Which recordings belong to callers of ours. The account may also be used for other things. A call that no webhook
 * told us about is entered by the calls' own reconciliation; its message is found a minute later.
 */
const findOwners = async (database: Database, recordings: CarrierRecording[]): Promise<Found[]> => {
  if (recordings.length === 0) return [];
  const callSids = recordings.map(({ callSid }) => callSid);
  const legs = new Map((await selectCallerLegs(database, callSids)).map((leg) => [leg.callSid, leg]));
  return recordings.flatMap((recording) => {
    const leg = legs.get(recording.callSid);
    return leg ? [{ recording, clinicId: leg.clinicId, callId: leg.callId }] : [];
  });
};

const receive = async (
  trx: ClinicTransaction,
  deps: VoicemailDependencies,
  { recording, callId }: Found,
  now: Temporal.Instant,
): Promise<void> => {
  const call = await selectCallContext(trx, callId);
  if (call === null) return;
  const { sid: recordingSid, durationSeconds, createdAt: receivedAt } = recording;
  // The note locks the call first, as a webhook that comes after all does: the two cannot block each other.
  await deps.noteOnCall(trx, {
    callId,
    kind: 'recorded',
    reason: 'found-at-carrier',
    at: now,
    recordingSid,
  });
  await receiveRecording(trx, { ...call, callId, recordingSid, durationSeconds, receivedAt }, deps.send);
};

const repair = async (
  trx: ClinicTransaction,
  deps: VoicemailDependencies,
  found: Found,
  voicemail: VoicemailState | undefined,
  now: Temporal.Instant,
): Promise<void> => {
  const known = voicemail ? { ...voicemail, audio: voicemail.audioStatus } : null;
  switch (decideRepair(found.recording, known, now)) {
    case 'receive':
      return receive(trx, deps, found, now);
    case 'fetch': {
      const job = { clinicId: trx.clinicId, voicemailId: voicemail!.id };
      return deps.send(trx, fetchJob, job, { key: voicemail!.id });
    }
    case 'release': {
      const recordingSid = found.recording.sid;
      return deps.send(trx, releaseJob, { recordingSid }, { key: recordingSid });
    }
    case 'leave':
  }
};

/**
 * Looks at what the carrier still has of the last day and mends what lost callbacks, lost jobs and crashes left undone:
 * nothing that a caller said is lost, and nothing stays at the carrier.
 */
export const reconcileRecordings = async (deps: VoicemailDependencies): Promise<void> => {
  const now = deps.clock.now();
  const listed = await deps.carrier.listRecordings(now.subtract({ hours: 24 }));
  const byClinic = Map.groupBy(await findOwners(deps.database, listed), ({ clinicId }) => clinicId);
  for (const [clinicId, recordings] of byClinic) {
    await inClinic(deps.database, clinicId, async (trx) => {
      const states = await findStatesBySids(
        trx,
        recordings.map(({ recording }) => recording.sid),
      );
      const bySid = new Map(states.map((state) => [state.recordingSid, state]));
      for (const found of recordings) await repair(trx, deps, found, bySid.get(found.recording.sid), now);
    });
  }
};
