import { ActionIcon, Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditing, useScope } from '../editing.ts';
import type { HolidayList } from '../../../src/clinics/rules/holidays.ts';
import { isKept, keepHoliday, removeOwnDay } from './edit-holidays.ts';

import classes from './hours-part.module.css';

interface HolidayRowProps {
  off:
    | { own: false; day: HolidayList['holidays'][number] }
    | { own: true; day: { date: string; name: string } };
  isPast: boolean;
}

/** `Fri, 25 Dec` */
const dateWords = (date: string, language: string): string => {
  const at = Date.parse(date);
  if (Number.isNaN(at)) return date;
  const format = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, format).format(at);
};

/** One day off: of the calendar with a switch, or the clinic's own. */
export const HolidayRow = ({ off, isPast }: HolidayRowProps) => {
  const { t, i18n } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { settings, change } = useScope();
  const { holidays } = settings;
  const { date } = off.day;
  const name = off.own ? off.day.name : off.day.names[i18n.language === 'de' ? 'de' : 'en'];
  const words = { name, date: dateWords(date, i18n.language) };
  return (
    <div className={classes.holiday} data-past={isPast || undefined}>
      <time dateTime={date}>{words.date}</time>
      <span className={classes.holidayName}>
        {name}
        {off.own && <span className={classes.dimmed}> · {t('holidays.own')}</span>}
      </span>
      {off.own ? (
        mayChange && (
          <ActionIcon
            className={classes.holidaySwitch}
            variant="subtle"
            color="gray"
            aria-label={t('holidays.remove', words)}
            onClick={() => change({ holidays: removeOwnDay(holidays, date) })}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )
      ) : (
        <Switch
          className={classes.holidaySwitch}
          labelPosition="left"
          label={isKept(holidays, date) ? t('hours.closed') : t('hours.open')}
          aria-label={t('holidays.closedOn', words)}
          checked={isKept(holidays, date)}
          disabled={!mayChange}
          onChange={(event) => change({ holidays: keepHoliday(holidays, date, event.currentTarget.checked) })}
        />
      )}
    </div>
  );
};
