import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';

export type NewWay = { id: string; conversationId: string; recipientId: string; language: 'en' | 'de' };

/** Messages that wait go to somebody else, or to another number of theirs; what leaves together does so there. */
export const moveToWay = async (trx: ClinicTransaction, ways: readonly NewWay[]): Promise<void> => {
  await sql`
    WITH ways AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(ways)}::jsonb)
        AS r(id uuid, "conversationId" uuid, "recipientId" uuid, language text)
    ), planned AS (
      UPDATE message_outbox o SET family = ways."conversationId" || ' ' || m.template_id
      FROM ways JOIN messages m ON m.clinic_id = ${trx.clinicId} AND m.id = ways.id
      WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = ways.id AND o.family IS NOT NULL)
    UPDATE messages m SET conversation_id = ways."conversationId", recipient_id = ways."recipientId", language = ways.language
    FROM ways WHERE m.clinic_id = ${trx.clinicId} AND m.id = ways.id`.execute(trx);
};
