import type { ClinicTransaction } from '../../platform/database/database.ts';
import { moveToWay, type NewWay } from './address.store.ts';
import type { DueRow, Ending } from './claim.store.ts';
import { findOrMakeConversations } from '../inbox/conversations.store.ts';
import { selectReachable, type ClinicWords } from './recipients.store.ts';
import { chooseRecipient, type Recipient } from '../rules/choose-recipient.ts';

type Found = {
  rows: DueRow[];
  endings: (Ending & { instanceId: string | null })[];
};

const isOpen = ({ cause, unsureSince, patientId }: DueRow): boolean =>
  cause.kind === 'workflow' && unsureSince === null && patientId !== null;

/**
 * Who is written to, and where, is looked at once more when a workflow's message leaves: since it was ordered a number may
 * have become another person's, or somebody may not answer for the child any more. What goes another way than it was ordered
 * for is taken out of this batch and comes with the next.
 */
export const findWay = async (
  trx: ClinicTransaction,
  due: readonly DueRow[],
  clinic: ClinicWords,
  now: Temporal.Instant,
): Promise<Found> => {
  const open = due.filter(isOpen);
  const rows = due.filter((row) => !isOpen(row));
  const today = now.toZonedDateTimeISO(clinic.timeZone).toPlainDate();
  const people =
    open.length === 0
      ? new Map()
      : await selectReachable(
          trx,
          open.map((row) => row.patientId!),
        );
  const endings: Found['endings'] = [];
  const others: { row: DueRow; recipient: Recipient }[] = [];
  for (const row of open) {
    const person = people.get(row.patientId!);
    const recipient = person ? chooseRecipient(person.patient, person.guardians, row.channel, today) : null;
    const { id, instanceId } = row;
    if (recipient === null)
      endings.push({ id, instanceId, status: 'failed', reason: 'no-address', decisionId: null });
    else if (recipient.personId === row.recipientId && recipient.address === row.address) rows.push(row);
    else others.push({ row, recipient });
  }
  if (others.length === 0) return { rows, endings };
  const conversationAt = await findOrMakeConversations(
    trx,
    others.map(({ row: { channel }, recipient: { personId, address } }) => ({
      channel,
      address,
      patientId: personId,
    })),
    now,
  );
  const ways = others.map(({ row: { id, channel }, recipient }): NewWay => ({
    id,
    conversationId: conversationAt({ channel, address: recipient.address }),
    recipientId: recipient.personId,
    language: recipient.language ?? clinic.language,
  }));
  await moveToWay(trx, ways);
  return { rows, endings };
};
