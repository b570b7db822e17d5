import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../ui/problem-words.ts';
import type { Faults } from './draft-faults.ts';
import classes from './patient-form.module.css';

interface FormBarProps {
  /** words on the button that saves */
  action: string;
  saving: boolean;
  faults: Faults;
  /** what the server said, when it said no */
  error: unknown;
  leaving: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** Stays in sight under a long form: save, leave, and what stands in the way. */
export const FormBar = ({ action, saving, faults, error, leaving, onStay, onLeave }: FormBarProps) => {
  const { t } = useTranslation('patients');
  const words = useProblemWords();
  const wrong = Object.keys(faults).length > 0;
  if (leaving) {
    return (
      <div className={classes.bar} role="group" aria-label={t('form.discardQuestion')}>
        <p className={classes.fault}>{t('form.discardQuestion')}</p>
        <Button variant="default" autoFocus onClick={onStay}>
          {t('form.stay')}
        </Button>
        <Button color="red.8" onClick={onLeave}>
          {t('form.discard')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.bar}>
      <p className={classes.fault} role="alert">
        {wrong ? t('form.faults') : error === null || error === undefined ? '' : words(error)}
      </p>
      <Button variant="subtle" color="gray" onClick={onLeave}>
        {t('form.cancel')}
      </Button>
      <Button type="submit" loading={saving}>
        {action}
      </Button>
    </div>
  );
};
