import type { Language } from '../../clinics/rules/language.ts';

const naming: Record<Language, RegExp> = {
  en: /\b(?:press|key)\s+([0-9])\b/giu,
  de: /\b(?:die|Taste)\s+([0-9])\b/giu,
};

/** The keys that a script tells of itself: "press 1", "drücken Sie die 1". */
export const namedKeys = (script: string, language: Language): Set<string> =>
  new Set([...script.matchAll(naming[language])].map(([, key]) => key!));
