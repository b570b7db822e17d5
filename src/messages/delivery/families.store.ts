import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { longestFamilyWait } from '../rules/leave-together.ts';

/** Families that this transaction may take messages of, among those that have some due; other workers have the others. */
export const lockFamilies = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> => {
  const { rows } = await sql<{ family: string }>`
    WITH due AS MATERIALIZED (
      SELECT DISTINCT family FROM message_outbox WHERE clinic_id = ${trx.clinicId} AND family IS NOT NULL AND NOT held AND due_at <= ${now}
      ORDER BY family LIMIT ${limit})
    SELECT family FROM due WHERE pg_try_advisory_xact_lock(hashtextextended(${trx.clinicId}::text || family, 0))`.execute(
    trx,
  );
  return rows.map(({ family }) => family);
};

/**
 * How much later the last visit of the family begins on the day of each message's own, of those that the same message
 * will be written about and is not yet.
 * @returns by message, in seconds; none where nobody is waited for
 */
export const selectComingInFamily = async (
  trx: ClinicTransaction,
  messageIds: readonly string[],
  timeZone: string,
): Promise<Map<string, number>> => {
  const { rows } = await sql<{ id: string; seconds: number }>`
    SELECT m.id, max(extract(epoch FROM later.starts_at - own.starts_at))::integer AS seconds
    FROM messages m
    JOIN appointments own ON own.clinic_id = m.clinic_id AND own.id = m.appointment_id
    JOIN LATERAL (
      SELECT m.recipient_id AS id UNION
      SELECT g.patient_id FROM patient_guardians g WHERE g.clinic_id = m.clinic_id AND g.guardian_id = m.recipient_id AND g.speaks_for
    ) member ON member.id <> m.patient_id
    JOIN appointments later ON later.clinic_id = m.clinic_id AND later.patient_id = member.id
      AND later.status IN ('booked', 'confirmed') AND later.starts_at > own.starts_at
      AND later.starts_at <= own.starts_at + make_interval(hours => ${longestFamilyWait.hours})
      AND (later.starts_at AT TIME ZONE ${timeZone})::date = (own.starts_at AT TIME ZONE ${timeZone})::date
    WHERE m.clinic_id = ${trx.clinicId} AND m.id = ANY(${messageIds}::uuid[])
      AND NOT EXISTS (SELECT FROM messages x WHERE x.clinic_id = m.clinic_id AND x.patient_id = member.id
        AND x.appointment_id = later.id AND x.template_id = m.template_id AND x.status <> 'withdrawn')
    GROUP BY m.id`.execute(trx);
  return new Map(rows.map(({ id, seconds }) => [id, seconds]));
};

/** A message that leaves in another one. */
export type Member = { id: string; key: string; instanceId: string | null };

/** What left in these messages. */
export const selectMembers = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<(leaderId: string) => Member[]> => {
  if (ids.length === 0) return () => [];
  const { rows } = await sql<Member & { leaderId: string }>`
    SELECT id, key, instance_id AS "instanceId", together_with AS "leaderId" FROM messages
    WHERE clinic_id = ${trx.clinicId} AND together_with = ANY(${ids}::uuid[]) ORDER BY id`.execute(trx);
  const byLeader = Map.groupBy(rows, ({ leaderId }) => leaderId);
  return (leaderId) =>
    byLeader.get(leaderId)?.map(({ id, key, instanceId }) => ({ id, key, instanceId })) ?? [];
};

/** It has to be tried again: each waits for itself, as its own visit may be over by then, and they are gathered anew. */
export const partMembers = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  dueAt: Temporal.Instant,
): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    WITH parted AS (
      UPDATE messages SET together_with = NULL, status = 'waiting' WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])
      RETURNING id, conversation_id, template_id)
    INSERT INTO message_outbox (clinic_id, message_id, due_at, family)
    SELECT ${trx.clinicId}, id, ${dueAt}, conversation_id || ' ' || template_id FROM parted ORDER BY id
    ON CONFLICT (clinic_id, message_id) DO UPDATE SET due_at = excluded.due_at`.execute(trx);
};

/** These people and those for whom they decide: whom a family's messages may be about. */
export const selectFamilies = async (
  trx: ClinicTransaction,
  readerIds: readonly string[],
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM patients WHERE clinic_id = ${trx.clinicId} AND id = ANY(${readerIds}::uuid[])
    UNION SELECT patient_id FROM patient_guardians
      WHERE clinic_id = ${trx.clinicId} AND guardian_id = ANY(${readerIds}::uuid[]) AND speaks_for
    ORDER BY id`.execute(trx);
  return rows.map(({ id }) => id);
};
