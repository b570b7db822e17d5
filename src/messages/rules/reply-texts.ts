import type { Language } from '../../clinics/rules/language.ts';
import type { ReplyAnswer } from './decide-reply.ts';

/** One appointment in an answer, in words of its language. */
export type NamedVisit = { firstName: string; weekday: string; date: string; time: string };
type Words = { clinic: string; phone: string; visits: readonly NamedVisit[] };

const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;

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
    confirmed: ({ clinic, visits }) => `Thank you, it is confirmed (${visitsEn(visits)}). ${clinic}`,
    cancelled: ({ clinic, phone, visits }) =>
      `It is cancelled (${visitsEn(visits)}). For a new appointment answer here or call ${phone}. ${clinic}`,
    'cancelled-and-stopped': ({ clinic, phone, visits }) =>
      `Your appointment is cancelled (${visitsEn(visits)}). "Cancel" is also the word that ends text messages, so you will receive none from us any more. Text START to ${phone} if you want them again, or call us there. ${clinic}`,
    rescheduling: ({ clinic }) => `Thank you. We will get back to you about a new time. ${clinic}`,
    stopped: ({ clinic }) =>
      `${clinic}: you will receive no more messages from this number. Answer START to receive them again.`,
    started: ({ clinic, phone }) =>
      `${clinic}: you will receive messages from us again. Answer STOP to end them. Help: ${phone}`,
    help: ({ clinic, phone }) => `${clinic}. Please call ${phone}. Answer STOP to end messages.`,
  },
  de: {
    confirmed: ({ clinic, visits }) =>
      `Vielen Dank, der Termin ist bestätigt (${visitsDe(visits)}). ${clinic}`,
    cancelled: ({ clinic, phone, visits }) =>
      `Der Termin ist abgesagt (${visitsDe(visits)}). Für einen neuen antworten Sie hier oder rufen Sie an: ${phone}. ${clinic}`,
    'cancelled-and-stopped': ({ clinic, phone, visits }) =>
      `Ihr Termin ist abgesagt (${visitsDe(visits)}). "Cancel" beendet zugleich alle SMS, deshalb erhalten Sie keine mehr von uns. Wenn Sie wieder welche möchten, schreiben Sie START an ${phone}, oder rufen Sie uns dort an. ${clinic}`,
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
