import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  addSpan,
  changeSpan,
  isAlwaysOpen,
  removeSpan,
  weekdayName,
  weekdays,
  type Weekday,
} from './opening-days.ts';
import type { SettingsFieldsProps } from './settings-fields.tsx';
import classes from './settings-section.module.css';

interface DayFieldsProps extends Pick<SettingsFieldsProps, 'settings' | 'onChange'> {
  day: Weekday;
}

const DayFields = ({ day, settings, onChange }: DayFieldsProps) => {
  const { t, i18n } = useTranslation('routing');
  const hours = settings.businessHours;
  const name = weekdayName(day, i18n.language);
  const set = (businessHours: typeof hours): void => onChange({ businessHours });
  return (
    <li className={classes.day}>
      <span className={classes.dayName}>{name}</span>
      <span className={classes.spans}>
        {(hours[day] ?? []).length === 0 && !isAlwaysOpen(hours) && (
          <span className={classes.closed}>{t('settings.closed')}</span>
        )}
        {(hours[day] ?? []).map(([from, to], index) => (
          <span key={index} className={classes.span}>
            <TextInput
              type="time"
              size="xs"
              aria-label={t('settings.from', { day: name })}
              value={from}
              onChange={(event) => set(changeSpan(hours, day, index, [event.currentTarget.value, to]))}
            />
            –
            <TextInput
              type="time"
              size="xs"
              aria-label={t('settings.to', { day: name })}
              value={to}
              onChange={(event) => set(changeSpan(hours, day, index, [from, event.currentTarget.value]))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('settings.removeHours', { day: name })}
              onClick={() => set(removeSpan(hours, day, index))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </span>
        ))}
        {(hours[day] ?? []).length < 10 && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t('settings.addHoursTo', { day: name })}
            onClick={() => set(addSpan(hours, day))}
          >
            {t('settings.addHours')}
          </Button>
        )}
      </span>
    </li>
  );
};

const codeOf = (typed: string): string | undefined => typed.trim().toUpperCase() || undefined;

/** When the clinic is open, by weekday, and whose holidays it keeps. */
export const OpeningFields = ({ settings, faults, onChange }: SettingsFieldsProps) => {
  const { t } = useTranslation('routing');
  const { businessHours, holidays } = settings;
  return (
    <>
      {isAlwaysOpen(businessHours) && <p className={classes.note}>{t('settings.alwaysOpen')}</p>}
      <ul className={classes.days}>
        {weekdays.map((day) => (
          <DayFields key={day} day={day} settings={settings} onChange={onChange} />
        ))}
      </ul>
      {faults.includes('businessHours') && (
        <p className={classes.fault} role="alert">
          {t('settings.faults.businessHours')}
        </p>
      )}
      <div className={classes.fields}>
        <TextInput
          label={t('settings.country')}
          maxLength={2}
          error={faults.includes('holidays') && t('settings.faults.holidays')}
          value={holidays.country ?? ''}
          onChange={(event) => {
            const country = codeOf(event.currentTarget.value);
            onChange({ holidays: { ...holidays, country, state: country && holidays.state } });
          }}
        />
        <TextInput
          label={t('settings.state')}
          maxLength={8}
          disabled={holidays.country === undefined}
          value={holidays.state ?? ''}
          onChange={(event) =>
            onChange({ holidays: { ...holidays, state: codeOf(event.currentTarget.value) } })
          }
        />
      </div>
    </>
  );
};
