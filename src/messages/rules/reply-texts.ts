import type { Language } from '../../clinics/rules/language.ts';
import type { ReplyAnswer } from './decide-reply.ts';

/** One appointment in an answer, in words of its language. */
export type NamedVisit = { firstName: string; weekday: string; date: string; time: string };
type Words = {
  clinic: string;
  phone: string;
  confirmed: readonly NamedVisit[];
  cancelled: readonly NamedVisit[];
  /** first names of those about whom a person gets back to them */
  open: readonly string[];
};

const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;

const sentences = (parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false).join(' ');

const visitsEn = (visits: readonly NamedVisit[]) =>
  listed(
    visits.map(({ firstName, weekday, date, time }) => `${firstName}: ${weekday}, ${date}, ${time}`),
    'and',
  );
const visitsDe = (visits: readonly NamedVisit[]) =>
  listed(
    visits.map(({ firstName, weekday, date, time }) => `${firstName}: ${weekday}, ${date}, ${time}`),
    'und',
  );

const texts: Record<Language, Record<ReplyAnswer, (words: Words) => string>> = {
  en: {
    confirmed: ({ clinic, confirmed }) => `Thank you, it is confirmed (${visitsEn(confirmed)}). ${clinic}`,
    cancelled: ({ clinic, phone, cancelled }) =>
      `It is cancelled (${visitsEn(cancelled)}). For a new appointment answer here or call ${phone}. ${clinic}`,
    'cancelled-and-stopped': ({ clinic, phone, cancelled }) =>
      `Your appointment is cancelled (${visitsEn(cancelled)}). "Cancel" is also the word that ends text messages, so you will receive none from us any more. Text START to ${phone} if you want them again, or call us there. ${clinic}`,
    'per-person': ({ clinic, confirmed, cancelled, open }) =>
      sentences([
        'Thank you.',
        confirmed.length > 0 && `Confirmed: ${visitsEn(confirmed)}.`,
        cancelled.length > 0 && `Cancelled: ${visitsEn(cancelled)}.`,
        open.length > 0 && `We will get back to you about ${listed(open, 'and')}.`,
        clinic,
      ]),
    rescheduling: ({ clinic }) => `Thank you. We will get back to you about a new time. ${clinic}`,
    stopped: ({ clinic }) =>
      `${clinic}: you will receive no more messages from this number. Answer START to receive them again.`,
    started: ({ clinic, phone }) =>
      `${clinic}: you will receive messages from us again. Answer STOP to end them. Help: ${phone}`,
    help: ({ clinic, phone }) => `${clinic}. Please call ${phone}. Answer STOP to end messages.`,
  },
  de: {
    confirmed: ({ clinic, confirmed }) =>
      `Vielen Dank, der Termin ist bestätigt (${visitsDe(confirmed)}). ${clinic}`,
    cancelled: ({ clinic, phone, cancelled }) =>
      `Der Termin ist abgesagt (${visitsDe(cancelled)}). Für einen neuen antworten Sie hier oder rufen Sie an: ${phone}. ${clinic}`,
    'cancelled-and-stopped': ({ clinic, phone, cancelled }) =>
      `Ihr Termin ist abgesagt (${visitsDe(cancelled)}). "Cancel" beendet zugleich alle SMS, deshalb erhalten Sie keine mehr von uns. Wenn Sie wieder welche möchten, schreiben Sie START an ${phone}, oder rufen Sie uns dort an. ${clinic}`,
    'per-person': ({ clinic, confirmed, cancelled, open }) =>
      sentences([
        'Vielen Dank.',
        confirmed.length > 0 && `Bestätigt: ${visitsDe(confirmed)}.`,
        cancelled.length > 0 && `Abgesagt: ${visitsDe(cancelled)}.`,
        open.length > 0 && `Wegen ${listed(open, 'und')} melden wir uns bei Ihnen.`,
        clinic,
      ]),
    rescheduling: ({ clinic }) => `Vielen Dank. Wir melden uns wegen eines neuen Termins. ${clinic}`,
    stopped: ({ clinic }) =>
      `${clinic}: Sie erhalten keine Nachrichten mehr von dieser Nummer. Mit START erhalten Sie sie wieder.`,
    started: ({ clinic, phone }) =>
      `${clinic}: Sie erhalten wieder Nachrichten von uns. Mit STOP beenden Sie sie. Hilfe: ${phone}`,
    help: ({ clinic, phone }) =>
      `${clinic}. Bitte rufen Sie an: ${phone}. Mit STOP beenden Sie die Nachrichten.`,
  },
};

/** The answer that is sent by itself. */
export const replyText = (answer: ReplyAnswer, language: Language, words: Words): string =>
  texts[language][answer](words);
