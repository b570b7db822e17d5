import { Button, TagsInput } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../src/clinics/rules/language.ts';
import { emergencyWordsIn, mostEmergencyWords } from '../../../src/routing/rules/emergency-words.ts';
import { useEditing, useScope, withSettings } from '../editing.ts';
import { languageName } from '../texts/language-names.ts';
import classes from './emergencies-part.module.css';

/** The words of each language that the clinic speaks; a language nobody changed has the built-in ones. */
export const EmergencyWordFields = () => {
  const { directory } = useEditing();
  return directory.languages.map((language) => <WordsOf key={language} language={language} />);
};

const WordsOf = ({ language }: { language: Language }) => {
  const { t, i18n } = useTranslation('routing');
  const { document, mayChange, changeWithUndo } = useEditing();
  const { number, settings, change } = useScope();
  const { emergencyWords: own } = settings;
  const isOwn = own[language] !== undefined;
  const restore = (): void => {
    const { [language]: _, ...rest } = own;
    const next = withSettings(document, number, (before) => ({ ...before, emergencyWords: rest }));
    changeWithUndo(next, t('emergencies.restored'));
  };
  return (
    <div>
      <TagsInput
        label={t('emergencies.wordsIn', { language: languageName(language, i18n.language) })}
        placeholder={mayChange ? t('emergencies.add') : ''}
        description={isOwn ? null : t('emergencies.builtIn')}
        lang={language}
        value={[...emergencyWordsIn(own, language)]}
        maxTags={mostEmergencyWords}
        splitChars={[',', ';']}
        readOnly={!mayChange}
        acceptValueOnBlur
        onChange={(words) =>
          change({ emergencyWords: { ...own, [language]: words.map((word) => word.trim().slice(0, 60)) } })
        }
      />
      {isOwn && mayChange && (
        <Button
          className={classes.restore}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconRestore size={16} aria-hidden />}
          onClick={restore}
        >
          {t('emergencies.restore')}
        </Button>
      )}
    </div>
  );
};
