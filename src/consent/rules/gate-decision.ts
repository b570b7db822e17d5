import type { ZoneChoice } from '../../patients/rules/choose-time-zone.ts';
import type { Place } from './contact-facts.ts';
import type { Disclosure } from './contact-rule.ts';

/** Why a contact may not be made, the lasting ones first. */
export const refusals = [
  'no-such-person',
  'archived',
  'no-address',
  'unreachable',
  'opted-out',
  'do-not-call',
  'consent-withdrawn',
  'no-consent',
  'too-long',
  'quiet-hours',
  'holiday',
  'clinic-closed',
  'marketing-cap',
  'daily-cap',
  'weekly-cap',
] as const;
export type Refusal = (typeof refusals)[number];

/** One rule that was asked, with its numbers. */
export type Check = {
  rule: string;
  source: string;
  /** null: it does not stand in the way */
  stops: Refusal | null;
  /** when it does no longer, null when waiting does not help */
  until: Temporal.Instant | null;
  numbers: Record<string, string | number | boolean | null>;
};

/** What makes a contact lawful. */
export type Basis =
  | { kind: 'consent'; consentId: string }
  /** a patient of the clinic who gave it the number or address */
  | { kind: 'relationship' }
  /** they wrote or called, and this answers it */
  | { kind: 'answer' };

/** What the gate says about one contact at one instant. */
export type GateDecision = {
  allowed: boolean;
  reason: 'allowed' | Refusal;
  /** the rule that stops it */
  rule: string | null;
  /** when the same contact would be allowed, as far as can be told; null when waiting does not help */
  notBefore: Temporal.Instant | null;
  to: string | null;
  zone: ZoneChoice;
  place: Place;
  basis: Basis | null;
  checks: Check[];
  /** what has to be said in it */
  disclosures: Disclosure[];
};
