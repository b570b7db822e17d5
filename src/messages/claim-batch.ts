import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { askForLeave } from './ask-for-leave.ts';
import { endUnsent, markSending, postpone, selectDue } from './claim.store.ts';
import { batchSize, lease, type ClaimedMessage, type DeliveryDependencies } from './delivery-work.ts';
import { fillIn, type FilledRow } from './fill-in.ts';
import { keepToPace, senderOf } from './keep-to-pace.ts';
import { selectClinicWords, type ClinicWords } from './recipients.store.ts';
import { tellFacts } from './tell-facts.ts';

export type Batch = {
  messages: ClaimedMessage[];
  leaseEnd: Temporal.Instant;
  /** how many were due; fewer than a batch: nothing else is */
  seen: number;
  clinic: ClinicWords;
};

const claimed = (row: FilledRow, sender: string | null): ClaimedMessage => ({
  id: row.id,
  key: row.key,
  instanceId: row.instanceId,
  channel: row.channel,
  recipientId: row.recipientId,
  address: row.address,
  sender,
  subject: row.subject,
  body: row.body,
  language: row.language,
  attempts: row.attempts + 1,
  askSince: row.unsureSince,
  pastSids: row.pastSids,
});

const claim = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<Batch> => {
  const due = await selectDue(trx, now, batchSize);
  const leaseEnd = now.add(lease);
  const clinic = await selectClinicWords(trx);
  if (due.length === 0) return { messages: [], leaseEnd, seen: 0, clinic };
  const { go, later } = await keepToPace(trx, due, clinic, now);
  const { filled, faulty } = await fillIn(trx, go, clinic);
  const leave = await askForLeave(trx, filled, now);
  const endings = [...faulty, ...leave.endings];
  await postpone(trx, [...later, ...leave.later]);
  await endUnsent(trx, endings);
  await tellFacts(
    trx,
    endings.map(({ id, instanceId, status, reason }) => ({
      id,
      instanceId,
      fact: { fact: status === 'failed' ? 'failed' : 'withheld', reason },
    })),
    now,
  );
  const messages = leave.may.map((row) => claimed(row, senderOf(row, clinic)));
  const rowsById = new Map(leave.may.map((row) => [row.id, row]));
  await markSending(
    trx,
    messages.map(({ id, sender, subject, body }) => {
      const { language, templateVersion, decisionId } = rowsById.get(id)!;
      return { id, sender, subject, body, language, templateVersion, decisionId };
    }),
    { now, leaseEnd },
  );
  if (endings.length + leave.later.length > 0) await announce(trx, 'messages');
  return { messages, leaseEnd, seen: due.length, clinic };
};

/** Takes the next due messages of a clinic for this worker: asks the gate, keeps to the pace, and writes down that they are being sent. */
export const claimBatch = (
  { database }: Pick<DeliveryDependencies, 'database'>,
  clinicId: string,
  now: Temporal.Instant,
): Promise<Batch> => inClinic(database, clinicId, (trx) => claim(trx, now));
