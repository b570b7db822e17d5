import { inClinic } from '../../platform/database/database.ts';
import type { PushOutcome } from '../../ports/push/push.port.ts';
import type { DeliveryDependencies, Errand } from './delivery-work.ts';
import { deleteSubscriptions, selectSubscriptions } from '../push-subscriptions.store.ts';
import type { SendOutcome } from '../rules/send-outcome.ts';

/** One browser that has it is enough; otherwise what may still help decides. */
const joined = (outcomes: readonly PushOutcome[]): SendOutcome => {
  if (outcomes.includes('sent')) return { outcome: 'sent', sid: null };
  if (outcomes.includes('unsure')) return { outcome: 'unsure' };
  if (outcomes.includes('later')) return { outcome: 'later', code: null };
  return { outcome: 'never', reason: outcomes.includes('refused') ? 'refused' : 'no-address', code: null };
};

/** To every browser of theirs. Those that take none any more are forgotten; with none left, the next channel is tried. */
export const sendPush = async (
  { database, push }: Pick<DeliveryDependencies, 'database' | 'push'>,
  { clinicId, clinic, message, links, baseUrl }: Errand,
): Promise<SendOutcome> => {
  const { recipientId, key, id } = message;
  if (recipientId === null) return { outcome: 'never', reason: 'no-address', code: null };
  const browsers = await inClinic(database, clinicId, (trx) => selectSubscriptions(trx, recipientId));
  const note = {
    title: message.subject ?? clinic.name,
    body: message.body,
    url: links.url(key, { purpose: 'page', target: null }),
    tag: id,
  };
  // Push services want an address of ours; without https they take none but a mailbox.
  const contact = baseUrl.startsWith('https:') ? baseUrl : 'mailto:frontdesk@localhost.localdomain';
  const outcomes = await Promise.all(browsers.map((browser) => push.send(browser, note, contact)));
  const gone = browsers.filter((_, index) => outcomes[index] === 'gone').map((browser) => browser.id);
  if (gone.length > 0) await inClinic(database, clinicId, (trx) => deleteSubscriptions(trx, gone));
  return joined(outcomes);
};
