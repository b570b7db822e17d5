import { sql } from 'kysely';
import type { ClinicTransaction, Database } from '../../platform/database/database.ts';
import { ringBell } from './message-bell.ts';
import type { MessageFact } from '../rules/message-fact.ts';

export const insertFacts = async (
  trx: ClinicTransaction,
  rows: readonly { id: string; instance_id: string; message_id: string; fact: MessageFact }[],
  now: Temporal.Instant,
): Promise<void> => {
  await sql`WITH told AS (
      INSERT INTO message_facts (clinic_id, id, instance_id, message_id, fact, at)
      SELECT ${trx.clinicId}, r.id, r.instance_id, r.message_id, r.fact, ${now}
      FROM jsonb_populate_recordset(NULL::message_facts, ${JSON.stringify(rows)}::jsonb) r RETURNING id
    ), untaken AS (INSERT INTO untaken_message_facts (clinic_id, fact_id) SELECT ${trx.clinicId}, id FROM told)
    SELECT ${ringBell}`.execute(trx);
};

export const selectClinicsWithFacts = async (database: Database, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM clinics c
    WHERE EXISTS (SELECT FROM untaken_message_facts u WHERE u.clinic_id = c.id) LIMIT ${limit}`.execute(
    database,
  );
  return rows.map(({ id }) => id);
};

export type ToldFact = {
  id: string;
  instanceId: string;
  messageId: string;
  fact: MessageFact;
  at: Temporal.Instant;
};

export const takeFacts = async (trx: ClinicTransaction, limit: number): Promise<ToldFact[]> => {
  const { rows } = await sql<ToldFact>`
    WITH due AS (
      SELECT fact_id FROM untaken_message_facts WHERE clinic_id = ${trx.clinicId}
      ORDER BY fact_id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), taken AS (
      DELETE FROM untaken_message_facts u USING due
      WHERE u.clinic_id = ${trx.clinicId} AND u.fact_id = due.fact_id RETURNING u.fact_id
    )
    SELECT f.id, f.instance_id AS "instanceId", f.message_id AS "messageId", f.fact, f.at
    FROM taken t JOIN message_facts f ON f.clinic_id = ${trx.clinicId} AND f.id = t.fact_id ORDER BY f.id`.execute(
    trx,
  );
  return rows;
};
