import { askGates, type GateQuestion } from '../../consent/ask-gate.ts';
import { releaseContacts } from '../../consent/release-contact.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { bindFamilies, type Bound } from './bind-families.ts';
import type { DueRow, Ending, Postponed } from './claim.store.ts';
import { selectMembers } from './families.store.ts';
import type { FilledRow } from './fill-in.ts';
import type { ClinicWords } from './recipients.store.ts';
import { staleReason } from '../rules/judge-due.ts';

export type Leave = {
  may: FilledRow[];
  endings: (Ending & { instanceId: string | null })[];
  later: Postponed[];
};

const questionOf = (row: FilledRow, patientId: string, bound: Bound | undefined): GateQuestion => ({
  key: row.key,
  patientId,
  aboutId: row.patientId,
  ...(bound === undefined ? {} : { oneWith: bound.keys }),
  channel: row.channel,
  purpose: row.purpose,
  to: row.channel === 'sms' || row.channel === 'email' ? row.address : null,
  by: row.cause.kind === 'staff' ? 'staff' : 'automation',
  answers: row.lastInboundAt,
  characters: (bound ?? row).body.length,
  moment: 'sending',
  mayHaveBeenMade: mayHaveLeft(row),
});

/** An attempt was made whose end nobody heard, and its carrier can be asked what it has. */
export const carrierKnows = ({ channel, unsureSince }: DueRow): boolean =>
  channel === 'sms' && unsureSince !== null;

/** An attempt was made whose end nobody heard, and nobody can be asked. What stands on the person's page has left nothing behind. */
const mayHaveLeft = ({ channel, unsureSince }: DueRow): boolean =>
  (channel === 'email' || channel === 'push') && unsureSince !== null;

/** A number that belongs to nobody we know can only be answered, and only if it has not told us to stop. */
const mayAnswerStranger = ({ purpose, addressOptedOut, lastInboundAt }: DueRow): boolean =>
  purpose === 'opt-out-confirmation' || (purpose === 'reply' && lastInboundAt !== null && !addressOptedOut);

/** What comes of a message that must not leave now, or not once more. */
const endingOf = (
  row: DueRow,
  status: 'withdrawn' | 'withheld',
  reason: string,
  decisionId: string | null = null,
): Leave['endings'][number] => {
  const { id, instanceId } = row;
  return mayHaveLeft(row)
    ? { id, instanceId, status: 'unknown', reason: 'not-repeated', decisionId }
    : { id, instanceId, status, reason, decisionId };
};

type ToPerson = FilledRow & { recipientId: string };

/** Sorts out what needs no gate. @returns those whom the gate is asked about */
const judgeCauses = (rows: readonly FilledRow[], leave: Leave, now: Temporal.Instant): ToPerson[] => {
  const asked: ToPerson[] = [];
  for (const row of rows) {
    const { recipientId } = row;
    const stale = staleReason({ ...row, unsure: false }, now);
    if (stale !== null) leave.endings.push(endingOf(row, 'withdrawn', stale));
    else if (recipientId !== null) asked.push({ ...row, recipientId });
    else if (mayAnswerStranger(row)) leave.may.push(row);
    else leave.endings.push(endingOf(row, 'withheld', 'opted-out'));
  }
  return asked;
};

/** What leaves in a message has its fate. */
const withMembers = async (trx: ClinicTransaction, endings: Leave['endings']): Promise<Leave['endings']> => {
  const unknown = endings.filter(({ status }) => status === 'unknown');
  const membersOf = await selectMembers(
    trx,
    unknown.map(({ id }) => id),
  );
  return endings.flatMap((ending) => [
    ending,
    ...membersOf(ending.id).map(({ id, instanceId }) => ({ ...ending, id, instanceId, decisionId: null })),
  ]);
};

/**
 * Who may be sent now, by the gate and by what has become of the cause. A text message that may have left already is not
 * asked about: its carrier knows. An e-mail or a note to a browser that may have left is sent once more, with the mark by which
 * the first is known; like every sending it needs leave, and without it nobody ever knows what became of it.
 */
export const askForLeave = async (
  trx: ClinicTransaction,
  rows: readonly FilledRow[],
  clinic: ClinicWords,
  now: Temporal.Instant,
): Promise<Leave> => {
  const leave: Leave = { may: rows.filter(carrierKnows), endings: [], later: [] };
  const asked = judgeCauses(
    rows.filter((row) => !carrierKnows(row)),
    leave,
    now,
  );
  const over = new Set(leave.endings.flatMap(({ id, status }) => (status === 'unknown' ? [] : id)));
  const tried = rows.filter(({ id, attempts }) => over.has(id) && attempts > 0);
  // What an attempt had its place under the caps for will reach nobody: the place is free for the others of this batch.
  if (tried.length > 0)
    await releaseContacts(
      trx,
      tried.map(({ key }) => key),
    );
  const bound = bindFamilies(asked, clinic);
  const questions = asked.map((row) => questionOf(row, row.recipientId, bound.get(row.id)));
  const answers = await askGates(trx, questions, now);
  for (const [index, answer] of answers.entries()) {
    const row = asked[index]!;
    const { id, expiresAt } = row;
    const { reason, decisionId, notBefore } = answer;
    const inTime =
      notBefore !== null && (expiresAt === null || Temporal.Instant.compare(notBefore, expiresAt) < 0);
    if (answer.allowed) leave.may.push({ ...row, decisionId });
    else if (inTime) leave.later.push({ id, until: notBefore, hasSlot: false, reason, decisionId });
    else leave.endings.push(endingOf(row, 'withheld', reason, decisionId));
  }
  return { ...leave, endings: await withMembers(trx, leave.endings) };
};
