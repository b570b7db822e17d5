import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { recordEvent } from '../events/record-event.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { clinicSettings } from './clinic-settings.store.ts';
import { replaceLists } from './contact-points.store.ts';
import { insertPatient } from './patient-record.store.ts';
import type { NewPatient } from './rules/patient-draft.ts';
import { readLists } from './rules/read-lists.ts';

export type Refused =
  | { ok: false; why: 'unreadable'; fault: string }
  | { ok: false; why: 'identifier-taken' };

/**
 * Enters a person. A second one of the same name may well be somebody else: duplicates are shown, not refused.
 * After a refusal the transaction must be given up.
 */
export const addPatient = async (
  trx: ClinicTransaction,
  { phoneNumbers, emails, identifiers, tags, ...own }: NewPatient,
  by: { userId: string; at: Temporal.Instant },
): Promise<{ ok: true; id: string } | Refused> => {
  const { country } = await clinicSettings(trx);
  const read = readLists({ phoneNumbers, emails, identifiers, tags }, country);
  if (!read.ok) return { ok: false, why: 'unreadable', fault: read.fault };
  const id = randomUUIDv7();
  await insertPatient(trx, id, own, by.at);
  if (!(await replaceLists(trx, id, read.lists))) return { ok: false, why: 'identifier-taken' };
  await recordAudit(trx, { ...by, action: 'patient.added', subject: { kind: 'patient', id } });
  await recordEvent(trx, {
    kind: 'PATIENT_CREATED',
    occurredAt: by.at,
    patientId: id,
    payload: { enteredBy: 'staff' },
  });
  await announce(trx, 'patients', id);
  return { ok: true, id };
};
