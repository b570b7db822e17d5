import type { HolidaySettings } from '../../clinics/rules/opening.ts';
import { roomUnderCap } from './contact-caps.ts';
import type { ContactFacts } from './contact-facts.ts';
import { nextInHours, windowsOf } from './contact-hours.ts';
import type { CapRule, ClinicHoursRule, ContactRule, HoursRule } from './contact-rule.ts';
import type { Check, Refusal } from './gate-decision.ts';

/** What changes by waiting: hours, holidays and caps. */

type TimeRule = HoursRule | ClinicHoursRule | CapRule;
const isTimeRule = (rule: ContactRule): rule is TimeRule =>
  rule.kind === 'hours' || rule.kind === 'clinic-hours' || rule.kind === 'cap';

const same = (a: Temporal.Instant | null, b: Temporal.Instant): boolean => a !== null && a.equals(b);

/** The holidays where the person is: of their own state where that is known. */
const holidaysOf = ({ place, clinic }: ContactFacts): HolidaySettings | null => {
  const { country, region } = place;
  const near = country === (clinic.holidays.country ?? null);
  // The clinic's own calendar knows its state, and the days on which it works nevertheless.
  if (near && (region === null || region === (clinic.holidays.state ?? region))) return clinic.holidays;
  return country === null ? null : { country, ...(region === null ? {} : { state: region }) };
};

const local = (at: Temporal.Instant, zone: string): string => {
  const time = at.toZonedDateTimeISO(zone);
  return `${time.toPlainDate().toString()} ${time.toPlainTime().toString().slice(0, 5)}`;
};

const windowText = (windows: HoursRule['windows']): string =>
  [...new Set(windows.map(({ from, to }) => `${from}–${to}`))].join(', ');

const hoursCheck = (rule: HoursRule, facts: ContactFacts, now: Temporal.Instant): Check => {
  const { zone, source } = facts.zone;
  const hours = { windows: rule.windows, zone };
  const holidays = rule.onHolidays ? null : holidaysOf(facts);
  const next = nextInHours({ ...hours, holidays }, now);
  const open = same(next, now);
  const onlyHoliday = !open && same(nextInHours({ ...hours, holidays: null }, now), now);
  return {
    rule: rule.id,
    source: rule.source,
    stops: open ? null : onlyHoliday ? 'holiday' : 'quiet-hours',
    until: open ? null : next,
    numbers: { hours: windowText(rule.windows), local: local(now, zone), zone, zoneFrom: source },
  };
};

const clinicHoursCheck = (rule: ClinicHoursRule, { clinic }: ContactFacts, now: Temporal.Instant): Check => {
  const set = windowsOf(clinic.hours);
  const windows = Object.keys(clinic.hours).length === 0 ? rule.windows : set;
  const next = nextInHours({ windows, zone: clinic.zone, holidays: clinic.holidays }, now);
  const open = same(next, now);
  return {
    rule: rule.id,
    source: rule.source,
    stops: open ? null : 'clinic-closed',
    until: open ? null : next,
    numbers: { hours: windowText(windows), local: local(now, clinic.zone), zone: clinic.zone },
  };
};

const capRefusal = ({ counts, within }: CapRule): Refusal => {
  if (counts.purposes.every((purpose) => purpose === 'marketing')) return 'marketing-cap';
  return within === 'day' ? 'daily-cap' : 'weekly-cap';
};

const capCheck = (rule: CapRule, facts: ContactFacts, now: Temporal.Instant): Check => {
  const { counted, next } = roomUnderCap(rule, facts.contacts, facts.zone.zone, now);
  const room = same(next, now);
  return {
    rule: rule.id,
    source: rule.source,
    stops: room ? null : capRefusal(rule),
    until: room ? null : next,
    numbers: { counted, most: rule.most, days: rule.within === 'day' ? 1 : rule.within.days },
  };
};

export const passingChecks = (
  rules: readonly ContactRule[],
  facts: ContactFacts,
  now: Temporal.Instant,
): Check[] =>
  rules.filter(isTimeRule).map((rule) => {
    if (rule.kind === 'cap') return capCheck(rule, facts, now);
    return rule.kind === 'hours' ? hoursCheck(rule, facts, now) : clinicHoursCheck(rule, facts, now);
  });

/** More than enough: each round passes a rule's next opening. */
const mostRounds = 60;

/** The first instant from `now` on at which none of these rules stands in the way; null when none is in sight. */
export const firstAllowed = (
  rules: readonly ContactRule[],
  facts: ContactFacts,
  now: Temporal.Instant,
): Temporal.Instant | null => {
  let at = now;
  for (let round = 0; round < mostRounds; round += 1) {
    const stopping = passingChecks(rules, facts, at).filter(({ stops }) => stops !== null);
    if (stopping.length === 0) return at;
    const untils = stopping.map(({ until }) => until);
    if (untils.some((until) => until === null)) return null;
    at = untils.map((until) => until!).reduce((a, b) => (Temporal.Instant.compare(a, b) >= 0 ? a : b));
  }
  return null;
};
