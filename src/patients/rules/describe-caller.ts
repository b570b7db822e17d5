import { isOpen, type TreatmentPhase } from '../../care/rules/treatment-phase.ts';
import type { Language } from '../../clinics/rules/language.ts';
import type { CallerView } from './caller-view.ts';
import { relationWords } from './relation-words.ts';
import type { Relation } from './relation.ts';

export type KnownPatient = {
  id: string;
  givenName: string;
  familyName: string;
  /** "YYYY-MM-DD" */
  birthDate: string | null;
  language: Language | null;
  /** what they owe, in the clinic's currency */
  balanceCents: number;
  vip: boolean;
};
/** The one that goes on, else their last. */
export type KnownPlan = { patientId: string; name: string; phase: TreatmentPhase };
export type KnownLead = { id: string; name: string; language: Language | null };
export type Guardianship = { guardianId: string; patientId: string; relation: Relation };
export type ComingAppointment = {
  patientId: string;
  startsAt: Temporal.Instant;
  reason: string;
  practitioner: string;
};

/** All that is known about one telephone number. */
export type NumberOwners = {
  /** the patients with this number, and the children they answer for */
  patients: readonly KnownPatient[];
  /** between those patients only */
  guardianships: readonly Guardianship[];
  /** newest first */
  leads: readonly KnownLead[];
  /** soonest first */
  appointments: readonly ComingAppointment[];
  plans: readonly KnownPlan[];
};

/** The caller as the portal shows them, and whom to note on the call (null: nobody, or not certain who). */
export type Caller = CallerView & {
  patientId: string | null;
  leadId: string | null;
  /** of the treatments of all of them */
  phases: TreatmentPhase[];
};

export const unknownCaller: Caller = {
  kind: 'unknown',
  name: null,
  people: [],
  language: null,
  nextAppointment: null,
  balance: null,
  plan: null,
  lastContacts: [],
  patientId: null,
  leadId: null,
  phases: [],
};

const nameOf = ({ givenName, familyName }: KnownPatient): string => `${givenName} ${familyName}`;

/** The one value all share, else null. */
const shared = <T>(values: readonly T[]): T | null => {
  const [first, ...others] = new Set(values);
  return first === undefined || others.length > 0 ? null : first;
};

/** Guardians first, then the eldest: the person on the line is most likely at the top. */
const order = (patients: readonly KnownPatient[], guardianIds: ReadonlySet<string>): KnownPatient[] =>
  patients.toSorted(
    (a, b) =>
      Number(guardianIds.has(b.id)) - Number(guardianIds.has(a.id)) ||
      (a.birthDate ?? '9999').localeCompare(b.birthDate ?? '9999') ||
      a.givenName.localeCompare(b.givenName),
  );

const familyName = (patients: readonly KnownPatient[]): string =>
  shared(patients.map((patient) => patient.familyName)) ??
  [...new Set(patients.map((patient) => patient.familyName))].join(' / ');

const describePatients = (owners: NumberOwners, clinic: { language: Language; currency: string }): Caller => {
  const guardianIds = new Set(owners.guardianships.map(({ guardianId }) => guardianId));
  const patients = order(owners.patients, guardianIds);
  const byId = new Map(patients.map((patient) => [patient.id, patient]));
  const guardians = patients.filter(({ id }) => guardianIds.has(id));
  // One person, or one guardian, is who calls; with two parents on one number nobody can tell.
  const caller = patients.length === 1 ? patients[0] : guardians.length === 1 ? guardians[0] : undefined;
  const wardsOf = (guardianId: string) =>
    patients.flatMap((ward) =>
      owners.guardianships
        .filter((one) => one.guardianId === guardianId && one.patientId === ward.id)
        .map(({ relation }) => ({ relation, givenName: ward.givenName })),
    );
  const plans = owners.plans.filter(({ patientId }) => byId.has(patientId));
  const plan = plans.find(({ phase }) => isOpen(phase));
  const next = owners.appointments.find(({ patientId }) => byId.has(patientId));
  return {
    kind: patients.length === 1 ? 'patient' : 'family',
    name: caller ? nameOf(caller) : familyName(patients),
    people: patients.map((patient) => ({
      id: patient.id,
      kind: 'patient',
      name: nameOf(patient),
      birthDate: patient.birthDate,
      relation: relationWords(wardsOf(patient.id), clinic.language),
      vip: patient.vip,
    })),
    language: caller?.language ?? shared(patients.map(({ language }) => language)),
    nextAppointment: next
      ? {
          startsAt: next.startsAt.toString(),
          reason: next.reason,
          practitioner: next.practitioner,
          patientName: nameOf(byId.get(next.patientId)!),
        }
      : null,
    balance: {
      cents: patients.reduce((sum, { balanceCents }) => sum + balanceCents, 0),
      currency: clinic.currency,
    },
    plan: plan
      ? { name: plan.name, phase: plan.phase, patientName: nameOf(byId.get(plan.patientId)!) }
      : null,
    lastContacts: [],
    patientId: caller?.id ?? null,
    leadId: null,
    phases: plans.map(({ phase }) => phase),
  };
};

const describeLeads = (leads: readonly KnownLead[], newest: KnownLead): Caller => ({
  ...unknownCaller,
  kind: 'lead',
  name: newest.name,
  people: leads.map(({ id, name }) => ({
    id,
    kind: 'lead',
    name,
    birthDate: null,
    relation: null,
    vip: false,
  })),
  language: newest.language,
  leadId: newest.id,
});

/**
 * Who is probably calling. A patient goes before a lead with the same number: the lead has become one.
 * @param clinic its language is the one the staff reads the relation in
 */
export const describeCaller = (
  owners: NumberOwners,
  clinic: { language: Language; currency: string },
): Caller => {
  if (owners.patients.length > 0) return describePatients(owners, clinic);
  const [newest] = owners.leads;
  return newest ? describeLeads(owners.leads, newest) : unknownCaller;
};
