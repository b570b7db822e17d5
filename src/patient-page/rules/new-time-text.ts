import type { Language } from '../../clinics/rules/language.ts';

type Visit = { who: string | null; weekday: string; date: string; time: string };

const asking = {
  en: ({ who, weekday, date, time }: Visit) =>
    `Another time, please, for ${who === null ? 'my' : `${who}’s`} appointment on ${weekday}, ${date}, ${time}.`,
  de: ({ who, weekday, date, time }: Visit) =>
    `Bitte um eine andere Zeit für ${who === null ? 'meinen Termin' : `den Termin von ${who}`} am ${weekday}, ${date}, ${time}.`,
} satisfies Record<Language, (visit: Visit) => string>;

/** What the staff read when somebody asks on their page for another time. @param wish their own words; may be empty */
export const newTimeText = (language: Language, visit: Visit, wish: string): string =>
  [asking[language](visit), wish].filter((part) => part !== '').join('\n');
