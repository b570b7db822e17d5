import { z } from 'zod';
import type { Language } from '../../clinics/rules/language.ts';

/** More than these nobody reads through. */
export const mostEmergencyWords = 60;

const word = z.string().trim().min(1).max(60);
const words = z.array(word).max(mostEmergencyWords);

export const emergencyWordsSchema = z
  .strictObject({ en: words.optional(), de: words.optional() })
  .describe(
    'what makes a message an emergency, by language; a language that is missing has the built-in words, [] none',
  );
export type EmergencyWords = z.infer<typeof emergencyWordsSchema>;

/** What every clinic starts with. Irregular forms stand as words of their own; endings are found by the search itself. */
const builtInEmergencyWords: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'emergency',
    'severe pain',
    'terrible pain',
    'unbearable pain',
    'bleeding',
    'blood',
    'swelling',
    'swollen',
    'accident',
    'knocked-out tooth',
    'broken jaw',
    'trouble breathing',
    'cannot swallow',
  ],
  de: [
    'Notfall',
    'starke Schmerzen',
    'unerträgliche Schmerzen',
    'Blutung',
    'blutet',
    'Schwellung',
    'geschwollen',
    'Unfall',
    'ausgeschlagener Zahn',
    'Kiefer gebrochen',
    'Atemnot',
    'kann nicht schlucken',
  ],
};

export const emergencyWordsIn = (own: EmergencyWords, language: Language): readonly string[] =>
  own[language] ?? builtInEmergencyWords[language];
