import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectWaitingInFamilies, type DueRow, type Postponed } from './claim.store.ts';
import { selectComingInFamily } from './families.store.ts';
import { latestWait, visitDay, waitsUntil } from '../rules/leave-together.ts';

/** What may leave as one: the same message about visits of one day. null: leaves alone */
export const familyDay = ({ family, startsAt, unsureSince }: DueRow, timeZone: string): string | null =>
  family === null || startsAt === null || unsureSince !== null
    ? null
    : `${family} ${visitDay(startsAt, timeZone)}`;

/**
 * Brings together what the families among these wait for: what another child's visit of the same day will be written about
 * a little later is waited for, and what waits already comes along.
 */
export const gatherFamilies = async (
  trx: ClinicTransaction,
  due: readonly DueRow[],
  timeZone: string,
  now: Temporal.Instant,
): Promise<{ rows: DueRow[]; later: Postponed[] }> => {
  const dayOf = (row: DueRow): string | null => familyDay(row, timeZone);
  const alone = due.filter((row) => dayOf(row) === null);
  const inFamily = due.filter((row) => dayOf(row) !== null);
  if (inFamily.length === 0) return { rows: alone, later: [] };
  const days = new Set(inFamily.map(dayOf));
  const waiting = await selectWaitingInFamilies(trx, now, [
    ...new Set(inFamily.map(({ family }) => family!)),
  ]);
  const along = waiting.filter((row) => row.workflowIs === null && days.has(dayOf(row)));
  const comingOf = await selectComingInFamily(
    trx,
    [...inFamily, ...along].map(({ id }) => id),
    timeZone,
  );
  const rows = [...alone];
  const later: Postponed[] = [];
  for (const group of Map.groupBy([...inFamily, ...along], dayOf).values()) {
    const until = latestWait(
      group.map((row) => waitsUntil(row, comingOf.get(row.id))),
      now,
    );
    if (until === null) rows.push(...group);
    else
      for (const { id, hasSlot, decisionId } of group)
        later.push({ id, until, hasSlot, reason: 'family', decisionId });
  }
  return { rows, later };
};
