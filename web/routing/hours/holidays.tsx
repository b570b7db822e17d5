import { ActionIcon, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { useOnTick } from '../../ui/clock.ts';
import { dayOf } from '../../ui/moment.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { FieldProblems } from '../draft/field-problems.tsx';
import { useEditing, useScope } from '../editing.ts';
import { AddOwnDay } from './add-own-day.tsx';
import { daysOff, withCountry, withState } from './edit-holidays.ts';
import { calendarsQuery, holidaysQuery } from './holidays.query.ts';
import { HolidayRow } from './holiday-row.tsx';
import classes from './hours-part.module.css';

/** Whose holidays the clinic keeps: a calendar by country and state. */
const CalendarChoice = () => {
  const { t, i18n } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { mayChange } = useEditing();
  const { settings, change } = useScope();
  const { holidays } = settings;
  const { data: calendars = [] } = useQuery(calendarsQuery(clinic.id));
  const language = i18n.language === 'de' ? 'de' : 'en';
  const named = (list: readonly { code: string; names: { en: string; de: string } }[]) =>
    list
      .map(({ code, names }) => ({ value: code, label: names[language] }))
      .toSorted((one, other) => one.label.localeCompare(other.label, language));
  const states = calendars.find(({ code }) => code === holidays.country)?.states ?? [];
  return (
    <div className={classes.choice}>
      <Select
        label={t('holidays.country')}
        placeholder={t('holidays.noCountry')}
        searchable
        clearable={mayChange}
        nothingFoundMessage={t('holidays.notKnown')}
        data={named(calendars)}
        value={holidays.country ?? null}
        readOnly={!mayChange}
        onChange={(country) => change({ holidays: withCountry(holidays, country) })}
      />
      {states.length > 0 && (
        <Select
          label={t('holidays.state')}
          placeholder={t('holidays.noState')}
          searchable
          clearable={mayChange}
          nothingFoundMessage={t('holidays.notKnown')}
          data={named(states)}
          value={holidays.state ?? null}
          readOnly={!mayChange}
          onChange={(state) => change({ holidays: withState(holidays, state) })}
        />
      )}
    </div>
  );
};

/** The days on which the clinic is closed, year by year. */
export const Holidays = () => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { mayChange } = useEditing();
  const { path, settings } = useScope();
  const { holidays } = settings;
  const today = useOnTick((second) => dayOf(second * 1000, clinic.timeZone));
  const [year, setYear] = useState(() => Number(today.slice(0, 4)));
  const { country = '', state } = holidays;
  const calendar = useQuery({
    ...holidaysQuery(clinic.id, { country, state, year }),
    enabled: country.length === 2,
  });
  const days = daysOff(holidays, country === '' ? [] : (calendar.data ?? []), year);
  return (
    <Panel title={t('holidays.title')}>
      <CalendarChoice />
      {calendar.isError && <ProblemNotice error={calendar.error} onRetry={() => void calendar.refetch()} />}
      <div className={classes.year}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('holidays.before')}
          onClick={() => setYear(year - 1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <span aria-live="polite">{year}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('holidays.after')}
          onClick={() => setYear(year + 1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </div>
      <ul className={classes.holidays}>
        {days.map((each) => (
          <li key={`${each.day.date} ${each.own}`}>
            <HolidayRow off={each} isPast={each.day.date < today} />
          </li>
        ))}
        {days.length === 0 && <li className={classes.holiday}>{t('holidays.none')}</li>}
      </ul>
      {mayChange && <AddOwnDay year={year} />}
      <div className={classes.faults}>
        <FieldProblems at={`${path}/holidays`} />
      </div>
    </Panel>
  );
};
