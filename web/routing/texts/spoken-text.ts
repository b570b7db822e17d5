import type { Language } from '../../../src/clinics/rules/language.ts';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';

export type SpokenText = { en?: string | undefined; de?: string | undefined };

/** The languages that callers are spoken to in. */
export const spokenLanguages = ['en', 'de'] as const satisfies readonly Language[];

/** Sets the text of one language; an empty one is left out, so that the built-in text is spoken. */
export const withText = (spoken: SpokenText, language: Language, text: string): SpokenText => {
  const { [language]: _, ...rest } = spoken;
  return text.trim() === '' ? rest : { ...rest, [language]: text };
};

/** This key by itself, not as part of a number. */
const alone = (key: string): RegExp => new RegExp(`(?<![0-9])${key === '*' ? '\\*' : key}(?![0-9])`, 'g');

/** True when a text of its own does not say the key that it is for. */
export const lacksKey = (text: string | undefined, key: string): boolean =>
  text !== undefined && text.trim() !== '' && key !== '*' && !alone(key).test(text);

/** Puts an option on another key, and says the new one where its texts said the old: callers press what they hear. */
export const onKey = (item: MenuEntry, digit: string): MenuEntry => {
  const spoken: SpokenText = {};
  for (const language of spokenLanguages) {
    const text = item.spoken[language];
    if (text !== undefined) spoken[language] = text.replace(alone(item.digit), () => digit);
  }
  return { ...item, digit, spoken };
};
