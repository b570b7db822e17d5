import type { Language } from '../../../clinics/rules/language.ts';
import type { KeyMeaning } from '../../../calls/rules/errand.ts';

/** What somebody reads. */
export type WrittenText = { language: Language; subject: string | null; body: string };
/** What somebody hears, in the order in which it is said. */
export type SpokenText = {
  language: Language;
  sentences: string[];
  keys: { key: string; means: KeyMeaning }[];
  machineMessage: string | null;
};
export type Said = ({ as: 'text' } & WrittenText) | ({ as: 'speech' } & SpokenText);
