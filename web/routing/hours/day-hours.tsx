import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldProblems } from '../draft/field-problems.tsx';
import { useEditing, useScope } from '../editing.ts';
import classes from './hours-part.module.css';
import {
  addSpan,
  changeSpan,
  copyToWeekdays,
  isAlwaysOpen,
  mostSpans,
  removeSpan,
  runsPastMidnight,
  weekdayName,
  type BusinessHours,
  type Span,
  type Weekday,
} from './opening-days.ts';

interface SpanFieldsProps {
  day: string;
  span: Span;
  onChange: (span: Span) => void;
  onRemove: () => void;
}

const SpanFields = ({ day, span, onChange, onRemove }: SpanFieldsProps) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const [from, to] = span;
  return (
    <span className={classes.span}>
      <TextInput
        type="time"
        size="xs"
        aria-label={t('hours.from', { day })}
        value={from}
        readOnly={!mayChange}
        onChange={(event) => onChange([event.currentTarget.value, to])}
      />
      <span aria-hidden>–</span>
      <TextInput
        type="time"
        size="xs"
        aria-label={t('hours.to', { day })}
        value={to}
        readOnly={!mayChange}
        onChange={(event) => onChange([from, event.currentTarget.value])}
      />
      {runsPastMidnight(span) && <span className={classes.dimmed}>{t('hours.nextDay')}</span>}
      {mayChange && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('hours.remove', { day, from, to })}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </span>
  );
};

/** When the clinic is open on one day of the week. */
export const DayHours = ({ day }: { day: Weekday }) => {
  const { t, i18n } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { path, settings, change } = useScope();
  const hours = settings.businessHours;
  const spans = hours[day] ?? [];
  const name = weekdayName(day, i18n.language);
  const set = (businessHours: BusinessHours): void => change({ businessHours });
  return (
    <li className={classes.day}>
      <span className={classes.dayName}>{name}</span>
      <span className={classes.spans}>
        {spans.length === 0 && (
          <span className={classes.dimmed}>{isAlwaysOpen(hours) ? t('hours.open') : t('hours.closed')}</span>
        )}
        {spans.map((span, index) => (
          <SpanFields
            // By place: a span has no other identity while its times are being typed.
            key={index}
            day={name}
            span={span}
            onChange={(next) => set(changeSpan(hours, day, index, next))}
            onRemove={() => set(removeSpan(hours, day, index))}
          />
        ))}
      </span>
      {mayChange && (
        <span className={classes.dayActions}>
          {spans.length < mostSpans && (
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-label={t('hours.addTo', { day: name })}
              onClick={() => set(addSpan(hours, day))}
            >
              {t('hours.add')}
            </Button>
          )}
          {spans.length > 0 && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={<IconCopy size={14} aria-hidden />}
              aria-label={t('hours.copyFrom', { day: name })}
              onClick={() => set(copyToWeekdays(hours, day))}
            >
              {t('hours.copy')}
            </Button>
          )}
        </span>
      )}
      <FieldProblems at={`${path}/businessHours/${day}`} />
    </li>
  );
};
