import { askGates, type GateQuestion } from '../../consent/ask-gate.ts';
import { releaseContacts } from '../../consent/release-contact.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { bindFamilies, type Bound } from './bind-families.ts';
import type { DueRow, Ending, Postponed } from './claim.store.ts';
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
});

/** A number that belongs to nobody we know can only be answered, and only if it has not told us to stop. */
const mayAnswerStranger = ({ purpose, addressOptedOut, lastInboundAt }: DueRow): boolean =>
  purpose === 'opt-out-confirmation' || (purpose === 'reply' && lastInboundAt !== null && !addressOptedOut);

/** Who may be sent now, by the gate and by what has become of the cause. What may have left already is not asked again. */
export const askForLeave = async (
  trx: ClinicTransaction,
  rows: readonly FilledRow[],
  clinic: ClinicWords,
  now: Temporal.Instant,
): Promise<Leave> => {
  const leave: Leave = {
    may: rows.filter(({ unsureSince }) => unsureSince !== null),
    endings: [],
    later: [],
  };
  const asked: (FilledRow & { recipientId: string })[] = [];
  for (const row of rows) {
    if (row.unsureSince !== null) continue;
    const { id, instanceId, recipientId } = row;
    const stale = staleReason({ ...row, unsure: false }, now);
    if (stale !== null)
      leave.endings.push({ id, instanceId, status: 'withdrawn', reason: stale, decisionId: null });
    else if (recipientId !== null) asked.push({ ...row, recipientId });
    else if (mayAnswerStranger(row)) leave.may.push(row);
    else leave.endings.push({ id, instanceId, status: 'withheld', reason: 'opted-out', decisionId: null });
  }
  const over = new Set(leave.endings.map(({ id }) => id));
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
    const { id, instanceId, expiresAt } = row;
    const { reason, decisionId, notBefore } = answer;
    const inTime =
      notBefore !== null && (expiresAt === null || Temporal.Instant.compare(notBefore, expiresAt) < 0);
    if (answer.allowed) leave.may.push({ ...row, decisionId });
    else if (inTime) leave.later.push({ id, until: notBefore, hasSlot: false, reason, decisionId });
    else leave.endings.push({ id, instanceId, status: 'withheld', reason, decisionId });
  }
  return leave;
};
