import { useTranslation } from 'react-i18next';

/** Languages that people in a practice may speak: offered while typing, others are taken by their code. */
const usual =
  'ar bg bs cs da de el en es fa fi fr he hi hr hu it ja ko ku lt lv nl pl ps pt ro ru sk sl so sq sr sv ta th ti tl tr uk ur vi zh'.split(
    ' ',
  );

interface LanguageNames {
  /** `tr` → "Turkish" */
  nameOf: (tag: string) => string;
  choices: { value: string; label: string }[];
}

/** Names of languages, in the reader's own. */
export const useLanguageNames = (): LanguageNames => {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const nameOf = (tag: string): string => names.of(tag) ?? tag;
  return {
    nameOf,
    choices: usual
      .map((value) => ({ value, label: nameOf(value) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language)),
  };
};
