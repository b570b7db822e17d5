import { keepLinks } from '../links/keep-links.ts';
import { linkWriter, type LinkWriter } from '../links/link-writer.ts';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { askForLeave } from './ask-for-leave.ts';
import { endUnsent, markSending, postpone, selectDue } from './claim.store.ts';
import type { MessageLink } from '../links/rules/link.ts';
import { batchSize, lease, type ClaimedMessage, type DeliveryDependencies } from './delivery-work.ts';
import { fillIn, type FilledRow } from './fill-in.ts';
import { keepToPace, senderOf } from './keep-to-pace.ts';
import { selectClinicWords, type ClinicWords } from './recipients.store.ts';
import { linksOf } from './rules/mail-links.ts';
import { tellFacts } from './tell-facts.ts';

export type Batch = {
  messages: ClaimedMessage[];
  leaseEnd: Temporal.Instant;
  /** how many were due; fewer than a batch: nothing else is */
  seen: number;
  clinic: ClinicWords;
  links: LinkWriter;
};

const claimed = (row: FilledRow, sender: string | null, links: readonly MessageLink[]): ClaimedMessage => ({
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
  links,
});

const claim = async (trx: ClinicTransaction, links: LinkWriter, now: Temporal.Instant): Promise<Batch> => {
  const due = await selectDue(trx, now, batchSize);
  const leaseEnd = now.add(lease);
  const clinic = await selectClinicWords(trx);
  if (due.length === 0) return { messages: [], leaseEnd, seen: 0, clinic, links };
  const { go, later } = await keepToPace(trx, due, clinic, now);
  const { filled, faulty } = await fillIn(trx, go, { clinic, links });
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
  const messages = leave.may.map((row) =>
    claimed(
      row,
      senderOf(row, clinic),
      linksOf(row, clinic, (link) => links.code(row.id, link)),
    ),
  );
  const rowsById = new Map(leave.may.map((row) => [row.id, row]));
  await markSending(
    trx,
    messages.map(({ id, sender, subject, body }) => {
      const { language, templateVersion, decisionId } = rowsById.get(id)!;
      return { id, sender, subject, body, language, templateVersion, decisionId };
    }),
    { now, leaseEnd },
  );
  await keepLinks(trx, messages, links, now);
  if (endings.length + leave.later.length > 0) await announce(trx, 'messages');
  return { messages, leaseEnd, seen: due.length, clinic, links };
};

/** Takes the next due messages of a clinic for this worker: asks the gate, keeps to the pace, and writes down that they are being sent. */
export const claimBatch = async (
  { database, secrets, portalUrl }: Pick<DeliveryDependencies, 'database' | 'secrets' | 'portalUrl'>,
  clinicId: string,
  now: Temporal.Instant,
): Promise<Batch> => {
  const links = linkWriter(secrets.sign, await portalUrl(), clinicId);
  return inClinic(database, clinicId, (trx) => claim(trx, links, now));
};
