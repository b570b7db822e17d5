import type { Place } from './contact-facts.ts';
import type { ContactRequest } from './contact-request.ts';
import type { ContactRule } from './contact-rule.ts';

const includes = <T>(list: readonly T[] | undefined, value: T | null): boolean =>
  list === undefined || (value !== null && list.includes(value));

const holdsIn = (rule: ContactRule, { country, region }: Place): boolean =>
  includes(rule.countries, country) &&
  !(country !== null && rule.exceptCountries?.includes(country) === true) &&
  (rule.region === undefined || rule.region === region);

const isAbout = (rule: ContactRule, request: ContactRequest): boolean =>
  includes(rule.channels, request.channel) &&
  includes(rule.purposes, request.purpose) &&
  includes(rule.voices, request.voice) &&
  (rule.kind !== 'disclosure' || rule.whenRecorded !== true || request.recorded);

/** The rules that hold for this contact on that local day. */
export const rulesInForce = (
  rules: readonly ContactRule[],
  request: ContactRequest,
  place: Place,
  day: Temporal.PlainDate,
): ContactRule[] => {
  const date = day.toString();
  return rules.filter(
    (rule) =>
      rule.since <= date &&
      (rule.until === undefined || date <= rule.until) &&
      holdsIn(rule, place) &&
      isAbout(rule, request),
  );
};
