import type { ClinicTransaction } from '../platform/database/database.ts';
import { previewGates } from './ask-gate.ts';
import { selectConsentPage } from './consents.store.ts';
import { selectWhoTheyAre } from './gate-facts.store.ts';
import { selectAddresses, selectOptOutPage } from './opt-out-views.store.ts';
import { chosenPurposeSchema, type Channel } from './rules/contact-request.ts';
import type { PatientConsent } from './rules/patient-consent-view.ts';

/** Nobody has more than this; the Consent page shows all. */
const most = 100;

/** The ways that are asked about on a person's page. A call by itself is a recorded voice. */
const channels: readonly Channel[] = ['sms', 'email', 'call'];
const questions = channels.flatMap((channel) =>
  chosenPurposeSchema.options.map((purpose) => ({
    key: `${channel}:${purpose}`,
    channel,
    purpose,
    ...(channel === 'call' ? { voice: 'recorded' as const } : {}),
  })),
);

/** What somebody agreed to and declined, and what may reach them right now; null when the clinic has no such person. */
export const showPatientConsent = async (
  trx: ClinicTransaction,
  asked: string,
  now: Temporal.Instant,
): Promise<PatientConsent | null> => {
  const patientId = (await selectWhoTheyAre(trx, [asked])).get(asked);
  if (patientId === undefined) return null;
  const filter = { after: null, limit: most };
  const addresses = await selectAddresses(trx, patientId);
  const answers = await previewGates(
    trx,
    questions.map((question) => ({ ...question, patientId })),
    now,
  );
  const { zone, place } = answers[0]!;
  return {
    consents: await selectConsentPage(trx, {
      ...filter,
      purpose: undefined,
      withdrawn: undefined,
      patientIds: [patientId],
    }),
    optOuts: await selectOptOutPage(trx, {
      ...filter,
      channel: undefined,
      lifted: undefined,
      whose: { patientIds: [patientId], addresses, part: null },
    }),
    answers: answers.map(({ allowed, reason, notBefore }, index) => ({
      channel: questions[index]!.channel,
      purpose: questions[index]!.purpose,
      allowed,
      reason,
      notBefore: notBefore?.toString() ?? null,
    })),
    zone,
    place,
  };
};
