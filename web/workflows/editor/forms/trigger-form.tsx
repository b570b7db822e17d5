import { MultiSelect, SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EventKind } from '../../../../src/events/rules/event-kinds.ts';
import { everybody } from './empty-group.ts';
import { eventGroups } from './event-groups.ts';
import classes from './forms.module.css';
import type { HeadFormOf } from './head-form-props.ts';
import { RuleEditor } from './rules/rule-editor.tsx';
import { TimeField } from './time-field.tsx';
import { useFaultWords } from './use-fault-words.ts';

/** What begins a workflow: something that happens, or the daily look at everybody; and for whom. */
export const TriggerForm = ({ value, faults, definition, onChange }: HeadFormOf<'trigger'>) => {
  const { t } = useTranslation('stepForms');
  const wrong = useFaultWords(faults);
  const { filter, daily } = value;
  const kept = filter === undefined ? {} : { filter };
  const by = daily === undefined ? 'event' : 'daily';
  const begin = (next: string): void =>
    onChange(next === 'daily' ? { events: [], daily: { at: '09:00' }, ...kept } : { events: [], ...kept });
  return (
    <div className={classes.form}>
      <SegmentedControl
        fullWidth
        aria-label={t('trigger.by')}
        data={(['event', 'daily'] as const).map((each) => ({ value: each, label: t(`trigger.${each}`) }))}
        value={by}
        onChange={(next) => next !== by && begin(next)}
      />
      {daily === undefined ? (
        <EventChoice
          label={t('trigger.events')}
          kinds={value.events}
          error={wrong('no-trigger')}
          onChange={(events) => onChange({ ...value, events })}
        />
      ) : (
        <>
          <TimeField
            label={t('trigger.at')}
            value={daily.at}
            onChange={(at) => at !== undefined && onChange({ ...value, daily: { at } })}
          />
          <p className={classes.hint}>{t('trigger.dailyHint')}</p>
        </>
      )}
      <div className={classes.group}>
        <Switch
          label={t(daily === undefined ? 'trigger.onlyIf' : 'trigger.forWhom')}
          checked={filter !== undefined}
          onChange={(event) => {
            const { filter: _, ...all } = value;
            onChange(event.currentTarget.checked ? { ...value, filter: everybody } : all);
          }}
        />
        {filter !== undefined && (
          <RuleEditor
            label={t(daily === undefined ? 'trigger.onlyIf' : 'trigger.forWhom')}
            group={filter}
            definition={definition}
            scope="beginning"
            onChange={(group) => onChange({ ...value, filter: group })}
          />
        )}
      </div>
    </div>
  );
};

interface EventChoiceProps {
  label: string;
  kinds: readonly EventKind[];
  error: string | undefined;
  onChange: (kinds: EventKind[]) => void;
}

/** Of what may happen, one thing or several. */
export const EventChoice = ({ label, kinds, error, onChange }: EventChoiceProps) => {
  const { t } = useTranslation(['stepForms', 'workflows']);
  return (
    <MultiSelect
      label={label}
      placeholder={kinds.length === 0 ? t('trigger.choose') : ''}
      searchable
      nothingFoundMessage={t('trigger.noEvent')}
      maxValues={20}
      maxDropdownHeight={360}
      data={eventGroups.map(({ group, kinds: items }) => ({
        group: t(`trigger.groups.${group}`),
        items: items.map((kind) => ({ value: kind, label: t(`workflows:events.${kind}`) })),
      }))}
      value={[...kinds]}
      error={error}
      onChange={(next) => onChange(next)}
    />
  );
};
