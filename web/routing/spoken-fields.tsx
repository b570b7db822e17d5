import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './settings-section.module.css';
import { spokenLanguages, withText, type SpokenText } from './spoken-text.ts';

interface SpokenFieldsProps {
  label: string;
  spoken: SpokenText;
  onChange: (spoken: SpokenText) => void;
}

/** One text in every language that callers are spoken to in. */
export const SpokenFields = ({ label, spoken, onChange }: SpokenFieldsProps) => {
  const { t } = useTranslation('routing');
  return (
    <>
      {spokenLanguages.map((language) => (
        <Textarea
          key={language}
          className={classes.wide}
          lang={language}
          label={`${label}, ${t(`settings.in.${language}`)}`}
          placeholder={t('settings.builtIn')}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={1000}
          value={spoken[language] ?? ''}
          onChange={(event) => onChange(withText(spoken, language, event.currentTarget.value))}
        />
      ))}
    </>
  );
};
