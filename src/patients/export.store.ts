import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { conditionsOf, type FilterMoment } from './patient-filter.store.ts';
import type { PatientFilter } from './rules/patient-filter.ts';

/** One line of the export; lists are joined with a semicolon. */
export type ExportRow = {
  patient_number: string | null;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  salutation: string | null;
  gender: string | null;
  birth_date: string | null;
  language: string | null;
  phone_numbers: string;
  emails: string;
  street: string | null;
  postal_code: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  tags: string;
  balance: string;
  archived: string;
};

const listOf = (column: string, table: string, order: string) => sql`(SELECT coalesce(string_agg(
  ${sql.ref(column)}, '; ' ORDER BY ${sql.raw(order)}), '') FROM ${sql.table(table)} t WHERE t.clinic_id = p.clinic_id AND t.patient_id = p.id)`;

const rowsOf = sql`
  (SELECT min(i.value) FROM patient_identifiers i WHERE i.clinic_id = p.clinic_id AND i.patient_id = p.id AND i.system = 'practice') AS patient_number,
  p.given_name, p.family_name, p.preferred_name, p.salutation, p.gender, p.birth_date, p.language,
  ${listOf('t.phone_number', 'patient_phone_numbers', 't.preferred DESC, t.phone_number')} AS phone_numbers,
  ${listOf('t.email', 'patient_emails', 't.preferred DESC, t.email')} AS emails,
  p.street, p.postal_code, p.city, p.region, p.country,
  ${listOf('t.tag', 'patient_tags', 't.tag')} AS tags,
  to_char(p.balance_cents / 100.0, 'FM999999990.00') AS balance,
  CASE WHEN p.archived_at IS NULL THEN '' ELSE 'yes' END AS archived`;

/** Few enough for one answer of the database, many enough that the way there does not count. */
const atOnce = 1000;

/**
 * Everybody whom the filter finds, by name, read with a cursor of the server's: memory does not grow with the list.
 * @param ids when a search chose them; null for all that the filter finds
 */
export async function* exportRows(
  trx: ClinicTransaction,
  filter: PatientFilter,
  ids: readonly string[] | null,
  moment: FilterMoment,
): AsyncGenerator<ExportRow[]> {
  const chosen = ids === null ? sql`true` : sql`p.id = ANY(${ids}::uuid[])`;
  await sql`DECLARE exported NO SCROLL CURSOR FOR SELECT ${rowsOf} FROM patients p
    WHERE ${conditionsOf(trx, filter, moment)} AND ${chosen} ORDER BY p.sort_name, p.id`.execute(trx);
  for (;;) {
    const { rows } = await sql<ExportRow>`FETCH ${sql.lit(atOnce)} FROM exported`.execute(trx);
    if (rows.length > 0) yield rows;
    if (rows.length < atOnce) return;
  }
}
