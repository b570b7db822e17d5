import type { Role } from '../accounts/rules/role.ts';
import type { PaymentStatus } from '../care/rules/settle-balance.ts';
import type { TreatmentPhase } from '../care/rules/treatment-phase.ts';
import type { Language } from '../clinics/rules/language.ts';

type Spoken = Record<Language, string>;

export type DemoRoute = {
  /** null: calls for nobody in particular */
  department: string | null;
  priority: number;
  by: 'portal' | 'phone';
};

export type DemoStaff = {
  name: string;
  title: string;
  email: string;
  /** null: no account, calls by phone only */
  role: Role | null;
  phoneNumber: string | null;
  routes: DemoRoute[];
};

export type DemoPatient = {
  givenName: string;
  familyName: string;
  birthDate: string;
  phoneNumber: string;
  email?: string;
  language?: Language;
  balanceCents?: number;
  vip?: boolean;
  /** besides the first number */
  homeNumber?: string;
  preferredName?: string;
  /** BCP 47 */
  spokenLanguages?: string[];
  tags?: string[];
  /** pinned */
  note?: string;
  /** full name of the mother */
  mother?: string;
};

export type DemoTask = {
  kind: 'task' | 'callback' | 'note';
  title: string | null;
  body: string | null;
  /** full name of the patient */
  about: string;
  /** full name of the staff member; null: whoever comes first */
  owner: string | null;
  dueInHours: number | null;
};

/** What is done for a patient and what they have to pay; `about` is a full name, days are counted from the first one. */
export type DemoCare = {
  plans: { about: string; name: string; phase: TreatmentPhase; totalCents: number; link: string | null }[];
  procedures: { about: string; name: string; code: string | null; doneDaysAgo: number | null }[];
  payments: {
    about: string;
    amountCents: number;
    dueInDays: number;
    status: PaymentStatus;
    fault: string | null;
    link: string;
  }[];
};

/** Everything about one demo clinic, as data. People and numbers are invented; the numbers are set aside for fiction. */
export type DemoClinic = {
  slug: string;
  name: string;
  timeZone: string;
  language: Language;
  currency: string;
  phoneNumber: string;
  /** below e-mails; without one no marketing e-mail leaves */
  postalAddress: string;
  greeting: Spoken;
  voicemailMessage: Spoken;
  voicemailEmail: string;
  departments: { name: string; voicemailEmail?: string; voicemailGreeting?: Spoken }[];
  menu: { digit: string; department: string; label: string; spoken: Spoken }[];
  staff: DemoStaff[];
  /** accounts that answer no calls */
  observers: { name: string; email: string; role: Role }[];
  practitioners: string[];
  visitReasons: string[];
  patients: DemoPatient[];
  /** where the proof of the marketing consents is */
  consentProof: string;
  tasks: DemoTask[];
  care: DemoCare;
  leads: { name: string; phoneNumber: string; email: string; interest: string }[];
};
