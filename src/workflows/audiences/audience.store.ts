import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { plannedForValues } from '../../platform/database/prepared-statements.ts';
import { audienceFields } from './audience-fields.store.ts';
import { treeCondition } from './rule-tree.store.ts';
import type { RuleGroup } from '../rules/rule-tree.ts';
import type { ClinicCalendar } from '../rules/subject.ts';

/** Whom a filter is about, and when. */
export type Audience = { filter: RuleGroup; calendar: ClinicCalendar; now: Temporal.Instant };

const living = (trx: ClinicTransaction): RawBuilder<boolean> =>
  sql`p.clinic_id = ${trx.clinicId} AND p.merged_into IS NULL AND p.archived_at IS NULL`;
export const matching = (trx: ClinicTransaction, { filter, calendar, now }: Audience): RawBuilder<boolean> =>
  sql`${living(trx)} AND ${treeCondition(filter, audienceFields({ clinicId: trx.clinicId, calendar, now }))}`;

/** How many of the clinic's patients the filter holds for, and of how many. */
export const countMatching = async (
  trx: ClinicTransaction,
  audience: Audience,
): Promise<{ matching: number; patients: number }> => {
  const { rows } = await sql<{ matching: number; patients: number }>`${plannedForValues}
    SELECT (SELECT count(*)::integer FROM patients p WHERE ${matching(trx, audience)}) AS matching,
      (SELECT count(*)::integer FROM patients p WHERE ${living(trx)}) AS patients`.execute(trx);
  return rows[0]!;
};
