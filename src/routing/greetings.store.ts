import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';

export type Greeting = {
  id: string;
  language: Language;
  transcript: string;
  seconds: number;
  audio: Uint8Array;
  userId: string;
  at: Temporal.Instant;
};

export const insertGreeting = async (
  trx: ClinicTransaction,
  { id, language, transcript, seconds, audio, userId, at }: Greeting,
): Promise<void> => {
  await trx
    .insertInto('greeting_recordings')
    .values({
      clinic_id: trx.clinicId,
      id,
      language,
      transcript,
      seconds,
      audio: Buffer.from(audio),
      recorded_by: userId,
      recorded_at: at,
    })
    .execute();
};

export const selectGreetingAudio = async (trx: ClinicTransaction, id: string): Promise<Uint8Array | null> => {
  const row = await trx
    .selectFrom('greeting_recordings')
    .select('audio')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.audio ?? null;
};

/** @returns how many there were that neither the calls nor a draft nor a publication use */
export const deleteUnusedGreetings = async (
  trx: ClinicTransaction,
  recordedBefore: Temporal.Instant,
): Promise<number> => {
  const result = await trx
    .deleteFrom('greeting_recordings as g')
    .where('g.clinic_id', '=', trx.clinicId)
    .where('g.recorded_at', '<', recordedBefore)
    .where(
      sql<boolean>`NOT EXISTS (
        SELECT FROM (
          SELECT document::text AS uses FROM routing_publications WHERE clinic_id = ${trx.clinicId}
          UNION ALL SELECT document::text FROM routing_drafts WHERE clinic_id = ${trx.clinicId}
          UNION ALL SELECT recordings::text FROM call_settings WHERE clinic_id = ${trx.clinicId}
          UNION ALL SELECT voicemail_recordings::text FROM departments WHERE clinic_id = ${trx.clinicId}
        ) everything WHERE everything.uses LIKE '%' || g.id || '%')`,
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};
