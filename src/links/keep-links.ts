import type { ClinicTransaction } from '../platform/database/database.ts';
import type { LinkWriter } from './link-writer.ts';
import { insertLinks } from './links.store.ts';
import { daysOpen, type MessageLink } from './rules/link.ts';

/** A message with the links that stand in it. */
export type LinkedMessage = {
  id: string;
  key: string;
  recipientId: string | null;
  links: readonly MessageLink[];
};

/** Makes the links of messages work, in the transaction that writes the messages. Again, it changes nothing. */
export const keepLinks = async (
  trx: ClinicTransaction,
  messages: readonly LinkedMessage[],
  writer: LinkWriter,
  now: Temporal.Instant,
): Promise<void> => {
  const rows = messages.flatMap(({ id, key, recipientId, links }) =>
    links.map((link) => ({
      ...link,
      code: writer.code(key, link),
      messageId: id,
      patientId: recipientId,
      expiresAt: now.add({ hours: 24 * daysOpen[link.purpose] }).toString(),
    })),
  );
  if (rows.length > 0) await insertLinks(trx, rows, now);
};
