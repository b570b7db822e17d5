import type { BusinessHours, HolidaySettings } from '../../clinics/rules/opening.ts';
import type { ZoneChoice } from '../../patients/rules/choose-time-zone.ts';
import type { Channel, ChosenPurpose, Purpose } from './contact-request.ts';

/** Somebody's yes, as it stands in the records. */
export type Consent = {
  id: string;
  purpose: ChosenPurpose;
  /** null: on every channel */
  channel: Channel | null;
  written: boolean;
  obtainedAt: Temporal.Instant;
  withdrawnAt: Temporal.Instant | null;
};

/** Somebody's no. */
export type OptOut = {
  id: string;
  /** null: every channel */
  channel: Channel | null;
  /** null: every purpose */
  purpose: ChosenPurpose | null;
  since: Temporal.Instant;
};

/** A contact that took its place among the ones that are counted. */
export type CountedContact = { key: string; channel: Channel; purpose: Purpose; at: Temporal.Instant };

/** Where the law of a contact is looked up. */
export type Place = {
  country: string | null;
  /** a state, where it is known */
  region: string | null;
  source: 'address' | 'number' | 'clinic' | 'unknown';
};

/** Everything that the decision about one contact depends on, besides the time. */
export type ContactFacts = {
  /** E.164 or an e-mail address; null where there is none, or the channel needs none */
  to: string | null;
  /** the number or address takes no more: marked unreachable, or a line that takes no SMS */
  reachable: boolean;
  archived: boolean;
  zone: ZoneChoice;
  place: Place;
  clinic: { zone: string; hours: BusinessHours; holidays: HolidaySettings };
  consents: readonly Consent[];
  optOuts: readonly OptOut[];
  /** of the last days, this contact's own place left out */
  contacts: readonly CountedContact[];
};
