import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { DueRow, Postponed } from './claim.store.ts';
import { familyDay } from './gather-families.ts';
import { takeFromPace } from '../rules/pace.ts';
import { keepPace, lockPace } from './senders.store.ts';

/** The number a message leaves from: that of an attempt before, that of the conversation, else the clinic's first. */
export const senderOf = (row: DueRow, clinic: { firstNumber: string | null }): string | null =>
  row.channel === 'sms' ? (row.sender ?? row.ownNumber ?? clinic.firstNumber) : null;

/** Somebody waits for these: they are not put behind a thousand reminders. */
const isAnswer = ({ purpose }: DueRow): boolean => purpose === 'reply' || purpose === 'opt-out-confirmation';

/** Lets as many go as each sender's pace allows now; the others get their moment. Only text messages have a pace. */
export const keepToPace = async (
  trx: ClinicTransaction,
  rows: readonly DueRow[],
  clinic: { firstNumber: string | null; timeZone: string },
  now: Temporal.Instant,
): Promise<{ go: DueRow[]; later: Postponed[] }> => {
  const isFree = (row: DueRow): boolean =>
    row.hasSlot || row.unsureSince !== null || isAnswer(row) || senderOf(row, clinic) === null;
  // What leaves as one takes one moment.
  const units = [...Map.groupBy(rows, (row) => familyDay(row, clinic.timeZone) ?? row.id).values()];
  const go = units.filter((unit) => unit.some(isFree)).flat();
  const later: Postponed[] = [];
  const bySender = Map.groupBy(
    units.filter((unit) => !unit.some(isFree)),
    ([first]) => senderOf(first!, clinic)!,
  );
  const here = now.toZonedDateTimeISO(clinic.timeZone);
  const day = here.toPlainDate().toString();
  const tomorrow = here.startOfDay().add({ days: 1 }).toInstant();
  // In one order, so that two workers with the same senders do not wait for each other.
  for (const sender of [...bySender.keys()].toSorted()) {
    const wanting = bySender.get(sender)!;
    const { slots, ...after } = takeFromPace(await lockPace(trx, sender, day), wanting.length, now);
    await keepPace(trx, sender, { day, ...after });
    for (const [index, unit] of wanting.entries()) {
      const slot = slots[index] ?? null;
      const until = slot ?? tomorrow;
      if (slot !== null && Temporal.Instant.compare(slot, now) <= 0) go.push(...unit);
      else
        for (const { id } of unit)
          later.push({ id, until, hasSlot: slot !== null, reason: null, decisionId: null });
    }
  }
  return { go, later };
};
