import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectWaitingInFamilies, type DueRow, type Postponed } from './claim.store.ts';
import { selectComingInFamily } from './families.store.ts';

/** Two messages that fall due in one moment are not ordered in one moment. */
const slack = { seconds: 90 };

/** What may leave as one: the same message about visits of one day. null: leaves alone */
export const familyDay = ({ family, startsAt, unsureSince }: DueRow, timeZone: string): string | null =>
  family === null || startsAt === null || unsureSince !== null
    ? null
    : `${family} ${startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString()}`;

const isLater = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) > 0;

/** Until when a message waits for what will be written about the others of the family; null: for nobody. */
const waitOf = ({ createdAt, expiresAt }: DueRow, seconds: number | undefined): Temporal.Instant | null => {
  if (seconds === undefined) return null;
  const until = createdAt.add({ seconds }).add(slack);
  return expiresAt !== null && !isLater(expiresAt, until) ? null : until;
};

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
  const along = waiting.filter((row) => days.has(dayOf(row)));
  const comingOf = await selectComingInFamily(
    trx,
    [...inFamily, ...along].map(({ id }) => id),
    timeZone,
  );
  const rows = [...alone];
  const later: Postponed[] = [];
  for (const group of Map.groupBy([...inFamily, ...along], dayOf).values()) {
    const waits = group.flatMap((row) => waitOf(row, comingOf.get(row.id)) ?? []);
    const until = waits
      .filter((at) => isLater(at, now))
      .toSorted(Temporal.Instant.compare)
      .at(-1);
    if (until === undefined) rows.push(...group);
    else
      for (const { id, hasSlot, decisionId } of group)
        later.push({ id, until, hasSlot, reason: 'family', decisionId });
  }
  return { rows, later };
};
