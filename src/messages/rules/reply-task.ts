import type { Language } from '../../clinics/rules/language.ts';
import type { ReplyDecision } from './decide-reply.ts';

/** What a person has to do because of a reply, beyond answering it. */
export type ReplyTask = 'cancel-and-stop' | 'family';

/** Without a task these would be seen only by whoever opens the conversation, which is no way to reach them any more. */
export const taskAfter = (
  { open, parts, optOut }: Pick<ReplyDecision, 'open' | 'parts' | 'optOut'>,
  peopleAskedAbout: number,
): ReplyTask | null => {
  if (open === null) return null;
  if (optOut !== null) return 'cancel-and-stop';
  return parts.length > 0 || (open === 'which-appointment' && peopleAskedAbout > 1) ? 'family' : null;
};

type Facts = {
  text: string;
  /** whom it is about */
  names: readonly string[];
  /** what was cancelled because of it, in words */
  cancelled: readonly string[];
};

const listed = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language).format(names);

const words = {
  en: {
    family: (names: string) => `Answer about ${names}: see what is meant`,
    cancel: (names: string) => `Stop word from ${names}: see to the appointment`,
    wrote: (text: string) => `They wrote: “${text}”`,
    stopped: 'Text messages end with it, so no text message reaches them any more.',
    cancelled: (visits: string) => `Cancelled: ${visits}. Offer a new appointment.`,
    notCancelled: 'No appointment was cancelled: ask which one is meant, or whether only the messages are.',
    nobody: 'an unknown number',
  },
  de: {
    family: (names: string) => `Antwort zu ${names}: klären, was gemeint ist`,
    cancel: (names: string) => `Stoppwort von ${names}: Termin klären`,
    wrote: (text: string) => `Geschrieben wurde: „${text}“`,
    stopped: 'Damit enden auch die SMS: Diese Nummer erhält keine mehr.',
    cancelled: (visits: string) => `Abgesagt: ${visits}. Bitte einen neuen Termin anbieten.`,
    notCancelled:
      'Kein Termin wurde abgesagt: Bitte fragen, welcher gemeint ist, oder ob es nur um die Nachrichten ging.',
    nobody: 'einer unbekannten Nummer',
  },
} satisfies Record<Language, unknown>;

export const taskWords = (
  task: ReplyTask,
  language: Language,
  { text, names, cancelled }: Facts,
): { title: string; body: string } => {
  const say = words[language];
  const who = names.length === 0 ? say.nobody : listed(names, language);
  if (task === 'family') return { title: say.family(who), body: say.wrote(text) };
  const visits = cancelled.length > 0 ? say.cancelled(listed(cancelled, language)) : say.notCancelled;
  return { title: say.cancel(who), body: [say.wrote(text), say.stopped, visits].join('\n') };
};
