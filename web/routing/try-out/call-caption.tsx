import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Say } from '../../../src/calls/rules/prompts.ts';
import type { Language } from '../../../src/clinics/rules/language.ts';
import { useEditing } from '../editing.ts';
import { ListenButton } from '../texts/listen-button.tsx';
import classes from './try-out.module.css';

interface CallCaptionProps {
  heard: (language: Language) => Say[];
  /** in which the call begins when nothing is known of the caller */
  language: Language;
}

/** What the caller hears at this point, to read and to listen to. */
export const CallCaption = ({ heard, language: first }: CallCaptionProps) => {
  const { t } = useTranslation('routing');
  const [chosen, setChosen] = useState<Language | null>(null);
  const { languages } = useEditing().directory;
  const language =
    [chosen, first].find((each) => each !== null && languages.includes(each)) ?? languages[0] ?? first;
  const sentences = heard(language);
  return (
    <div className={classes.caption} data-testid="caption">
      <div className={classes.captionHead}>
        <span>{t('try.hears')}</span>
        {languages.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('try.language')}
            data={languages.map((value) => ({ value, label: value.toUpperCase() }))}
            value={language}
            onChange={(value) => setChosen(languages.find((each) => each === value) ?? null)}
          />
        )}
        <ListenButton heard={sentences} name={t('try.hears')} />
      </div>
      <p lang={language} aria-live="polite" className={classes.words}>
        {sentences.length === 0 ? '…' : sentences.map(({ text }) => text).join(' ')}
      </p>
    </div>
  );
};
