import { changeOwnChoice, type OwnChange } from '../consent/own-choices.ts';
import { newsConsentWords } from '../consent/rules/own-choices.ts';
import type { OpenLink } from '../links/open-link.ts';
import { findLinkedMessage } from '../messages/inbox/find-linked-message.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectClinicFace, type Holder } from './patient-page.store.ts';

/** Somebody chooses how they may be reached. The words they saw are kept as the proof. */
export const changeChoice = async (
  trx: ClinicTransaction,
  { link, holder }: { link: OpenLink; holder: Holder },
  change: Pick<OwnChange, 'what' | 'on'>,
  now: Temporal.Instant,
): Promise<void> => {
  const { name, language } = await selectClinicFace(trx);
  const { messageId } = link;
  const written = (await findLinkedMessage(trx, messageId))?.language ?? language;
  const words = newsConsentWords[written].replace('{clinic}', name);
  await changeOwnChoice(trx, holder.id, { ...change, messageId, words }, now);
};
