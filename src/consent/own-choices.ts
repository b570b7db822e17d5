import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { optOut } from './opt-out.ts';
import { selectAddresses } from './opt-out-views.store.ts';
import { hasNewsConsent, liftOwn, selectOwnDeclined } from './own-choices.store.ts';
import { recordConsent } from './record-consent.ts';
import { channelChoice, newsChoice, takenBackBy, type Choice } from './rules/own-choices.ts';

export type OwnChoices = { sms: Choice; email: Choice; call: Choice; news: Choice };

const load = async (trx: ClinicTransaction, patientId: string) => {
  const addresses = await selectAddresses(trx, patientId);
  return { addresses, declined: await selectOwnDeclined(trx, patientId, addresses) };
};

/** By which ways somebody lets themselves be reached, as they see it themselves. */
export const showOwnChoices = async (trx: ClinicTransaction, patientId: string): Promise<OwnChoices> => {
  const { addresses, declined } = await load(trx, patientId);
  const hasNumber = addresses.some((address) => address.startsWith('+'));
  const hasEmail = addresses.some((address) => address.includes('@'));
  return {
    sms: channelChoice(declined, 'sms', hasNumber),
    email: channelChoice(declined, 'email', hasEmail),
    call: channelChoice(declined, 'call', hasNumber),
    news: newsChoice(declined, await hasNewsConsent(trx, patientId)),
  };
};

/** Made by somebody with a link that came to them. */
export type OwnChange = {
  what: keyof OwnChoices;
  on: boolean;
  messageId: string;
  /** the words they agreed to */
  words: string;
};

/** Changes one of them. What they said otherwise, with a stop word or to the staff, is not taken back here. */
export const changeOwnChoice = async (
  trx: ClinicTransaction,
  patientId: string,
  { what, on, messageId, words }: OwnChange,
  at: Temporal.Instant,
): Promise<void> => {
  if (!on) {
    const about =
      what === 'news' ? { channel: null, purpose: 'marketing' as const } : { channel: what, purpose: null };
    await optOut(trx, { patientId, address: null, ...about, how: 'link', messageId, userId: null }, at);
    return;
  }
  const { declined } = await load(trx, patientId);
  const ids = takenBackBy(declined, what === 'news' ? 'news' : { channel: what });
  const lifted = ids.length === 0 ? 0 : await liftOwn(trx, ids, at);
  if (lifted > 0)
    await recordAudit(trx, {
      userId: null,
      at,
      action: 'consent.opted-in',
      subject: { kind: 'patient', id: patientId },
      detail: { what, how: 'link', messageId },
    });
  if (what === 'news' && !(await hasNewsConsent(trx, patientId)))
    await recordConsent(
      trx,
      patientId,
      { purposes: ['marketing'], channel: null, method: 'web-form', obtainedAt: at.toString(), proof: words },
      { userId: null, at },
    );
  await announce(trx, 'consent', patientId);
};
