import { recordAudit } from '../audit/record-audit.ts';
import { endLinks, showOpenLinks } from '../links/links-of-patient.ts';
import type { LinkWriter } from '../links/link-writer.ts';
import { messageKeyOf, writeToPatient } from '../messages/inbox/write-to-person.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { patientLanguage, selectClinicFace } from './patient-page.store.ts';
import { pageLinkSubject, pageLinkText, type PageLinks } from './rules/page-links-view.ts';

type By = { userId: string; staffId: string | null; at: Temporal.Instant };

/** @returns null: no such patient */
export const showPageLinks = async (
  trx: ClinicTransaction,
  patientId: string,
  now: Temporal.Instant,
): Promise<PageLinks | null> => {
  if ((await patientLanguage(trx, patientId)) === null) return null;
  const { open, until, lastSentAt, used } = await showOpenLinks(trx, patientId, 'page', now);
  return { open, until: until?.toString() ?? null, lastSentAt: lastSentAt?.toString() ?? null, used };
};

/** Sends somebody a link to their own page. @returns null: no such patient; false: they have no such address */
export const sendPageLink = async (
  trx: ClinicTransaction,
  patientId: string,
  { key, channel, writer }: { key: string; channel: 'sms' | 'email'; writer: LinkWriter },
  by: By,
): Promise<boolean | null> => {
  const language = await patientLanguage(trx, patientId);
  if (language === null) return null;
  const { name: clinic } = await selectClinicFace(trx);
  const url = writer.url(messageKeyOf(key), { purpose: 'page', target: null });
  const text = pageLinkText(language, { clinic, url });
  const subject = channel === 'email' ? pageLinkSubject[language] : undefined;
  const { conversationId } = await writeToPatient(trx, patientId, { key, channel, text, subject }, by);
  return conversationId !== null;
};

/** Ends every link to somebody's page, at once. @returns null: no such patient */
export const endPageLinks = async (
  trx: ClinicTransaction,
  patientId: string,
  { userId, at }: By,
): Promise<number | null> => {
  if ((await patientLanguage(trx, patientId)) === null) return null;
  const ended = await endLinks(trx, patientId, 'page', at);
  if (ended > 0)
    await recordAudit(trx, {
      userId,
      at,
      action: 'patient.page-links-ended',
      subject: { kind: 'patient', id: patientId },
      detail: { ended },
    });
  await announce(trx, 'messages', patientId);
  return ended;
};
