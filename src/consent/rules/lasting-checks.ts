import type { Consent, ContactFacts, OptOut } from './contact-facts.ts';
import type { Channel, ContactRequest } from './contact-request.ts';
import type { ConsentRule, ContactRule, LengthRule, RevocationRule } from './contact-rule.ts';
import type { Basis, Check, Refusal } from './gate-decision.ts';

/** What waiting does not change: who the person is, what they said, what the text is. */

const minutesToConfirmOptOut = 5;
const hoursToAnswer = 24;

const check = (
  rule: string,
  source: string,
  stops: Refusal | null,
  numbers: Check['numbers'] = {},
): Check => ({ rule, source, stops, until: null, numbers });

const agoIn = (unit: 'minutes' | 'hours', since: Temporal.Instant, now: Temporal.Instant): number =>
  now.since(since).total(unit);

/** Whether this is an answer to what the person just did. */
export const isAnswer = ({ purpose, answers }: ContactRequest, now: Temporal.Instant): boolean =>
  purpose === 'reply' && answers !== null && agoIn('hours', answers, now) <= hoursToAnswer;

const isConfirmation = ({ purpose, answers }: ContactRequest, now: Temporal.Instant): boolean =>
  purpose === 'opt-out-confirmation' &&
  answers !== null &&
  agoIn('minutes', answers, now) <= minutesToConfirmOptOut;

const needsAddress = (channel: Channel): boolean => channel !== 'in-app' && channel !== 'push';

export const addressChecks = ({ channel }: ContactRequest, facts: ContactFacts): Check[] => [
  check('person', 'house', facts.archived ? 'archived' : null),
  ...(needsAddress(channel)
    ? [check('address', 'house', facts.to === null ? 'no-address' : facts.reachable ? null : 'unreachable')]
    : []),
];

/** The channels on which a no counts for this contact. */
const channelsOfNo = (channel: Channel, rules: readonly ContactRule[]): Channel[] =>
  rules
    .filter((rule): rule is RevocationRule => rule.kind === 'revocation')
    .filter(({ joins }) => joins.includes(channel))
    .flatMap(({ joins }) => [...joins])
    .concat(channel);

const holdsFor = (optOut: OptOut, request: ContactRequest, channels: readonly Channel[]): boolean =>
  (optOut.channel === null || channels.includes(optOut.channel)) &&
  // Who wants no advertising still gets an answer; who wants nothing at all is not even answered.
  (optOut.purpose === null || optOut.purpose === request.purpose);

/** The one message after a stop is allowed within minutes; nothing else is, on that channel. */
export const optOutCheck = (
  request: ContactRequest,
  facts: ContactFacts,
  rules: readonly ContactRule[],
  now: Temporal.Instant,
): Check => {
  if (isConfirmation(request, now))
    return check('opt-out-confirmation', 'FCC, 47 CFR 64.1200(a)(12)', null, {
      minutes: minutesToConfirmOptOut,
    });
  // The carrier's block and the person's word are about what is sent; a person of the clinic may still ring about care.
  const byHand = request.by === 'staff' && request.voice === 'person' && request.purpose !== 'marketing';
  const no = byHand
    ? undefined
    : facts.optOuts.find((optOut) => holdsFor(optOut, request, channelsOfNo(request.channel, rules)));
  if (no === undefined)
    return check('opt-out', 'house', request.purpose === 'opt-out-confirmation' ? 'opted-out' : null);
  return check('opt-out', 'house', no.channel === 'call' ? 'do-not-call' : 'opted-out', {
    optOut: no.id,
    since: no.since.toString(),
    channel: no.channel,
    purpose: no.purpose,
  });
};

const coversContact = (consent: Consent, { purpose, channel }: ContactRequest): boolean =>
  consent.purpose === purpose && (consent.channel === null || consent.channel === channel);

const newestFirst = (a: Consent, b: Consent): number => Temporal.Instant.compare(b.obtainedAt, a.obtainedAt);

/** The strongest yes there is: a written one before a spoken one, a newer before an older. */
const bestConsent = (consents: readonly Consent[]): Consent | undefined =>
  consents
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .toSorted((a, b) => Number(b.written) - Number(a.written) || newestFirst(a, b))[0];

/** What allows the contact, and which consent rules it does not satisfy. */
export const consentChecks = (
  request: ContactRequest,
  facts: ContactFacts,
  rules: readonly ContactRule[],
  now: Temporal.Instant,
): { basis: Basis | null; checks: Check[] } => {
  if (isAnswer(request, now) || isConfirmation(request, now))
    return { basis: { kind: 'answer' }, checks: [check('answer', 'house', null, { hours: hoursToAnswer })] };
  const about = facts.consents.filter((consent) => coversContact(consent, request));
  const best = bestConsent(about);
  const withdrawn = best === undefined && about.some(({ withdrawnAt }) => withdrawnAt !== null);
  const missing: Refusal = withdrawn ? 'consent-withdrawn' : 'no-consent';
  const satisfies = ({ level }: ConsentRule): boolean =>
    level === 'number-given' ? !withdrawn : best !== undefined && (level === 'express' || best.written);
  const numbers = best === undefined ? {} : { consent: best.id, since: best.obtainedAt.toString() };
  const asked = rules.filter((rule): rule is ConsentRule => rule.kind === 'consent');
  const checks = asked.map((rule) =>
    check(rule.id, rule.source, satisfies(rule) ? null : missing, { level: rule.level, ...numbers }),
  );
  if (asked.length === 0)
    checks.push(check('consent', 'house', withdrawn ? 'consent-withdrawn' : null, numbers));
  const basis: Basis = best ? { kind: 'consent', consentId: best.id } : { kind: 'relationship' };
  return { basis: checks.some(({ stops }) => stops !== null) ? null : basis, checks };
};

export const lengthChecks = (
  { characters, seconds }: ContactRequest,
  rules: readonly ContactRule[],
): Check[] =>
  rules
    .filter((rule): rule is LengthRule => rule.kind === 'length')
    .map((rule) => {
      const tooLong =
        (rule.characters !== undefined && characters !== null && characters > rule.characters) ||
        (rule.seconds !== undefined && seconds !== null && seconds > rule.seconds);
      return check(rule.id, rule.source, tooLong ? 'too-long' : null, {
        ...(rule.characters === undefined ? {} : { characters, most: rule.characters }),
        ...(rule.seconds === undefined ? {} : { seconds, most: rule.seconds }),
      });
    });
