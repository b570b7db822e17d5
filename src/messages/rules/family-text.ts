import type { Language } from '../../clinics/rules/language.ts';
import type { Channel } from './message-order.ts';
import { visitWords } from './subject-values.ts';
import type { VariableValues } from './template-variables.ts';

/** One visit of the day. */
export type FamilyVisit = {
  firstName: string;
  /** of whoever reads it */
  own: boolean;
  startsAt: Temporal.Instant;
  confirmed: boolean;
};
export type FamilyWords = { clinic: string; phone: string | null; timeZone: string; reader: string };
type Text = { subject: string | null; body: string };

/** The longest that leaves as one text message, and that US rules let be sent about health. */
const shortEnough = 160;

const words = {
  en: {
    you: 'you',
    and: 'and',
    at: (name: string, time: string) => `${name} at ${time}`,
    on: (weekday: string, date: string) => `${weekday}, ${date}`,
    glad: (clinic: string, list: string, day: string) =>
      `${clinic}: we look forward to seeing ${list} on ${day}.`,
    brief: (clinic: string, list: string, day: string) => `${clinic}, ${day}: ${list}.`,
    ask: (all: string) => `Reply YES for ${all}, or tell us who cannot come.`,
    askBriefly: (all: string) => `YES for ${all}? Or who cannot come?`,
    both: 'both',
    everybody: 'all',
    subject: (day: string) => `Your appointments on ${day}`,
    mail: (reader: string, day: string) => `Hello ${reader},\n\nwe look forward to seeing you on ${day}:`,
    call: (phone: string) => `If a time does not suit you, please call us: ${phone}.`,
  },
  de: {
    you: 'Sie',
    and: 'und',
    at: (name: string, time: string) => `${name} um ${time}`,
    on: (weekday: string, date: string) => `${weekday}, ${date}`,
    glad: (clinic: string, list: string, day: string) => `${clinic}: Wir freuen uns auf ${list} am ${day}.`,
    brief: (clinic: string, list: string, day: string) => `${clinic}, ${day}: ${list}.`,
    ask: (all: string) => `Antworten Sie JA für ${all}, oder schreiben Sie, wer nicht kommen kann.`,
    askBriefly: (all: string) => `JA für ${all}? Oder wer kommt nicht?`,
    both: 'beide',
    everybody: 'alle',
    subject: (day: string) => `Ihre Termine am ${day}`,
    mail: (reader: string, day: string) => `Guten Tag ${reader},\n\nwir freuen uns am ${day} auf:`,
    call: (phone: string) => `Wenn ein Termin nicht passt, rufen Sie uns bitte an: ${phone}.`,
  },
} satisfies Record<Language, unknown>;

/** How a letter begins: by first name in English, formally in German. @param reader the variables of who receives it */
export const greetedAs = (reader: VariableValues[string], language: Language): string => {
  const [first, last, salutation] = ['first_name', 'last_name', 'salutation'].map(
    (name) => reader[name] ?? '',
  );
  if (language === 'en') return String(first);
  return `${salutation === '' ? first : salutation} ${last}`;
};

/**
 * What a family hears of the visits of one day, in one message: each by name and time, the earliest first.
 * @param visits two or more, all on one day of the clinic
 */
export const familyText = (
  channel: Channel,
  language: Language,
  visits: readonly FamilyVisit[],
  { clinic, phone, timeZone, reader }: FamilyWords,
): Text => {
  const say = words[language];
  const ordered = visits.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  const { weekday, date } = visitWords(ordered[0]!.startsAt, timeZone, language);
  const day = say.on(weekday, date);
  const times = ordered.map(({ firstName, own, startsAt }) =>
    say.at(own ? say.you : firstName, visitWords(startsAt, timeZone, language).time),
  );
  if (channel === 'email') {
    const list = ordered.map(
      ({ firstName, startsAt }) => `– ${firstName}: ${visitWords(startsAt, timeZone, language).time}`,
    );
    const body = [say.mail(reader, day), list.join('\n'), ...(phone === null ? [] : [say.call(phone)])];
    return { subject: say.subject(day), body: body.join('\n\n') };
  }
  const list = `${times.slice(0, -1).join(', ')} ${say.and} ${times.at(-1)}`;
  const all = visits.length === 2 ? say.both : say.everybody;
  const asking = (question: string): string =>
    visits.some(({ confirmed }) => !confirmed) ? ` ${question}` : '';
  const brief = say.brief(clinic, times.join(', '), day);
  const ways = [
    say.glad(clinic, list, day) + asking(say.ask(all)),
    brief + asking(say.ask(all)),
    brief + asking(say.askBriefly(all)),
  ];
  return { subject: null, body: ways.find(({ length }) => length <= shortEnough) ?? ways.at(-1)! };
};
