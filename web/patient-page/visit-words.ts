import type { PatientVisit } from '../../src/patient-page/rules/patient-page-view.ts';
import { fill, useLocale, useWords } from './words.ts';

/** When and with whom, in the clinic's own time: that is where they come to. */
export const useVisitWords = ({ startsAt, practitioner, who }: PatientVisit, timeZone: string) => {
  const { page } = useWords();
  const locale = useLocale();
  const at = new Date(startsAt);
  const part = (options: Intl.DateTimeFormatOptions) => at.toLocaleString(locale, { timeZone, ...options });
  const day = fill(page.when, {
    weekday: part({ weekday: 'long' }),
    date: part({ day: 'numeric', month: 'long' }),
  });
  const details = [
    fill(page.time, { time: part({ hour: 'numeric', minute: '2-digit' }) }),
    fill(page.withWhom, { name: practitioner }),
    who === null ? '' : fill(page.forWhom, { name: who }),
  ]
    .filter((text) => text !== '')
    .join(' · ');
  return { day, details };
};
