import { noteUse } from '../../links/note-use.ts';
import type { OpenLink } from '../../links/open-link.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { selectLinkedMessage } from '../inbox/linked-message.store.ts';
import { markClicked, markOpened, tracksEmail } from './mail-uses.store.ts';
import { isByPerson, type MailUse } from '../rules/judge-mail-use.ts';
import { tellFacts } from './tell-facts.ts';

/**
 * Notes that an e-mail was opened, or a link in it followed, where a person did it and the clinic still wants to know:
 * the workflow that sent it hears of the first time.
 */
export const noteMailUse = async (
  trx: ClinicTransaction,
  link: OpenLink,
  use: Omit<MailUse, 'sinceSent'>,
  now: Temporal.Instant,
): Promise<void> => {
  const message = await selectLinkedMessage(trx, link.messageId);
  if (message === null || !(await tracksEmail(trx))) return;
  const sinceSent = message.sentAt === null ? null : message.sentAt.until(now);
  if (!isByPerson({ ...use, sinceSent })) return;
  await noteUse(trx, link, now);
  const fact = link.purpose === 'open' ? 'opened' : 'clicked';
  const isFirst = await (fact === 'opened' ? markOpened : markClicked)(trx, link.messageId, now);
  if (!isFirst) return;
  await tellFacts(trx, [{ id: link.messageId, instanceId: message.instanceId, fact: { fact } }], now);
  await announce(trx, 'messages', link.messageId);
};
