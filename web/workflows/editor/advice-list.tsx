import { Alert } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Advice } from '../../../src/workflows/rules/advice/advice.ts';
import classes from './forms/forms.module.css';
import { useAdviceWords } from './use-advice.ts';

/** What is worth another look; nobody is kept from publishing by it. */
export const AdviceList = ({ advice }: { advice: readonly Advice[] }) => {
  const { t } = useTranslation('editor');
  const adviceWords = useAdviceWords();
  if (advice.length === 0) return null;
  const texts = [...new Set(advice.map(adviceWords))];
  return (
    <Alert role="note" color="yellow" variant="light" icon={<IconBulb />} title={t('advice.title')}>
      {texts.length === 1 ? (
        texts[0]
      ) : (
        <ul className={classes.faults}>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
};
