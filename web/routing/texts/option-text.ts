import { promptsIn } from '../../../src/calls/rules/prompts.ts';
import type { Language } from '../../../src/clinics/rules/language.ts';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';

/** What a caller hears for an option that has no text of its own. */
export const builtInText = ({ label, digit }: MenuEntry, language: Language): string =>
  promptsIn(language).menuOption(label === '' ? '…' : label, digit);

/** What a caller hears for an option. */
export const optionTextOf = (item: MenuEntry, language: Language): string => {
  const own = item.spoken[language] ?? '';
  return own.trim() === '' ? builtInText(item, language) : own;
};
