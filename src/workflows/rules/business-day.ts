import { holidayOn } from '../../clinics/rules/opening.ts';
import type { ClinicCalendar } from './subject.ts';

/** Further ahead no clinic is closed without a day open between. */
const farthest = 400;

/** Whether the clinic opens on this day of its own calendar. */
const opensOn = (date: Temporal.PlainDate, { businessHours, holidays }: ClinicCalendar): boolean => {
  if (holidayOn(date, holidays) !== null) return false;
  const always = Object.keys(businessHours).length === 0;
  const day = String(date.dayOfWeek) as keyof ClinicCalendar['businessHours'];
  return always || (businessHours[day]?.length ?? 0) > 0;
};

/** @returns the count-th day after `date` on which the clinic opens; without any, that many days on */
export const businessDayAfter = (
  date: Temporal.PlainDate,
  count: number,
  calendar: ClinicCalendar,
): Temporal.PlainDate => {
  let left = count;
  for (let days = 1; days <= farthest; days += 1) {
    const day = date.add({ days });
    if (opensOn(day, calendar)) left -= 1;
    if (left === 0) return day;
  }
  return date.add({ days: count });
};
