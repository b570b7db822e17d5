import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import {
  saveMessageSettings,
  saveNumberPaces,
  selectMessageSettings,
  selectNumberPaces,
} from './contact-settings.store.ts';
import type { ContactSettings, ContactSettingsView } from './rules/contact-settings.ts';

export const showContactSettings = async (trx: ClinicTransaction): Promise<ContactSettingsView> => ({
  ...(await selectMessageSettings(trx)),
  numbers: await selectNumberPaces(trx),
});

type Detail = Record<string, string | number | boolean | null>;

/** As the audit log has it: one line for each thing that can be set. */
const detailOf = ({ segmentPriceMicros, postalAddress, trackEmail, numbers }: ContactSettings): Detail => ({
  segmentPriceMicros,
  postalAddress,
  trackEmail,
  ...Object.fromEntries(
    numbers.map(({ phoneNumber, messagesPerMinute, messagesPerDay, ...calls }) => [
      phoneNumber,
      [messagesPerMinute, messagesPerDay, calls.callsPerMinute, calls.callsAtOnce, calls.callsPerDay]
        .map((value) => value ?? '–')
        .join(' / '),
    ]),
  ),
});

/** Numbers that are left out keep what they have. @returns null: one of the numbers is not the clinic's */
export const changeContactSettings = async (
  trx: ClinicTransaction,
  settings: ContactSettings,
  by: { userId: string; at: Temporal.Instant },
): Promise<ContactSettingsView | null> => {
  const before = await showContactSettings(trx);
  const own = new Set(before.numbers.map(({ phoneNumber }) => phoneNumber));
  const named = settings.numbers.map(({ phoneNumber }) => phoneNumber);
  if (new Set(named).size < named.length || named.some((number) => !own.has(number))) return null;
  await saveMessageSettings(trx, settings);
  if (named.length > 0) await saveNumberPaces(trx, settings.numbers);
  const known = detailOf(before);
  const detail = Object.fromEntries(
    Object.entries(detailOf(settings)).filter(([name, value]) => value !== known[name]),
  );
  if (Object.keys(detail).length > 0)
    await recordAudit(trx, {
      ...by,
      action: 'clinic.contact-settings-changed',
      subject: { kind: 'clinic', id: trx.clinicId },
      detail,
    });
  await announce(trx, 'clinic');
  return showContactSettings(trx);
};
