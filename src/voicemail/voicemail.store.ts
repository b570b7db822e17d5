import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { VoicemailStatus, VoicemailView } from './rules/voicemail-views.ts';

export type Recording = {
  callId: string;
  recordingSid: string;
  durationSeconds: number;
  departmentId: string | null;
  language: Language;
  receivedAt: Temporal.Instant;
};

export const insertVoicemail = async (
  trx: ClinicTransaction,
  recording: Recording,
): Promise<string | null> => {
  const row = await trx
    .insertInto('voicemail_messages')
    .values({
      clinic_id: trx.clinicId,
      id: randomUUIDv7(),
      call_id: recording.callId,
      recording_sid: recording.recordingSid,
      // Carriers say -1 of what they are still writing.
      duration_seconds: Math.max(0, recording.durationSeconds),
      department_id: recording.departmentId,
      language: recording.language,
      received_at: recording.receivedAt,
      emergency: sql<boolean>`coalesce((SELECT c.emergency IS NOT NULL FROM call_logs c
        WHERE c.clinic_id = ${trx.clinicId} AND c.id = ${recording.callId}), false)`,
    })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'recording_sid']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** @returns the messages of this call that are another thing now */
export const flagOfCall = async (
  trx: ClinicTransaction,
  callId: string,
  emergency: boolean,
): Promise<string[]> => {
  const rows = await trx
    .updateTable('voicemail_messages')
    .set({ emergency })
    .where('clinic_id', '=', trx.clinicId)
    .where('call_id', '=', callId)
    .where('emergency', '<>', emergency)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};

export type VoicemailState = {
  id: string;
  callId: string;
  recordingSid: string;
  audioStatus: VoicemailView['audio'];
  transcription: VoicemailView['transcription'];
  language: Language;
  /** in the bin, out of which it can be taken again */
  binned: boolean;
  /** the content is gone for good */
  deleted: boolean;
};

const selectState = (trx: ClinicTransaction) =>
  trx
    .selectFrom('voicemail_messages')
    .where('clinic_id', '=', trx.clinicId)
    .select(['id', 'call_id as callId', 'recording_sid as recordingSid'])
    .select((db) => [
      sql<VoicemailState['audioStatus']>`audio_status`.as('audioStatus'),
      sql<VoicemailState['transcription']>`transcription`.as('transcription'),
      sql<Language>`language`.as('language'),
      db('binned_at', 'is not', null).$castTo<boolean>().as('binned'),
      db('deleted_at', 'is not', null).$castTo<boolean>().as('deleted'),
    ]);

export const findState = async (trx: ClinicTransaction, id: string): Promise<VoicemailState | null> =>
  (await selectState(trx).where('id', '=', id).executeTakeFirst()) ?? null;

export const findStatesBySids = (
  trx: ClinicTransaction,
  recordingSids: string[],
): Promise<VoicemailState[]> => selectState(trx).where('recording_sid', 'in', recordingSids).execute();

const updateLiving = (trx: ClinicTransaction, id: string) =>
  trx
    .updateTable('voicemail_messages')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null);

const changed = async (update: {
  executeTakeFirst(): Promise<{ numUpdatedRows: bigint }>;
}): Promise<boolean> => (await update.executeTakeFirst()).numUpdatedRows > 0n;

/** @returns false when somebody else has saved it already, or it was deleted meanwhile */
export const saveAudio = (
  trx: ClinicTransaction,
  id: string,
  sealed: Buffer,
  durationSeconds: number,
): Promise<boolean> =>
  changed(
    updateLiving(trx, id)
      .where('audio_status', '<>', 'ready')
      .set({ audio: sealed, audio_status: 'ready', duration_seconds: durationSeconds }),
  );

export const markAudioFailed = (trx: ClinicTransaction, id: string): Promise<boolean> =>
  changed(updateLiving(trx, id).where('audio_status', '=', 'pending').set({ audio_status: 'failed' }));

/** @param sealed null when there is no text */
export const saveTranscription = (
  trx: ClinicTransaction,
  id: string,
  transcription: 'done' | 'unavailable' | 'failed',
  sealed: Buffer | null,
): Promise<boolean> =>
  changed(
    updateLiving(trx, id).where('transcription', '=', 'pending').set({ transcription, transcript: sealed }),
  );

/** Takes the content away for good. The row stays, so that a late callback cannot bring it back. */
export const removeContent = async (
  trx: ClinicTransaction,
  id: string,
  at: Temporal.Instant,
): Promise<{ recordingSid: string } | null> => {
  const row = await updateLiving(trx, id)
    .set({ audio: null, transcript: null, corrected: null, deleted_at: at })
    .returning('recording_sid as recordingSid')
    .executeTakeFirst();
  return row ?? null;
};

/** @returns false when there is no such message, or it lies there already */
export const putInBin = (
  trx: ClinicTransaction,
  id: string,
  by: { userId: string; at: Temporal.Instant },
): Promise<boolean> =>
  changed(
    updateLiving(trx, id).where('binned_at', 'is', null).set({ binned_at: by.at, binned_by: by.userId }),
  );

/** @returns false when it does not lie there */
export const takeFromBin = (trx: ClinicTransaction, id: string): Promise<boolean> =>
  changed(updateLiving(trx, id).where('binned_at', 'is not', null).set({ binned_at: null, binned_by: null }));

/** The sealed audio; null when there is none, or no such voicemail. */
export const selectAudio = async (trx: ClinicTransaction, id: string): Promise<Buffer | null> => {
  const row = await trx
    .selectFrom('voicemail_messages')
    .select('audio')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.audio ?? null;
};

export const markNotified = (trx: ClinicTransaction, id: string, at: Temporal.Instant): Promise<boolean> =>
  changed(updateLiving(trx, id).where('notified_at', 'is', null).set({ notified_at: at }));

export type NoticeRow = {
  clinic: string;
  language: Language;
  timeZone: string;
  department: string | null;
  receivedAt: Temporal.Instant;
  durationSeconds: number;
  notified: boolean;
  /** the department's address, else that of the number called, else the clinic's */
  address: string | null;
};

export const selectForNotice = async (trx: ClinicTransaction, id: string): Promise<NoticeRow | null> => {
  const { rows } = await sql<NoticeRow>`
    SELECT clinics.name AS clinic, clinics.language, clinics.time_zone AS "timeZone", d.name AS department,
           v.received_at AS "receivedAt", v.duration_seconds AS "durationSeconds",
           v.notified_at IS NOT NULL AS notified,
           coalesce(d.voicemail_email, own.voicemail_email, general.voicemail_email) AS address
    FROM voicemail_messages v
    JOIN clinics ON clinics.id = v.clinic_id
    JOIN call_logs c ON c.clinic_id = v.clinic_id AND c.id = v.call_id
    LEFT JOIN departments d ON d.clinic_id = v.clinic_id AND d.id = v.department_id
    LEFT JOIN call_settings own ON own.clinic_id = v.clinic_id AND own.phone_number = c.to_number
    LEFT JOIN call_settings general ON general.clinic_id = v.clinic_id AND general.phone_number IS NULL
    WHERE v.clinic_id = ${trx.clinicId} AND v.id = ${id} AND v.binned_at IS NULL AND v.deleted_at IS NULL`.execute(
    trx,
  );
  return rows[0] ?? null;
};

export const setStatus = (trx: ClinicTransaction, id: string, status: VoicemailStatus): Promise<boolean> =>
  changed(updateLiving(trx, id).where('status', '<>', status).set({ status }));

export const setAssignee = (trx: ClinicTransaction, id: string, staffId: string | null): Promise<boolean> =>
  changed(
    updateLiving(trx, id)
      .where(sql<boolean>`assigned_to IS DISTINCT FROM ${staffId}::uuid`)
      .set({ assigned_to: staffId }),
  );

export const staffExists = async (trx: ClinicTransaction, staffId: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('staff_members')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', staffId)
    .executeTakeFirst();
  return row !== undefined;
};

/** @returns whether there were any */
export const clearAssigned = async (trx: ClinicTransaction, staffId: string): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('voicemail_messages')
    .set({ assigned_to: null })
    .where('clinic_id', '=', trx.clinicId)
    .where('assigned_to', '=', staffId)
    .where('status', '<>', 'done')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
