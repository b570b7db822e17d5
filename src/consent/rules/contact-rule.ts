import type { Channel, Purpose, Voice } from './contact-request.ts';

/** Days of the week (1 = Monday) and local times between which a contact may be made. */
export type Window = { days: readonly number[]; from: string; to: string };

/** What has to be said or put into a contact. */
export type Disclosure =
  | 'identify-clinic'
  | 'how-to-opt-out'
  | 'automated-voice'
  | 'ai-voice'
  | 'recording'
  | 'unsubscribe-link'
  | 'postal-address';

/** How firm a yes has to be. number-given: a patient who gave this number to the clinic. */
export type ConsentLevel = 'number-given' | 'express' | 'written';

type Scope = {
  /** stands in every decision, and has words in both languages */
  id: string;
  /** ISO 3166; left out: everywhere */
  countries?: readonly string[];
  exceptCountries?: readonly string[];
  /** a state of that country */
  region?: string;
  channels?: readonly Channel[];
  purposes?: readonly Purpose[];
  voices?: readonly Voice[];
  /** local dates between which it holds */
  since: string;
  until?: string;
  /** law or, for rules of this product, "house" */
  source: string;
  /** the day on which its numbers were compared with what stands there; left out: not compared, or our own */
  checked?: { on: string; at: string };
};

export type HoursRule = Scope & {
  kind: 'hours';
  windows: readonly Window[];
  /** also on public holidays of the place */
  onHolidays: boolean;
};
/** Only while the clinic itself is open; windows stand in for a clinic that set no hours. */
export type ClinicHoursRule = Scope & { kind: 'clinic-hours'; windows: readonly Window[] };
export type CapRule = Scope & {
  kind: 'cap';
  most: number;
  /** a calendar day of the person, or so many times 24 hours */
  within: 'day' | { days: number };
  counts: { purposes: readonly Purpose[]; channels?: readonly Channel[] };
};
export type ConsentRule = Scope & { kind: 'consent'; level: ConsentLevel };
export type LengthRule = Scope & { kind: 'length'; characters?: number; seconds?: number };
export type DisclosureRule = Scope & { kind: 'disclosure'; say: Disclosure; whenRecorded?: boolean };
/** A no on one of these channels is a no on all of them. */
export type RevocationRule = Scope & { kind: 'revocation'; joins: readonly Channel[] };

export type ContactRule =
  | HoursRule
  | ClinicHoursRule
  | CapRule
  | ConsentRule
  | LengthRule
  | DisclosureRule
  | RevocationRule;
