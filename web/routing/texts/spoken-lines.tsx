import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../src/clinics/rules/language.ts';
import { useEditing } from '../editing.ts';
import { languageName } from './language-names.ts';
import { ListenButton } from './listen-button.tsx';
import classes from './spoken-lines.module.css';
import { lacksKey, withText, type SpokenText } from './spoken-text.ts';

interface SpokenLinesProps {
  /** what the texts are for, as it is called on the page */
  name: string;
  spoken: SpokenText;
  /** what is said where no text is given */
  builtIn: (language: Language) => string;
  /** the key that the text should say */
  digit?: string;
  onChange: (spoken: SpokenText) => void;
}

/** What callers hear, one text for each language, each to be listened to. */
export const SpokenLines = ({ name, spoken, builtIn, digit, onChange }: SpokenLinesProps) => {
  const { t, i18n } = useTranslation('routing');
  const { directory, mayChange } = useEditing();
  return directory.languages.map((language) => {
    const inWords = languageName(language, i18n.language);
    const text = spoken[language] ?? '';
    return (
      <div key={language} className={classes.line}>
        <Textarea
          className={classes.text}
          lang={language}
          label={t('texts.spokenIn', { language: inWords })}
          placeholder={builtIn(language)}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={1000}
          readOnly={!mayChange}
          value={text}
          description={
            digit !== undefined && lacksKey(text, digit) ? t('menu.lacksKey', { key: digit }) : undefined
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => onChange(withText(spoken, language, event.currentTarget.value))}
        />
        <ListenButton
          heard={[{ text: text.trim() === '' ? builtIn(language) : text, language }]}
          name={`${name}, ${inWords}`}
        />
      </div>
    );
  });
};
