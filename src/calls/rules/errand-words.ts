import type { Language } from '../../clinics/rules/language.ts';
import type { Errand, KeyMeaning } from './errand.ts';

/** What somebody hears whom the clinic calls by itself, besides what the clinic has written. */
type ErrandWords = {
  choice: Record<KeyMeaning, (key: string) => string>;
  notOffered: string;
  /** nobody is sure who picked up: nothing about the patient is said before a key */
  whoIsThere: string;
  confirmed: string;
  cannotConfirm: string;
  anotherTime: string;
  notAgain: string;
  goodbye: string;
};

const en: ErrandWords = {
  choice: {
    confirm: (key) => `To confirm, press ${key}.`,
    reschedule: (key) => `For another time, press ${key}.`,
    'speak-to-someone': (key) => `To speak to someone, press ${key}.`,
    'do-not-call': (key) => `If you do not want us to call you again, press ${key}.`,
  },
  notOffered: 'Sorry, that key means nothing here.',
  whoIsThere: 'We have a message for you. To hear it, press 1.',
  confirmed: 'Thank you. That is confirmed. Goodbye.',
  cannotConfirm: 'Something has changed about this appointment. I am connecting you with us.',
  anotherTime: 'Thank you. We will call you to find another time. Goodbye.',
  notAgain: 'We have noted that and will not call you like this again. Goodbye.',
  goodbye: 'Thank you. Goodbye.',
};

const de: ErrandWords = {
  choice: {
    confirm: (key) => `Zum Bestätigen drücken Sie die ${key}.`,
    reschedule: (key) => `Für einen anderen Termin drücken Sie die ${key}.`,
    'speak-to-someone': (key) => `Um mit uns zu sprechen, drücken Sie die ${key}.`,
    'do-not-call': (key) => `Wenn wir Sie nicht mehr anrufen sollen, drücken Sie die ${key}.`,
  },
  notOffered: 'Diese Taste ist leider nicht belegt.',
  whoIsThere: 'Wir haben eine Mitteilung für Sie. Um sie zu hören, drücken Sie die 1.',
  confirmed: 'Vielen Dank, das ist bestätigt. Auf Wiederhören.',
  cannotConfirm: 'An diesem Termin hat sich etwas geändert. Ich verbinde Sie mit uns.',
  anotherTime: 'Vielen Dank. Wir rufen Sie an, um einen anderen Termin zu finden. Auf Wiederhören.',
  notAgain: 'Wir haben das vermerkt und rufen Sie so nicht mehr an. Auf Wiederhören.',
  goodbye: 'Vielen Dank. Auf Wiederhören.',
};

const all: Record<Language, ErrandWords> = { en, de };

export const errandWordsIn = (language: Language): ErrandWords => all[language];

/** Each choice in a sentence, in the order given. */
export const choicesIn = (language: Language, keys: Errand['keys']): string =>
  keys.map(({ key, means }) => all[language].choice[means](key)).join(' ');
