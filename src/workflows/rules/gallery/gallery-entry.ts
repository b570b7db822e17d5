import { z } from 'zod';
import type { Language } from '../../../clinics/rules/language.ts';
import type { Definition } from '../definition.ts';
import type { CallOutcome } from '../steps.ts';

/** What the gallery is sorted by. An entry may stand in several. */
export const categorySchema = z.enum([
  'calls',
  'appointments',
  'new-patients',
  'treatment',
  'payments',
  'staying-in-touch',
]);
export type Category = z.infer<typeof categorySchema>;

export type InBoth = Record<Language, string>;

/** A workflow that a clinic can take as it is, and change afterwards. */
export type GalleryEntry = {
  key: string;
  categories: readonly Category[];
  name: InBoth;
  /** two sentences: what it does */
  says: InBoth;
  forWhom: InBoth;
  /** what the patients read and hear is in both languages in each of them; what the staff reads is in the one */
  definition: Record<Language, Definition>;
};

/** A definition for staff of either language. */
export const forStaff = (
  write: (staff: (text: InBoth) => string) => Definition,
): GalleryEntry['definition'] => ({
  en: write(({ en }) => en),
  de: write(({ de }) => de),
});

/** Ways in which a call ends without anybody having heard it. `withheld` is none of them: there the gate has said no. */
export const notReached: CallOutcome[] = [
  'no-answer',
  'busy',
  'failed',
  'machine',
  'left-message',
  'unknown',
];

/** Left on an answering machine: others may hear it. */
export const pleaseCallBack: InBoth = {
  en: 'Hello, this is {{ clinic.name }}. Please call us back when you have a moment: {{ clinic.phone }}. Thank you, and goodbye.',
  de: 'Guten Tag, hier ist {{ clinic.name }}. Bitte rufen Sie uns bei Gelegenheit zurück: {{ clinic.phone }}. Vielen Dank und auf Wiederhören.',
};
