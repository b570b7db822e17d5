import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, languageNames, languages } from './language.ts';

export const LanguageSwitch = ({ fullWidth = false }: { fullWidth?: boolean }) => {
  const { t, i18n } = useTranslation('frame');
  return (
    <SegmentedControl
      aria-label={t('language')}
      size="xs"
      fullWidth={fullWidth}
      value={i18n.language}
      data={languages.map((value) => ({ value, label: <span lang={value}>{languageNames[value]}</span> }))}
      onChange={(value) => {
        const language = languages.find((each) => each === value);
        if (language !== undefined) void changeLanguage(language);
      }}
    />
  );
};
