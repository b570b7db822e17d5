import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overdue } from '../../src/workflows/rules/workflow-views.ts';
import classes from './workflows.module.css';

interface ResumeChoiceProps {
  overdue: number;
  isBusy: boolean;
  onResume: (choice: Overdue) => void;
  onCancel: () => void;
}

const spans = [2, 4, 8, 24, 48];

/** What came due during a pause is never done all at once unasked. */
export const ResumeChoice = ({ overdue, isBusy, onResume, onCancel }: ResumeChoiceProps) => {
  const { t } = useTranslation('workflows');
  const [hours, setHours] = useState(8);
  return (
    <fieldset className={classes.resume}>
      <legend>{overdue === 0 ? t('overdue.none') : t('overdue.title', { count: overdue })}</legend>
      {overdue === 0 ? (
        <Button loading={isBusy} onClick={() => onResume({ overdue: 'skip' })}>
          {t('resume')}
        </Button>
      ) : (
        <>
          <Button loading={isBusy} onClick={() => onResume({ overdue: 'skip' })}>
            {t('overdue.skip')}
          </Button>
          <Button variant="default" loading={isBusy} onClick={() => onResume({ overdue: 'send' })}>
            {t('overdue.send')}
          </Button>
          <span className={classes.spread}>
            <Button variant="default" loading={isBusy} onClick={() => onResume({ overdue: 'spread', hours })}>
              {t('overdue.spread')}
            </Button>
            <NativeSelect
              aria-label={t('overdue.spread')}
              value={hours}
              data={spans.map((count) => ({ value: String(count), label: t('overdue.hours', { count }) }))}
              onChange={({ currentTarget }) => setHours(Number(currentTarget.value))}
            />
          </span>
        </>
      )}
      <Button variant="subtle" onClick={onCancel}>
        {t('leavePaused')}
      </Button>
    </fieldset>
  );
};
