import { openingAt } from '../../clinics/rules/opening.ts';
import type { ClinicCalendar } from './subject.ts';

/** No clinic is closed for longer. */
const mostHours = 24 * 21;

/** In an hour, or the first hour after that in which the clinic is open: when somebody is to see to something. */
export const nextWorkingHour = (
  { businessHours, holidays, timeZone }: ClinicCalendar,
  now: Temporal.Instant,
): Temporal.Instant => {
  for (let hours = 1; hours <= mostHours; hours += 1) {
    const at = now.add({ hours });
    if (openingAt(businessHours, holidays, timeZone, at).open) return at;
  }
  return now.add({ hours: 1 });
};
