import { recordAudit } from '../audit/record-audit.ts';
import { recordEvent } from '../events/record-event.ts';
import { loadClinicReading } from '../imports/load-reading.ts';
import { readFhirPatient } from '../imports/rules/read-fhir-patient.ts';
import { isOfOneField, type Fault } from '../imports/rules/reasons.ts';
import { saveImportedPatients } from '../patients/save-imported-patients.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { ownId } from './rules/fhir-source.ts';

export type ReceivedResource =
  | { ok: true; id: string; outcome: 'added' | 'updated' | 'unchanged'; leftOut: Fault[] }
  | { ok: false; faults: Fault[] };

/** Takes a patient as a practice system describes them. Whoever is here already is brought up to date; fields that cannot be read are left out. */
export const receiveFhirPatient = async (
  trx: ClinicTransaction,
  resource: unknown,
  by: { userId: string; at: Temporal.Instant },
): Promise<ReceivedResource> => {
  const read = readFhirPatient(resource, await loadClinicReading(trx, by.at));
  if (read.faults.some((fault) => !isOfOneField(fault))) return { ok: false, faults: read.faults };
  const own = ownId(resource, 'Patient');
  const externalIds = own === null ? read.draft.externalIds : [...read.draft.externalIds, own];
  const row = { key: 0, draft: { ...read.draft, externalIds } };
  const [saved] = await saveImportedPatients(trx, [row], 'update', by.at);
  if (saved === undefined) return { ok: false, faults: [{ code: 'not-readable', field: null }] };
  const { outcome, patientId: id } = saved;
  if (outcome === 'matches-several' || outcome === 'patient-number-taken')
    return { ok: false, faults: [{ code: outcome, field: 'identifier' }] };
  if (id === null) return { ok: false, faults: [{ code: 'not-readable', field: null }] };
  const subject = { kind: 'patient', id };
  await recordAudit(trx, { ...by, action: 'patient.told', subject });
  if (outcome === 'added')
    await recordEvent(trx, {
      kind: 'PATIENT_CREATED',
      occurredAt: by.at,
      patientId: id,
      payload: { enteredBy: 'practice-system' },
    });
  await announce(trx, 'patients', id);
  return { ok: true, id, outcome: outcome === 'skipped' ? 'unchanged' : outcome, leftOut: read.faults };
};
