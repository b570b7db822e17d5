import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, languageNames, languages } from './language.ts';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation('telephones');
  return (
    <SegmentedControl
      aria-label={t('language')}
      size="xs"
      value={i18n.language}
      data={languages.map((value) => ({
        value,
        label: (
          <span lang={value} title={languageNames[value]}>
            {value.toUpperCase()}
          </span>
        ),
      }))}
      onChange={(value) => {
        const language = languages.find((each) => each === value);
        if (language !== undefined) void changeLanguage(language);
      }}
    />
  );
}
