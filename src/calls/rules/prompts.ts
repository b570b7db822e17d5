import type { Language } from '../../clinics/rules/language.ts';
import type { Prompt } from '../../ports/carrier/voice-steps.ts';
import type { MenuOption, Recorded, Spoken } from '../../routing/rules/routing-snapshot.ts';

/** Everything a caller or a called staff member hears from us, in both languages. */
export type Prompts = {
  greeting(clinic: string): string;
  menuOption(label: string, digit: string): string;
  notUnderstood: string;
  connecting(department: string | null): string;
  allBusy: string;
  voicemail(clinic: string, department: string | null): string;
  closed(clinic: string): string;
  thanks: string;
  nothingHeard: string;
  nobodyThere: string;
  whisper(department: string | null): string;
  outboundWhisper: string;
  notAnswered: string;
  trouble: string;
};

const en: Prompts = {
  greeting: (clinic) => `Thank you for calling ${clinic}.`,
  menuOption: (label, digit) => `For ${label}, press ${digit}.`,
  notUnderstood: 'Sorry, I did not get that.',
  connecting: (department) =>
    department === null ? 'One moment, please.' : `One moment, I am connecting you with ${department}.`,
  allBusy:
    'Everybody is on the phone at the moment. Please hold the line. To leave a message instead, press 1.',
  voicemail: (clinic, department) =>
    `You have reached ${department === null ? clinic : `${department} at ${clinic}`}. Nobody can take your call right now. Please leave a message after the tone. We will call you back.`,
  closed: (clinic) => `${clinic} is closed at the moment.`,
  thanks: 'Thank you. We have your message. Goodbye.',
  nothingHeard: 'We did not hear a message. Goodbye.',
  nobodyThere: 'Nobody can take your call right now. Please call again later. Goodbye.',
  whisper: (department) =>
    department === null
      ? 'Call for the clinic. Press 1 to accept.'
      : `Call for ${department}. Press 1 to accept.`,
  outboundWhisper: 'Frontdesk is calling a patient for you. Press 1 to continue.',
  notAnswered: 'The call was not answered.',
  trouble: 'We are sorry, something went wrong on our side. Please call again in a moment. Goodbye.',
};

const de: Prompts = {
  greeting: (clinic) => `Guten Tag, hier ist ${clinic}.`,
  menuOption: (label, digit) => `Für ${label} drücken Sie die ${digit}.`,
  notUnderstood: 'Das habe ich leider nicht verstanden.',
  connecting: (department) =>
    department === null ? 'Einen Moment, bitte.' : `Einen Moment, ich verbinde Sie mit: ${department}.`,
  allBusy:
    'Im Moment sind alle im Gespräch. Bitte bleiben Sie am Apparat. Wenn Sie lieber eine Nachricht hinterlassen, drücken Sie die 1.',
  voicemail: (clinic, department) =>
    `Hier ist ${clinic}${department === null ? '' : `, ${department}`}. Im Moment kann niemand Ihren Anruf annehmen. Bitte sprechen Sie nach dem Signalton. Wir rufen Sie zurück.`,
  closed: (clinic) => `${clinic} ist im Moment geschlossen.`,
  thanks: 'Vielen Dank. Ihre Nachricht ist bei uns. Auf Wiederhören.',
  nothingHeard: 'Wir haben keine Nachricht gehört. Auf Wiederhören.',
  nobodyThere:
    'Im Moment kann niemand Ihren Anruf annehmen. Bitte rufen Sie später noch einmal an. Auf Wiederhören.',
  whisper: (department) =>
    department === null
      ? 'Anruf für die Praxis. Zum Annehmen drücken Sie die 1.'
      : `Anruf für: ${department}. Zum Annehmen drücken Sie die 1.`,
  outboundWhisper: 'Frontdesk ruft für Sie einen Patienten an. Zum Fortfahren drücken Sie die 1.',
  notAnswered: 'Der Anruf wurde nicht angenommen.',
  trouble:
    'Es tut uns leid, bei uns ist etwas schiefgegangen. Bitte rufen Sie gleich noch einmal an. Auf Wiederhören.',
};

const all: Record<Language, Prompts> = { en, de };

export const promptsIn = (language: Language): Prompts => all[language];

export type Say = Extract<Prompt, { do: 'say' }>;

const isWords = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** Whether anything was typed or recorded, in whichever language. */
export const hasWords = ({ text, recordings }: { text: Spoken; recordings: Recorded }): boolean =>
  [text.en, text.de].some(isWords) || [recordings.en, recordings.de].some((id) => id !== undefined);

/** What the clinic has recorded in a language wins over what it has typed in it, the caller's language over the other. */
export const announcementIn = (
  language: Language,
  { text, recordings }: { text: Spoken; recordings: Recorded },
  ours: string,
): Say => {
  const found = [language, language === 'en' ? ('de' as const) : ('en' as const)].find(
    (one) => recordings[one] !== undefined || isWords(text[one]),
  );
  const recording = found && recordings[found];
  const words = found && text[found];
  return {
    do: 'say',
    text: isWords(words) ? words : ours,
    language,
    ...(recording === undefined ? {} : { recording }),
  };
};

/** Not the other language's text: the label in the right sentence is understood better. */
export const optionText = ({ spoken, label, digit }: MenuOption, language: Language): string => {
  const own = spoken[language];
  return isWords(own) ? own : promptsIn(language).menuOption(label, digit);
};
