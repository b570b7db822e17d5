import { ActionIcon, Button, SegmentedControl, Select, TextInput, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PractitionerView } from '../../src/appointments/rules/appointment-views.ts';
import { mayManage, mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { PageHead } from '../ui/page-head.tsx';
import { addDays } from './calendar-days.ts';
import classes from './calendar-page.module.css';
import type { CalendarSearch } from './calendar-search.ts';

interface CalendarHeadProps {
  clinic: MyClinic;
  search: CalendarSearch;
  day: string;
  today: string;
  view: 'day' | 'week';
  practitioners: readonly PractitionerView[];
  onChange: (part: CalendarSearch) => void;
  onAdd: () => void;
  onSetUp: () => void;
}

/** Which days, whose, and what may be begun here. */
export const CalendarHead = ({ clinic, practitioners, onAdd, onSetUp, ...days }: CalendarHeadProps) => {
  const { t } = useTranslation('calendar');
  const working = practitioners.filter(({ archived }) => !archived);
  return (
    <>
      <PageHead title={t('title')}>
        <div className={classes.actions}>
          {mayManage(clinic.role) && (
            <Button
              variant="default"
              leftSection={<IconUsersGroup size={16} aria-hidden />}
              onClick={onSetUp}
            >
              {t('setUp')}
            </Button>
          )}
          {mayWrite(clinic.role) && working.length > 0 && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
              {t('add')}
            </Button>
          )}
        </div>
      </PageHead>
      <div className={classes.tools}>
        <DaySteps {...days} />
        <SegmentedControl
          className={classes.views}
          aria-label={t('view')}
          data={[
            { value: 'day', label: t('views.day') },
            { value: 'week', label: t('views.week') },
          ]}
          value={days.view}
          onChange={(view) => days.onChange({ view: view === 'week' ? 'week' : 'day' })}
        />
        {working.length > 1 && (
          <Select
            className={classes.who}
            aria-label={t('practitioner')}
            placeholder={t('everybody')}
            clearable
            data={working.map(({ id, name }) => ({ value: id, label: name }))}
            value={days.search.practitioner ?? null}
            onChange={(practitioner) => days.onChange({ practitioner: practitioner ?? '' })}
          />
        )}
      </div>
    </>
  );
};

type DayStepsProps = Pick<CalendarHeadProps, 'day' | 'today' | 'view' | 'onChange'>;

const DaySteps = ({ day, today, view, onChange }: DayStepsProps) => {
  const { t } = useTranslation('calendar');
  const step = view === 'week' ? 7 : 1;
  const go = (days: number) => (): void => onChange({ day: addDays(day, days) });
  return (
    <div className={classes.days}>
      <Button variant="default" disabled={day === today} onClick={() => onChange({ day: today })}>
        {t('today')}
      </Button>
      <Tooltip label={t(`previous.${view}`)}>
        <ActionIcon variant="default" size={36} aria-label={t(`previous.${view}`)} onClick={go(-step)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t(`next.${view}`)}>
        <ActionIcon variant="default" size={36} aria-label={t(`next.${view}`)} onClick={go(step)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <TextInput
        type="date"
        aria-label={t('date')}
        value={day}
        onChange={(event) => onChange({ day: event.currentTarget.value })}
      />
    </div>
  );
};
