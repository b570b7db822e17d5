import type { ContactFacts } from './contact-facts.ts';
import type { ContactRequest } from './contact-request.ts';
import type { ContactRule, DisclosureRule } from './contact-rule.ts';
import { contactRules } from './contact-rules.ts';
import { refusals, type Check, type GateDecision } from './gate-decision.ts';
import { addressChecks, consentChecks, isAnswer, lengthChecks, optOutCheck } from './lasting-checks.ts';
import { firstAllowed, passingChecks } from './passing-checks.ts';
import { rulesInForce } from './rules-in-force.ts';

const isTimed = ({ stops }: Check): boolean => refusals.indexOf(stops!) >= refusals.indexOf('quiet-hours');

/** The gravest of what stands in the way: what lasts before what passes. */
const gravest = (checks: readonly Check[]): Check | undefined =>
  checks
    .filter(({ stops }) => stops !== null)
    .toSorted((a, b) => refusals.indexOf(a.stops!) - refusals.indexOf(b.stops!))[0];

const disclosuresOf = (rules: readonly ContactRule[]): GateDecision['disclosures'] => [
  ...new Set(
    rules.filter((rule): rule is DisclosureRule => rule.kind === 'disclosure').map(({ say }) => say),
  ),
];

/** Hours and caps hold for what is sent by itself, not for what a person does or answers. */
const isTimeBound = (request: ContactRequest, now: Temporal.Instant): boolean =>
  request.by === 'automation' &&
  request.purpose !== 'opt-out-confirmation' &&
  !isAnswer(request, now) &&
  request.channel !== 'in-app';

/**
 * The gate: whether this contact may be made now, and why. Every rule that holds is asked, so that the answer names all
 * that stands in the way, not the first of it.
 * @param rules other rules for a test; left out: those of the product
 */
export const mayContact = (
  request: ContactRequest,
  facts: ContactFacts,
  now: Temporal.Instant,
  rules: readonly ContactRule[] = contactRules,
): GateDecision => {
  const today = now.toZonedDateTimeISO(facts.zone.zone).toPlainDate();
  const inForce = rulesInForce(rules, request, facts.place, today);
  // A marketing cap is the clinic's promise: nobody presses it aside by hand.
  const timed = inForce.filter(
    (rule) => isTimeBound(request, now) || (rule.kind === 'cap' && request.purpose === 'marketing'),
  );
  const { basis, checks: consents } = consentChecks(request, facts, inForce, now);
  const lasting = [
    ...addressChecks(request, facts),
    optOutCheck(request, facts, inForce, now),
    ...consents,
    ...lengthChecks(request, inForce),
  ];
  const checks = [...lasting, ...passingChecks(timed, facts, now)];
  const stopping = gravest(checks);
  const waits = stopping !== undefined && isTimed(stopping);
  return {
    allowed: stopping === undefined,
    reason: stopping?.stops ?? 'allowed',
    rule: stopping?.rule ?? null,
    notBefore: waits ? firstAllowed(timed, facts, now) : null,
    to: facts.to,
    zone: facts.zone,
    place: facts.place,
    basis: stopping === undefined || waits ? basis : null,
    checks,
    disclosures: disclosuresOf(inForce),
  };
};
