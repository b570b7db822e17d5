import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DuplicateReason } from './rules/merge-fields.ts';

/** Two records, the older first: it is the one that the practice knows. */
export type DuplicatePair = { oneId: string; otherId: string; reasons: DuplicateReason[] };

/** The surest first, without those of whom somebody has said that they are two people. */
export const selectDuplicates = async (trx: ClinicTransaction, limit: number): Promise<DuplicatePair[]> => {
  const { rows } = await sql<DuplicatePair>`
    SELECT l.one_id AS "oneId", l.other_id AS "otherId", l.reasons FROM likely_duplicates l
    WHERE l.clinic_id = ${trx.clinicId} AND NOT EXISTS (SELECT FROM distinct_patients d
      WHERE d.clinic_id = l.clinic_id AND d.one_id = l.one_id AND d.other_id = l.other_id)
    ORDER BY l.found DESC, l.one_id, l.other_id LIMIT ${limit}`.execute(trx);
  return rows;
};

/** @returns false when the clinic has not both of them */
export const insertDistinct = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  by: { userId: string; at: Temporal.Instant },
): Promise<boolean> => {
  const { rows } = await sql<{ both: number }>`
    SELECT count(*) AS both FROM patients WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])`.execute(
    trx,
  );
  if (rows[0]?.both !== 2) return false;
  await sql`INSERT INTO distinct_patients (clinic_id, one_id, other_id, said_at, said_by)
    SELECT ${trx.clinicId}, min(id::text)::uuid, max(id::text)::uuid, ${by.at}, ${by.userId} FROM unnest(${ids}::uuid[]) AS id
    ON CONFLICT DO NOTHING`.execute(trx);
  return true;
};
