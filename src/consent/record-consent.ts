import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { insertConsents, markWithdrawn, patientExists } from './consents.store.ts';
import { lockPeople } from './gate-facts.store.ts';
import type { NewConsent } from './rules/consent-views.ts';

/** userId null: the person themselves, by a form or a link */
type By = { userId: string | null; at: Temporal.Instant };

/** Records what somebody agreed to, each purpose by itself, so that each can be withdrawn by itself. */
export const recordConsent = async (
  trx: ClinicTransaction,
  patientId: string,
  consent: NewConsent,
  by: By,
): Promise<{ ok: true; consentIds: string[] } | { ok: false; why: 'no-such-patient' | 'in-the-future' }> => {
  if (Temporal.Instant.compare(Temporal.Instant.from(consent.obtainedAt), by.at) > 0)
    return { ok: false, why: 'in-the-future' };
  if (!(await patientExists(trx, patientId))) return { ok: false, why: 'no-such-patient' };
  const consentIds = await insertConsents(trx, patientId, consent, by);
  const { purposes, channel, method } = consent;
  await recordAudit(trx, {
    ...by,
    action: 'consent.given',
    subject: { kind: 'patient', id: patientId },
    detail: { purposes: purposes.join(', '), channel, method },
  });
  await announce(trx, 'consent', patientId);
  return { ok: true, consentIds };
};

/** From here on it allows nothing; the record of it stays as proof of what was sent before. */
export const withdrawConsent = async (
  trx: ClinicTransaction,
  consentId: string,
  by: By,
): Promise<'done' | 'no-such-consent'> => {
  const withdrawn = await markWithdrawn(trx, consentId, by);
  if (withdrawn === undefined) return 'no-such-consent';
  // Who is sending to them right now sends first, or sees this.
  await lockPeople(trx, [withdrawn.patientId]);
  await recordAudit(trx, {
    ...by,
    action: 'consent.withdrawn',
    subject: { kind: 'patient', id: withdrawn.patientId },
    detail: { purpose: withdrawn.purpose },
  });
  await announce(trx, 'consent', withdrawn.patientId);
  return 'done';
};
