import { findAppointment } from '../appointments/find-appointment.ts';
import type { OnAppointmentsChanged } from '../appointments/note-appointment-change.ts';
import { receiveAppointment } from '../appointments/receive-appointment.ts';
import { saveImportedPractitioners } from '../appointments/save-imported-appointments.ts';
import {
  readFhirAppointment,
  type Actor,
  type ReadAppointment,
} from '../imports/rules/read-fhir-appointment.ts';
import { findPatient } from '../patients/find-patient.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { ReceivedResource } from './receive-fhir-patient.ts';
import { idsOfReference, ownId } from './rules/fhir-source.ts';

const patientOf = async (
  trx: ClinicTransaction,
  resource: unknown,
  actor: Actor | null,
): Promise<string | null> => {
  for (const id of idsOfReference(resource, actor?.reference ?? null)) {
    const found = await findPatient(trx, id);
    if (found !== null) return found;
  }
  return null;
};

/** By what the sender calls them, else by name; somebody new gets a calendar. */
const practitionerOf = async (
  trx: ClinicTransaction,
  resource: unknown,
  actor: Actor | null,
): Promise<string | null> => {
  const externalIds = idsOfReference(resource, actor?.reference ?? null);
  const name = actor?.name ?? externalIds[0]?.value ?? null;
  if (name === null) return null;
  const saved = await saveImportedPractitioners(trx, [{ key: 'one', name, externalIds }]);
  return saved.get('one')?.id ?? null;
};

/** Under which of its ids the appointment is known; of a new one the practice's identifier before the server's id. */
const externalIdOf = async (
  trx: ClinicTransaction,
  resource: unknown,
  { externalId }: ReadAppointment,
): Promise<ReadAppointment['externalId']> => {
  const own = ownId(resource, 'Appointment');
  const inOrder = externalId?.system === 'fhir' ? [own, externalId] : [externalId, own];
  const ids = inOrder.filter((id) => id !== null);
  for (const id of ids) if ((await findAppointment(trx, id)) !== null) return id;
  return ids[0] ?? null;
};

/** Takes an appointment as a practice system describes it. Its patient must be known. */
export const receiveFhirAppointment = async (
  trx: ClinicTransaction,
  resource: unknown,
  {
    onAppointmentsChanged,
    ...by
  }: {
    userId: string;
    at: Temporal.Instant;
    onAppointmentsChanged: OnAppointmentsChanged;
  },
): Promise<ReceivedResource> => {
  const read = readFhirAppointment(resource, new Set(), new Set());
  if (read === null) return { ok: false, faults: [{ code: 'not-readable', field: null }] };
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  const patientId = await patientOf(trx, resource, read.patient);
  if (patientId === null) return { ok: false, faults: [{ code: 'patient-unknown', field: 'participant' }] };
  const externalId = await externalIdOf(trx, resource, read);
  if (externalId === null) return { ok: false, faults: [{ code: 'not-readable', field: 'id' }] };
  const practitionerId = await practitionerOf(trx, resource, read.practitioner);
  if (practitionerId === null)
    return { ok: false, faults: [{ code: 'practitioner-missing', field: 'participant' }] };
  const { startsAt, endsAt, reason, status } = read;
  const draft = { key: 0, patientId, practitionerId, startsAt, endsAt, reason, status, externalId };
  const received = await receiveAppointment(trx, draft, by, onAppointmentsChanged);
  return { ok: true, ...received, leftOut: [] };
};
