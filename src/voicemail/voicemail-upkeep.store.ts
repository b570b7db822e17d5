import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';

/** Voicemails received before `before` whose audio was never fetched, or never written down. */
export const selectStuck = async (
  trx: ClinicTransaction,
  before: Temporal.Instant,
): Promise<{ id: string; needs: 'fetch' | 'transcribe' }[]> => {
  const rows = await trx
    .selectFrom('voicemail_messages')
    .select(['id', 'audio_status'])
    .where('clinic_id', '=', trx.clinicId)
    .where('deleted_at', 'is', null)
    .where('received_at', '<', before)
    .where((where) =>
      where.or([
        where('audio_status', '=', 'pending'),
        where.and([where('audio_status', '=', 'ready'), where('transcription', '=', 'pending')]),
      ]),
    )
    .execute();
  return rows.map((row) => ({ id: row.id, needs: row.audio_status === 'pending' ? 'fetch' : 'transcribe' }));
};

/** The callers' own legs among these calls of the carrier. Read before the clinic is known. */
export const selectCallerLegs = (
  database: Database,
  callSids: string[],
): Promise<{ callSid: string; clinicId: string; callId: string }[]> =>
  database
    .selectFrom('carrier_calls')
    .select(['carrier_sid as callSid', 'clinic_id as clinicId', 'call_id as callId'])
    .where('carrier_sid', 'in', callSids)
    .where('staff_id', 'is', null)
    .execute();

/** What the call says about a message left in it. */
export const selectCallContext = async (
  trx: ClinicTransaction,
  callId: string,
): Promise<{ departmentId: string | null; language: Language } | null> => {
  const row = await trx
    .selectFrom('call_logs')
    .select(['department_id as departmentId', sql<Language>`language`.as('language')])
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', callId)
    .executeTakeFirst();
  return row ?? null;
};

export const selectClinicIds = async (database: Database): Promise<string[]> => {
  const rows = await database.selectFrom('clinics').select('id').execute();
  return rows.map(({ id }) => id);
};

export const countSealedContent = (
  trx: ClinicTransaction,
): Promise<{ recordings: number; transcripts: number }> =>
  trx
    .selectFrom('voicemail_messages')
    .select((select) => [
      select.fn.count<number>('audio').as('recordings'),
      sql<number>`count(transcript) + count(corrected)`.as('transcripts'),
    ])
    .where('clinic_id', '=', trx.clinicId)
    .executeTakeFirstOrThrow();
