import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { plannedForValues } from '../platform/database/prepared-statements.ts';
import type { DuplicateReason } from './rules/merge-fields.ts';

/** Two records, the older first: it is the one that the practice knows. */
export type DuplicatePair = { oneId: string; otherId: string; reasons: DuplicateReason[] };

/**
 * Pairs that may be one person. Each way to find them begins with something that is equal, so that nobody is compared
 * with everybody; what costs most, comparing names letter by letter, comes last.
 */
export const selectDuplicates = async (trx: ClinicTransaction, limit: number): Promise<DuplicatePair[]> => {
  const { rows } = await sql<DuplicatePair>`${plannedForValues}
    WITH people AS MATERIALIZED (
      SELECT id, birth_date, sort_name, given_name AS given FROM patients
      WHERE clinic_id = ${trx.clinicId} AND merged_into IS NULL AND archived_at IS NULL
    ), pairs AS (
      SELECT a.id AS a, b.id AS b,
        CASE WHEN a.sort_name = b.sort_name THEN 'same-name-and-birth-date' ELSE 'similar-name-and-birth-date' END AS reason
      FROM people a JOIN people b ON b.birth_date = a.birth_date AND b.id > a.id
      WHERE CASE WHEN left(a.sort_name, 1) = left(b.sort_name, 1) OR left(a.given, 1) = left(b.given, 1)
        THEN levenshtein_less_equal(left(a.sort_name, 100), left(b.sort_name, 100), 2) <= 2 END
      UNION ALL
      SELECT a.id, b.id, CASE WHEN a.birth_date = b.birth_date THEN 'same-number-and-birth-date' ELSE 'same-number-and-name' END
      FROM patient_phone_numbers n JOIN patient_phone_numbers m ON m.clinic_id = ${trx.clinicId}
        AND m.phone_number = n.phone_number AND m.patient_id > n.patient_id
      JOIN people a ON a.id = n.patient_id JOIN people b ON b.id = m.patient_id
      WHERE n.clinic_id = ${trx.clinicId} AND (a.sort_name = b.sort_name AND (a.birth_date IS NULL OR b.birth_date IS NULL)
        OR a.birth_date = b.birth_date AND (a.sort_name = b.sort_name OR plain_text(a.given) = plain_text(b.given)))
      UNION ALL
      SELECT a.id, b.id, 'same-email-and-name'
      FROM patient_emails e JOIN patient_emails f ON f.clinic_id = ${trx.clinicId} AND f.email = e.email AND f.patient_id > e.patient_id
      JOIN people a ON a.id = e.patient_id JOIN people b ON b.id = f.patient_id
      WHERE e.clinic_id = ${trx.clinicId} AND plain_text(a.given) = plain_text(b.given)
    )
    SELECT a AS "oneId", b AS "otherId", array_agg(DISTINCT reason) AS reasons FROM pairs
    WHERE NOT EXISTS (SELECT FROM distinct_patients d WHERE d.clinic_id = ${trx.clinicId} AND d.one_id = a AND d.other_id = b)
    GROUP BY a, b ORDER BY count(*) DESC, a, b LIMIT ${limit}`.execute(trx);
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
