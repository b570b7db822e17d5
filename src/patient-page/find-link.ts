import type { OpenLink } from '../links/open-link.ts';
import { findLinkedMessage } from '../messages/inbox/find-linked-message.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectClinicFace } from './patient-page.store.ts';
import type { FoundLink } from './rules/found-link.ts';

/** What a link opens; null: its message is gone. */
export const findLink = async (
  trx: ClinicTransaction,
  { messageId, purpose }: OpenLink,
): Promise<FoundLink | null> => {
  const message = await findLinkedMessage(trx, messageId);
  if (message === null) return null;
  const { name: clinic } = await selectClinicFace(trx);
  return { opens: purpose === 'page' ? 'page' : 'unsubscribing', language: message.language, clinic };
};
