import { keepLinks } from '../../links/keep-links.ts';
import { linkWriter, type LinkWriter } from '../../links/link-writer.ts';
import { inClinic, type ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { askForLeave, carrierKnows } from './ask-for-leave.ts';
import { bindFamilies, type Bound } from './bind-families.ts';
import { endUnsent, markSending, postpone, selectDue, type DueRow, type Ending } from './claim.store.ts';
import { batchSize, lease, type ClaimedMessage, type DeliveryDependencies } from './delivery-work.ts';
import { lockFamilies, selectMembers } from './families.store.ts';
import { fillIn, type FilledRow } from './fill-in.ts';
import { findWay } from './find-way.ts';
import { gatherFamilies } from './gather-families.ts';
import { holdThese } from './hold.store.ts';
import { keepToPace, senderOf } from './keep-to-pace.ts';
import { selectClinicWords, type ClinicWords } from './recipients.store.ts';
import type { MessageFact } from '../rules/message-fact.ts';
import { linksOf } from '../rules/mail-links.ts';
import { tellFacts } from './tell-facts.ts';

export type Batch = {
  messages: ClaimedMessage[];
  leaseEnd: Temporal.Instant;
  /** how many were due; fewer than a batch: nothing else is */
  seen: number;
  clinic: ClinicWords;
  links: LinkWriter;
  /** the portal's address, under which links and receipts arrive */
  baseUrl: string;
};

const messageOf = (
  row: FilledRow,
  {
    sender,
    members,
    text,
    links,
  }: Pick<ClaimedMessage, 'sender' | 'members' | 'links'> & { text: Bound | FilledRow },
): ClaimedMessage => ({
  id: row.id,
  key: row.key,
  instanceId: row.instanceId,
  channel: row.channel,
  recipientId: row.recipientId,
  address: row.address,
  sender,
  subject: text.subject,
  body: text.body,
  language: row.language,
  attempts: row.attempts + 1,
  askSince: row.unsureSince,
  pastSids: row.pastSids,
  members,
  links,
});

/** Writes down that these are being sent. @returns what leaves: one message for each family's day */
const begin = async (
  trx: ClinicTransaction,
  rows: readonly FilledRow[],
  { clinic, links }: { clinic: ClinicWords; links: LinkWriter },
  times: { now: Temporal.Instant; leaseEnd: Temporal.Instant },
): Promise<ClaimedMessage[]> => {
  const bound = bindFamilies(rows, clinic);
  const leaderOf = (row: FilledRow): FilledRow => bound.get(row.id)?.leader ?? row;
  const textOf = (row: FilledRow): Bound | FilledRow => bound.get(row.id) ?? row;
  const senders = new Map(rows.map((row) => [row.id, senderOf(row, clinic)]));
  await markSending(
    trx,
    rows.map((row) => {
      const { id, language, templateVersion, decisionId } = row;
      const leader = leaderOf(row);
      const { subject, body } = textOf(row);
      const sender = senders.get(leader.id)!;
      const togetherWith = leader === row ? null : leader.id;
      return { id, sender, subject, body, language, templateVersion, decisionId, togetherWith };
    }),
    times,
  );
  const taken = rows.filter(({ unsureSince }) => unsureSince !== null);
  const membersOf = await selectMembers(
    trx,
    [...taken, ...rows.filter((row) => bound.has(row.id))].map(({ id }) => id),
  );
  return rows
    .filter((row) => leaderOf(row) === row)
    .map((row) => {
      const text = textOf(row);
      const { subject, body } = text;
      return messageOf(row, {
        text,
        sender: senders.get(row.id)!,
        members: membersOf(row.id),
        links: linksOf({ ...row, subject, body }, clinic, (link) => links.code(row.key, link)),
      });
    });
};

/** Its workflow is paused. What its carrier may have already is asked after all the same. */
const isHeld = (row: DueRow): boolean => row.workflowIs === 'paused' && !carrierKnows(row);

const factOf = (status: Ending['status'], reason: string): MessageFact => {
  if (status === 'unknown') return { fact: 'unknown' };
  return { fact: status === 'failed' ? 'failed' : 'withheld', reason };
};

const claim = async (
  trx: ClinicTransaction,
  links: LinkWriter,
  now: Temporal.Instant,
): Promise<Omit<Batch, 'baseUrl'>> => {
  const families = await lockFamilies(trx, now, batchSize);
  const due = await selectDue(trx, now, families, batchSize);
  const leaseEnd = now.add(lease);
  const clinic = await selectClinicWords(trx);
  if (due.length === 0) return { messages: [], leaseEnd, seen: 0, clinic, links };
  const held = due.filter(isHeld);
  const free = due.filter((row) => !isHeld(row));
  if (held.length > 0)
    await holdThese(
      trx,
      held.map(({ id }) => id),
    );
  const way = await findWay(trx, free, clinic, now);
  const gathered = await gatherFamilies(trx, way.rows, clinic.timeZone, now);
  const { go, later } = await keepToPace(trx, gathered.rows, clinic, now);
  const { filled, faulty } = await fillIn(trx, go, { clinic, links });
  const leave = await askForLeave(trx, filled, clinic, now);
  const endings = [...way.endings, ...faulty, ...leave.endings];
  await postpone(trx, [...gathered.later, ...later, ...leave.later]);
  await endUnsent(trx, endings);
  await tellFacts(
    trx,
    endings.map(({ id, instanceId, status, reason }) => ({ id, instanceId, fact: factOf(status, reason) })),
    now,
  );
  const messages = await begin(trx, leave.may, { clinic, links }, { now, leaseEnd });
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
  const baseUrl = await portalUrl();
  const links = linkWriter(secrets.sign, baseUrl, clinicId);
  return { ...(await inClinic(database, clinicId, (trx) => claim(trx, links, now))), baseUrl };
};
