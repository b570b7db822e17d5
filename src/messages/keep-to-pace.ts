import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DueRow, Postponed } from './claim.store.ts';
import { takeFromPace } from './rules/pace.ts';
import { keepPace, lockPace } from './senders.store.ts';

/** The number a message leaves from: that of an attempt before, that of the conversation, else the clinic's first. */
export const senderOf = (row: DueRow, clinic: { firstNumber: string | null }): string | null =>
  row.channel === 'sms' ? (row.sender ?? row.ownNumber ?? clinic.firstNumber) : null;

/** Lets as many go as each sender's pace allows now; the others wait for their turn. Only text messages have a pace. */
export const keepToPace = async (
  trx: ClinicTransaction,
  rows: readonly DueRow[],
  clinic: { firstNumber: string | null; timeZone: string },
  now: Temporal.Instant,
): Promise<{ go: DueRow[]; later: Postponed[] }> => {
  const bySender = Map.groupBy(rows, (row) => senderOf(row, clinic));
  const go: DueRow[] = [...(bySender.get(null) ?? [])];
  const later: Postponed[] = [];
  const here = now.toZonedDateTimeISO(clinic.timeZone);
  const day = here.toPlainDate().toString();
  const tomorrow = here.startOfDay().add({ days: 1 }).toInstant();
  // In one order, so that two workers with the same senders do not wait for each other.
  for (const sender of [...bySender.keys()].filter((one) => one !== null).toSorted()) {
    const wanting = bySender.get(sender)!;
    const pace = await lockPace(trx, sender, day);
    const { allowed, freeAt, nextAt } = takeFromPace(pace, wanting.length, now);
    go.push(...wanting.slice(0, allowed));
    const until = nextAt === 'next-day' ? tomorrow : nextAt;
    for (const { id } of wanting.slice(allowed))
      later.push({ id, until: until ?? now, reason: null, decisionId: null });
    await keepPace(trx, sender, { day, sentToday: pace.sentToday + allowed, freeAt });
  }
  return { go, later };
};
