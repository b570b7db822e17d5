import { declinedBy, optOut, takeBackByLink } from '../consent/opt-out.ts';
import type { OpenLink } from '../links/open-link.ts';
import { findLinkedMessage } from '../messages/inbox/find-linked-message.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectClinicFace } from './patient-page.store.ts';
import { kindOf, type Unsubscribing, type UnsubscribeScope } from './rules/unsubscribing.ts';

/** Who has the link, by the way it came to them, and what its message was for. */
const load = async (trx: ClinicTransaction, { messageId }: OpenLink) => {
  const message = await findLinkedMessage(trx, messageId);
  if (message === null) return null;
  const { channel, address, recipientId: patientId, purpose, language } = message;
  const hasAddress = channel === 'email' || channel === 'sms';
  return {
    holder: { patientId, channel, address: hasAddress ? address : null },
    kind: kindOf(purpose),
    language,
  };
};
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

const view = async (trx: ClinicTransaction, { holder, kind, language }: Loaded): Promise<Unsubscribing> => {
  const { name: clinic } = await selectClinicFace(trx);
  const { all, kind: ofKind, byLink } = await declinedBy(trx, holder, kind);
  const ended = all ? 'all' : ofKind ? 'kind' : null;
  return { clinic, language, channel: holder.channel, kind, ended, canTakeBack: byLink };
};

/** What the link can end, and what has ended; null: its message is gone. */
export const showUnsubscribing = async (
  trx: ClinicTransaction,
  link: OpenLink,
): Promise<Unsubscribing | null> => {
  const loaded = await load(trx, link);
  return loaded && view(trx, loaded);
};

/** Records the no of whoever has the message. It holds for the address that the message was sent to. */
export const unsubscribe = async (
  trx: ClinicTransaction,
  link: OpenLink,
  scope: UnsubscribeScope,
  at: Temporal.Instant,
): Promise<Unsubscribing | null> => {
  const loaded = await load(trx, link);
  if (loaded === null) return null;
  const { holder, kind } = loaded;
  const purpose = scope === 'all' ? null : kind;
  const { messageId } = link;
  await optOut(trx, { ...holder, purpose, how: 'link', messageId, userId: null }, at);
  return view(trx, loaded);
};

/** Takes it back, on the same page. What they said otherwise, to the staff or with a stop word, stays. */
export const resubscribe = async (
  trx: ClinicTransaction,
  link: OpenLink,
  at: Temporal.Instant,
): Promise<Unsubscribing | null> => {
  const loaded = await load(trx, link);
  if (loaded === null) return null;
  await takeBackByLink(trx, loaded.holder, [null, loaded.kind], at);
  return view(trx, loaded);
};
