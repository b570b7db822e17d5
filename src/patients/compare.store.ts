import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { plannedForValues } from '../platform/database/prepared-statements.ts';

/**
 * One compares at a time. Two at once would each keep a pair by what they saw before the other, and who deletes patients
 * (a trigger takes the same lock) would leave a pair with nobody in it.
 */
export const lockComparing = async (trx: ClinicTransaction): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`patients.compare:${trx.clinicId}`}, 0))`.execute(
    trx,
  );
};

/** Takes marks of changed people away. Whoever is being changed at this moment keeps theirs: the change is not to be seen yet. */
export const takeMarked = async (trx: ClinicTransaction, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM patients_to_compare WHERE clinic_id = ${trx.clinicId} AND patient_id = ANY(ARRAY(
      SELECT patient_id FROM patients_to_compare WHERE clinic_id = ${trx.clinicId}
      ORDER BY patient_id LIMIT ${limit} FOR UPDATE SKIP LOCKED))
    RETURNING patient_id AS id`.execute(trx);
  return rows.map(({ id }) => id);
};

export const countMarked = async (trx: ClinicTransaction): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM patients_to_compare WHERE clinic_id = ${trx.clinicId}`.execute(trx);
  return rows[0]?.count ?? 0;
};

/**
 * Compares these people with everybody and keeps the pairs. A statement after `takeMarked`, so that it sees every change
 * whose mark was there to be taken. Each way to find a pair begins with something that is equal, so that nobody is
 * compared with all; what costs most, names letter by letter, comes last. A pair that stays is not written again.
 * `OFFSET 0` has the planner go from each person by an index whatever it believes of the tables: right after an import it
 * knows nothing of them, and took minutes.
 */
export const keepPairs = async (trx: ClinicTransaction, ids: readonly string[]): Promise<void> => {
  // Who is merged or archived is left out afterwards: else a smaller index without them is taken that does not begin with ids.
  const withId = (
    id: RawBuilder<unknown>,
  ) => sql`SELECT id, birth_date, sort_name, given_name, merged_into, archived_at
    FROM patients WHERE clinic_id = ${trx.clinicId} AND id = ${id} OFFSET 0`;
  await sql`${plannedForValues}
    WITH marked AS MATERIALIZED (
      SELECT id, birth_date, sort_name, given_name AS given FROM (${withId(sql`ANY(${ids}::uuid[])`)}) AS people
      WHERE merged_into IS NULL AND archived_at IS NULL
    ), pairs AS (
      SELECT a.id AS a, b.id AS b,
        CASE WHEN a.sort_name = b.sort_name THEN 'same-name-and-birth-date' ELSE 'similar-name-and-birth-date' END AS reason
      FROM marked a, LATERAL (SELECT p.id, p.sort_name, p.given_name FROM patients p
        WHERE p.clinic_id = ${trx.clinicId} AND p.birth_date = a.birth_date AND p.merged_into IS NULL AND p.archived_at IS NULL
        OFFSET 0) b
      WHERE b.id <> a.id AND CASE WHEN left(a.sort_name, 1) = left(b.sort_name, 1) OR left(a.given, 1) = left(b.given_name, 1)
        THEN levenshtein_less_equal(left(a.sort_name, 100), left(b.sort_name, 100), 2) <= 2 END
      UNION ALL
      SELECT a.id, b.id, CASE WHEN a.birth_date = b.birth_date THEN 'same-number-and-birth-date' ELSE 'same-number-and-name' END
      FROM marked a, LATERAL (SELECT n.phone_number FROM patient_phone_numbers n
        WHERE n.clinic_id = ${trx.clinicId} AND n.patient_id = a.id OFFSET 0) own,
        LATERAL (SELECT m.patient_id FROM patient_phone_numbers m
          WHERE m.clinic_id = ${trx.clinicId} AND m.phone_number = own.phone_number AND m.patient_id <> a.id OFFSET 0) same,
        LATERAL (${withId(sql`same.patient_id`)}) b
      WHERE b.merged_into IS NULL AND b.archived_at IS NULL AND (
        a.sort_name = b.sort_name AND (a.birth_date IS NULL OR b.birth_date IS NULL)
        OR a.birth_date = b.birth_date AND (a.sort_name = b.sort_name OR plain_text(a.given) = plain_text(b.given_name)))
      UNION ALL
      SELECT a.id, b.id, 'same-email-and-name'
      FROM marked a, LATERAL (SELECT e.email FROM patient_emails e
        WHERE e.clinic_id = ${trx.clinicId} AND e.patient_id = a.id OFFSET 0) own,
        LATERAL (SELECT f.patient_id FROM patient_emails f
          WHERE f.clinic_id = ${trx.clinicId} AND f.email = own.email AND f.patient_id <> a.id OFFSET 0) same,
        LATERAL (${withId(sql`same.patient_id`)}) b
      WHERE b.merged_into IS NULL AND b.archived_at IS NULL AND plain_text(a.given) = plain_text(b.given_name)
    ), found AS (
      SELECT least(a, b) AS one_id, greatest(a, b) AS other_id, array_agg(DISTINCT reason) AS reasons,
        least(count(*), 32767)::smallint AS found
      FROM pairs WHERE a < b OR b NOT IN (SELECT id FROM marked) -- two marked people find each other twice
      GROUP BY 1, 2
    ), gone AS (
      DELETE FROM likely_duplicates d
      WHERE d.clinic_id = ${trx.clinicId} AND (d.one_id = ANY(${ids}::uuid[]) OR d.other_id = ANY(${ids}::uuid[]))
        AND NOT EXISTS (SELECT FROM found f WHERE f.one_id = d.one_id AND f.other_id = d.other_id)
    )
    INSERT INTO likely_duplicates AS d (clinic_id, one_id, other_id, reasons, found)
    SELECT ${trx.clinicId}, one_id, other_id, reasons, found FROM found
    ON CONFLICT (clinic_id, one_id, other_id) DO UPDATE SET reasons = excluded.reasons, found = excluded.found
      WHERE (d.reasons, d.found) IS DISTINCT FROM (excluded.reasons, excluded.found)`.execute(trx);
};
