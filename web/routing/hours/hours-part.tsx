import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import { useScope } from '../editing.ts';
import { ScopeNote } from '../scope-note.tsx';
import { AfterHours } from './after-hours.tsx';
import { DayHours } from './day-hours.tsx';
import { Holidays } from './holidays.tsx';
import classes from './hours-part.module.css';
import { isAlwaysOpen, weekdays } from './opening-days.ts';

/** When the clinic is open, on which days it is not, and what callers reach then. */
export const HoursPart = () => {
  const { t } = useTranslation('routing');
  const { settings } = useScope();
  return (
    <>
      <Panel title={t('hours.title')}>
        <ScopeNote />
        {isAlwaysOpen(settings.businessHours) && <p className={classes.note}>{t('hours.alwaysOpen')}</p>}
        <ul className={classes.days}>
          {weekdays.map((day) => (
            <DayHours key={day} day={day} />
          ))}
        </ul>
      </Panel>
      <AfterHours />
      <Holidays />
    </>
  );
};
