import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { plannedForValues } from '../platform/database/prepared-statements.ts';
import { listColumns, type ListRow } from './call-views.store.ts';
import type { CallCursor } from './rules/call-cursor.ts';
import type { CallSearch, TypedSearch } from './rules/call-search.ts';

export type CallFilter = Omit<CallSearch, 'q'> & {
  typed: TypedSearch | null;
  limit: number;
  /** rows older than this one */
  before: CallCursor | null;
};

/** Most texts are found among the newest calls; only for a rare one the index of all numbers is asked. */
const newest = 5000;

const literally = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Of one or two letters only the beginnings of words are meant. */
const holds = (word: string): RawBuilder<boolean> =>
  sql`c.search LIKE '%' || ${word.length < 3 ? ' ' : ''} || call_search_text(${literally(word)}) || '%'`;

const typedConditions = (typed: TypedSearch | null): RawBuilder<boolean>[] => {
  if (typed === null) return [];
  return 'digits' in typed
    ? [sql<boolean>`c.other_number LIKE ${`%${typed.digits}%`}`]
    : typed.words.map(holds);
};

/** The moment at which a day begins in the clinic. */
const beginOf = (trx: ClinicTransaction, day: string, later: number): RawBuilder<Temporal.Instant> =>
  sql`((${day}::date + ${later}::int)::timestamp AT TIME ZONE (SELECT time_zone FROM clinics WHERE id = ${trx.clinicId}))`;

const plainConditions = (trx: ClinicTransaction, filter: CallFilter): RawBuilder<boolean>[] => {
  const { before, direction, outcome, departmentId, staffId, personId, from, to } = filter;
  return [
    sql<boolean>`c.clinic_id = ${trx.clinicId}`,
    ...(before
      ? [sql<boolean>`(c.started_at, c.id) < (${before.startedAt}::timestamptz, ${before.id}::uuid)`]
      : []),
    ...(direction ? [sql<boolean>`c.direction = ${direction}`] : []),
    ...(outcome ? [sql<boolean>`c.outcome = ${outcome}`] : []),
    ...(departmentId ? [sql<boolean>`c.department_id = ${departmentId}::uuid`] : []),
    ...(staffId ? [sql<boolean>`c.answered_by = ${staffId}::uuid`] : []),
    ...(personId ? [sql<boolean>`(c.patient_id = ${personId}::uuid OR c.lead_id = ${personId}::uuid)`] : []),
    ...(from ? [sql<boolean>`c.started_at >= ${beginOf(trx, from, 0)}`] : []),
    ...(to ? [sql<boolean>`c.started_at < ${beginOf(trx, to, 1)}`] : []),
  ];
};

const and = (conditions: RawBuilder<boolean>[]) => sql.join(conditions, sql` AND `);

const selectFrom = async (
  trx: ClinicTransaction,
  calls: RawBuilder<unknown>,
  conditions: RawBuilder<boolean>[],
  limit: number,
): Promise<ListRow[]> => {
  const { rows } = await sql<ListRow>`${plannedForValues}
    SELECT ${listColumns} FROM ${calls} WHERE ${and(conditions)}
    ORDER BY c.started_at DESC, c.id DESC LIMIT ${limit}`.execute(trx);
  return rows;
};

/** One letter begins too many names to be worth intersecting. */
const longEnough = (words: string[]): string[] => {
  const long = words.filter(({ length }) => length > 2);
  return long.length === 0 ? words.slice(0, 1) : long;
};

/**
 * The newest calls with each number that has an end beginning with the text. That is a range, the one way row-level
 * security leaves to an index.
 */
const callsWithNumbers = (
  trx: ClinicTransaction,
  typed: TypedSearch,
  conditions: RawBuilder<boolean>[],
  limit: number,
): RawBuilder<unknown> => {
  const keys = 'digits' in typed ? [typed.digits] : longEnough(typed.words);
  const numbers = keys.map(
    (key) => sql`SELECT t.number FROM call_search_terms t WHERE t.clinic_id = ${trx.clinicId}
      AND t.term >= call_search_text(${key}) AND t.term < call_search_text(${key}) || chr(1114111)`,
  );
  return sql`(
    SELECT DISTINCT number FROM (${sql.join(numbers, sql` INTERSECT `)}) AS each_word
  ) AS found CROSS JOIN LATERAL (
    SELECT * FROM call_logs c WHERE c.other_number = found.number AND ${and(conditions)}
    ORDER BY c.started_at DESC, c.id DESC LIMIT ${limit}
  ) AS c`;
};

/** A call under way stands in no index of numbers yet, and is among the newest. */
const mergeNewestFirst = (newestCalls: ListRow[], others: ListRow[]): ListRow[] => {
  const seen = new Set(newestCalls.map(({ id }) => id));
  return [...newestCalls, ...others.filter(({ id }) => !seen.has(id))].toSorted(
    (one, other) =>
      Temporal.Instant.compare(other.started_at, one.started_at) || (other.id < one.id ? -1 : 1),
  );
};

/** One page of the log, newest first. */
export const selectCalls = async (trx: ClinicTransaction, filter: CallFilter): Promise<ListRow[]> => {
  const { typed, limit } = filter;
  const plain = plainConditions(trx, filter);
  if (typed === null) return selectFrom(trx, sql`call_logs c`, plain, limit);
  const asTyped = typedConditions(typed);
  const newestCalls = sql`(
    SELECT * FROM call_logs c WHERE ${and(plain)} ORDER BY c.started_at DESC, c.id DESC LIMIT ${newest}) AS c`;
  const found = await selectFrom(trx, newestCalls, asTyped, limit);
  if (found.length >= limit) return found;
  const everywhere = callsWithNumbers(trx, typed, [...plain, ...asTyped], limit);
  const older = await selectFrom(trx, everywhere, [sql<boolean>`true`], limit);
  return mergeNewestFirst(found, older).slice(0, limit);
};
