import type { AppointmentDraft } from '../appointments/rules/appointment-draft.ts';
import {
  saveImportedAppointments,
  saveImportedPractitioners,
} from '../appointments/save-imported-appointments.ts';
import { findPatientsByExternalIds } from '../patients/save-imported-patients.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { subjectsOf, type BatchWork, type Saved } from './batch-work.ts';
import { readFhirAppointment, type Actor, type ReadAppointment } from './rules/read-fhir-appointment.ts';
import { lastingId, namesToTry } from './rules/references.ts';
import type { Fault } from './rules/reasons.ts';
import type { StagedRow } from './staged-rows.ts';
import { findSubjects } from './staging.store.ts';

type Read = { staged: StagedRow; read: ReadAppointment | null };

const referencesIn = (resource: unknown): string[] => {
  const { participant } = (resource ?? {}) as { participant?: unknown };
  if (!Array.isArray(participant)) return [];
  return participant.flatMap((one: { actor?: { reference?: unknown } } | null) =>
    typeof one?.actor?.reference === 'string' ? [one.actor.reference] : [],
  );
};

/** Reads them, with the file's own people known: `urn:uuid:…` does not say whether it is a patient. */
const readAll = async (trx: ClinicTransaction, { one, rows }: BatchWork) => {
  const references = rows.flatMap((row) => ('cells' in row ? [] : referencesIn(row.resource)));
  const known = await findSubjects(trx, one.id, references.flatMap(namesToTry));
  const of = (kind: string): Set<string> =>
    new Set([...known].flatMap(([name, subject]) => (subject.kind === kind ? [name] : [])));
  const [patients, practitioners] = [of('patient'), of('practitioner')];
  const reads = rows.map((staged): Read => ({
    staged,
    read: 'cells' in staged ? null : readFhirAppointment(staged.resource, patients, practitioners),
  }));
  return { known, reads };
};

type Finder = (actor: Actor | null) => string | undefined;

/** Patients of this file, else those that an earlier file has brought under the same address. */
const patientFinder = async (
  trx: ClinicTransaction,
  known: Awaited<ReturnType<typeof readAll>>['known'],
  reads: Read[],
): Promise<Finder> => {
  const inFile: Finder = (actor) =>
    namesToTry(actor?.reference ?? null)
      .map((name) => known.get(name))
      .find((one) => one?.kind === 'patient')?.id;
  const elsewhere = reads.flatMap(({ read }) => {
    const id = read && inFile(read.patient) === undefined ? lastingId(read.patient?.reference ?? null) : null;
    return id === null ? [] : [id];
  });
  const here = await findPatientsByExternalIds(trx, elsewhere);
  return (actor) => {
    const lasting = lastingId(actor?.reference ?? null);
    return inFile(actor) ?? (lasting ? here.get(JSON.stringify([lasting.system, lasting.value])) : undefined);
  };
};

/** Practitioners of this file; one who is only named is found by that name, or added. */
const practitionerFinder = async (
  trx: ClinicTransaction,
  known: Awaited<ReturnType<typeof readAll>>['known'],
  reads: Read[],
): Promise<Finder> => {
  const inFile: Finder = (actor) =>
    namesToTry(actor?.reference ?? null)
      .map((name) => known.get(name))
      .find((one) => one?.kind === 'practitioner')?.id;
  const named = new Map(
    reads.flatMap(({ read }) => {
      const actor = read?.faults.length === 0 ? read.practitioner : null;
      return actor?.name && inFile(actor) === undefined ? [[actor.name, actor.name] as const] : [];
    }),
  );
  const saved = await saveImportedPractitioners(
    trx,
    [...named.keys()].map((name) => ({ key: name, name, externalIds: [] })),
  );
  return (actor) => inFile(actor) ?? saved.get(actor?.name ?? '')?.id;
};

const missing = (
  patientId: string | undefined,
  practitionerId: string | undefined,
  read: ReadAppointment,
): Fault[] => [
  ...(patientId === undefined && read.patient !== null
    ? [{ code: 'patient-unknown' as const, field: null }]
    : []),
  ...(practitionerId === undefined && read.practitioner !== null && read.faults.length === 0
    ? [{ code: 'practitioner-missing' as const, field: null }]
    : []),
];

/** Appointments whose patient is known. One without a patient is nobody's, and is refused. */
export const saveAppointments = async (trx: ClinicTransaction, work: BatchWork): Promise<Saved[]> => {
  const { known, reads } = await readAll(trx, work);
  const patientOf = await patientFinder(trx, known, reads);
  const practitionerOf = await practitionerFinder(trx, known, reads);
  const drafts: AppointmentDraft[] = [];
  const results = reads.map(({ staged, read }): Saved => {
    const refused = {
      row: staged.row,
      as: 'appointment' as const,
      outcome: 'refused' as const,
      subjects: [],
    };
    if (read === null) return { ...refused, faults: [{ code: 'not-readable', field: null }], remarks: [] };
    const [patientId, practitionerId] = [patientOf(read.patient), practitionerOf(read.practitioner)];
    const faults = [...read.faults, ...missing(patientId, practitionerId, read)];
    if (faults.length > 0 || patientId === undefined || practitionerId === undefined)
      return { ...refused, faults, remarks: read.remarks };
    const { startsAt, endsAt, reason, status } = read;
    const externalId = read.externalId ?? { system: 'fhir', value: `${patientId} ${startsAt}` };
    drafts.push({ key: staged.row, patientId, practitionerId, startsAt, endsAt, reason, status, externalId });
    return { ...refused, outcome: 'added', faults, remarks: read.remarks };
  });
  const saved = new Map(
    (
      await saveImportedAppointments(
        trx,
        drafts,
        work.choices.onDuplicate === 'skip' ? 'skip' : 'update',
        work.onAppointmentsChanged,
      )
    ).map((one) => [one.key, one]),
  );
  return results.map((result, index) => {
    const came = saved.get(result.row);
    if (came === undefined) return result;
    const subjects = subjectsOf(reads[index]!.staged, 'appointment', {
      id: came.id,
      added: came.outcome === 'added',
    });
    return { ...result, outcome: came.outcome, subjects };
  });
};
