import { optOut } from '../../consent/opt-out.ts';
import { releaseContacts } from '../../consent/release-contact.ts';
import { stopSmsToNumber } from '../../patients/stop-sms-to-number.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';

export type FailedMessage = {
  key: string;
  channel: string;
  address: string;
  recipientId: string | null;
  reason: string;
  /** what left in it */
  members: readonly { key: string }[];
};

/** What a message teaches that will not be delivered: it reached nobody, and the address may be of no use at all. */
export const afterFailure = async (
  trx: ClinicTransaction,
  { key, channel, address, recipientId, reason, members }: FailedMessage,
  now: Temporal.Instant,
): Promise<void> => {
  await releaseContacts(trx, [key, ...members.map((member) => member.key)]);
  if (channel !== 'sms') return;
  if (reason === 'wrong-address') await stopSmsToNumber(trx, address, now);
  if (reason === 'opted-out')
    await optOut(
      trx,
      { patientId: recipientId, address, channel, purpose: null, how: 'carrier', userId: null },
      now,
    );
};
