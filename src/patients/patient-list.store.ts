import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { plannedForValues } from '../platform/database/prepared-statements.ts';
import { conditionsOf, type FilterMoment } from './patient-filter.store.ts';
import type { PatientCursor } from './rules/patient-cursor.ts';
import type { PatientFilter, PatientSort } from './rules/patient-filter.ts';
import type { Total } from './rules/patient-views.ts';

type Order = { key: RawBuilder<unknown>; type: RawBuilder<unknown>; descending: boolean };

/** One index each: patients_by_name, patients_by_created, patients_by_age, patients_by_balance. */
const orders: Record<PatientSort, Order> = {
  name: { key: sql`p.sort_name`, type: sql`text`, descending: false },
  newest: { key: sql`p.created_at`, type: sql`timestamptz`, descending: true },
  birthDate: { key: sql`coalesce(p.birth_date, 'infinity'::date)`, type: sql`date`, descending: false },
  balance: { key: sql`p.balance_cents`, type: sql`integer`, descending: true },
};

export type ListedId = { id: string; key: string | number };

/** One page of ids in order, each with the value it stands at. */
export const selectPatientIds = async (
  trx: ClinicTransaction,
  filter: PatientFilter,
  page: { sort: PatientSort; limit: number; after: PatientCursor | null },
  moment: FilterMoment,
): Promise<ListedId[]> => {
  const { key, type, descending } = orders[page.sort];
  const direction = descending ? sql`DESC` : sql`ASC`;
  const beyond = descending ? sql`<` : sql`>`;
  const after =
    page.after === null
      ? sql`true`
      : sql`(${key}, p.id) ${beyond} (${page.after.key}::${type}, ${page.after.id}::uuid)`;
  const { rows } = await sql<{ id: string; key: string | number | Temporal.Instant }>`${plannedForValues}
    SELECT p.id, ${key} AS key FROM patients p WHERE ${conditionsOf(trx, filter, moment)} AND ${after}
    ORDER BY ${key} ${direction}, p.id ${direction} LIMIT ${page.limit}`.execute(trx);
  return rows.map((row) => ({ id: row.id, key: typeof row.key === 'object' ? row.key.toString() : row.key }));
};

/** Counting further than this costs more than a list is worth; beyond it the planner's estimate is shown. */
const countedUpTo = 1000;

/** How many the filter finds: exact up to a bound, estimated beyond. */
export const countPatients = async (
  trx: ClinicTransaction,
  filter: PatientFilter,
  moment: FilterMoment,
): Promise<Total> => {
  const where = conditionsOf(trx, filter, moment);
  const counted = await sql<{ count: number }>`${plannedForValues}
    SELECT count(*) FROM (SELECT FROM patients p WHERE ${where} LIMIT ${countedUpTo + 1}) found`.execute(trx);
  const count = counted.rows[0]?.count ?? 0;
  if (count <= countedUpTo) return { count, exact: true };
  const plan = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`${plannedForValues}
    EXPLAIN (FORMAT JSON) SELECT FROM patients p WHERE ${where}`.execute(trx);
  const estimate = plan.rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? count;
  return { count: Math.max(count, estimate), exact: false };
};
