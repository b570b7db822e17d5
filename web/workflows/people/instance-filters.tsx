import { Button, Collapse, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { programOf } from '../../../src/workflows/rules/program.ts';
import { useTypedSearch } from '../../ui/typed-search.ts';
import { useReasonWords } from '../use-reason-words.ts';
import { NamesOf } from '../definition-names.tsx';
import { useStepNames } from '../versions/use-step-names.ts';
import { instanceStatuses, type PeopleFilter } from '../workflow-search.ts';
import classes from './people.module.css';

interface InstanceFiltersProps {
  /** null: over all workflows */
  workflow: WorkflowView | null;
  filter: PeopleFilter;
  onChange: (change: { [Name in keyof PeopleFilter]?: PeopleFilter[Name] | undefined }) => void;
}

/** Who is listed: by name or number, by status, by where they stand, by version and by day. */
export const InstanceFilters = ({ workflow, filter, onChange }: InstanceFiltersProps) => {
  const { t } = useTranslation(['versions', 'workflows']);
  const [typed, type] = useTypedSearch(filter.q ?? '', (q) => onChange({ q }));
  const { q: _, status: __, bulkWork: ___, cameTo: ____, ...more } = filter;
  const set = Object.keys(more).length;
  const [opened, setOpened] = useState(set > 0);
  const choices = [
    { value: 'all', label: t('workflows:all') },
    ...instanceStatuses.map((value) => ({ value, label: t(`workflows:instanceStatus.${value}`) })),
  ];
  return (
    <div className={classes.filters}>
      <div className={classes.first}>
        <TextInput
          type="search"
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={({ currentTarget }) => type(currentTarget.value)}
        />
        <Button
          variant={set > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {set > 0 ? t('people.filtersSet', { count: set }) : t('people.filters')}
        </Button>
      </div>
      {filter.bulkWork !== undefined && (
        <div className={classes.acts}>
          <span>
            {filter.cameTo === undefined
              ? t('bulk.onlyWork')
              : t('bulk.only', { what: t(`versions:bulk.outcome.${filter.cameTo}`) })}
          </span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange({ bulkWork: undefined, cameTo: undefined })}
          >
            {t('bulk.all')}
          </Button>
        </div>
      )}
      <div className={classes.scroll}>
        <SegmentedControl
          aria-label={t('workflows:instances')}
          data={choices}
          value={filter.status ?? 'all'}
          onChange={(value) => onChange({ status: instanceStatuses.find((one) => one === value) })}
          size="xs"
        />
      </div>
      <Collapse expanded={opened}>
        <div className={classes.more}>
          {workflow !== null && (
            <NamesOf definition={workflow.definition ?? workflow.draft}>
              <StepFilters workflow={workflow} filter={filter} onChange={onChange} />
            </NamesOf>
          )}
          <TimeFilters filter={filter} onChange={onChange} />
        </div>
      </Collapse>
    </div>
  );
};

const exitReasons = [
  'appointment-cancelled',
  'appointment-confirmed',
  'appointment-gone',
  'given-away',
  'opted-out',
  'replied',
  'condition',
  'step-gone',
  'ended-by-hand',
  'patient-archived',
  'merged',
  'broken',
] as const;

type StepFiltersProps = InstanceFiltersProps & { workflow: WorkflowView };

const StepFilters = ({ workflow, filter, onChange }: StepFiltersProps) => {
  const { t } = useTranslation(['versions', 'workflows']);
  const reasonWords = useReasonWords();
  const { step, how = 'waiting', reason, version } = filter;
  const any = { value: '', label: t('people.any') };
  const definition = workflow.definition ?? workflow.draft;
  const known = definition === null ? [] : [...programOf(definition).places.keys()];
  const ids = step === undefined || known.includes(step) ? known : [step, ...known];
  const nameOf = useStepNames({ workflowId: workflow.id, version: workflow.version, definition }, ids);
  const named = ids.map((id) => ({ value: id, label: nameOf(id) }));
  const versions = Array.from({ length: workflow.version ?? 0 }, (_, index) =>
    String(index + 1),
  ).toReversed();
  // As of many: it names what is looked for.
  const came = t(`counts.${how}`, { count: 2 });
  const counted = reason === undefined ? came : `${came}: ${reasonWords(reason)}`;
  return (
    <>
      <NativeSelect
        label={step === undefined ? t('people.step') : t('people.stepHow', { how: counted })}
        data={[any, ...named]}
        value={step ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ step: currentTarget.value, how: undefined, reason: undefined })
        }
      />
      <NativeSelect
        label={t('people.version')}
        data={[any, ...versions.map((value) => ({ value, label: t('number', { number: value }) }))]}
        value={version === undefined ? '' : String(version)}
        onChange={({ currentTarget }) => onChange({ version: Number(currentTarget.value) })}
      />
    </>
  );
};

const TimeFilters = ({ filter, onChange }: Omit<InstanceFiltersProps, 'workflow'>) => {
  const { t } = useTranslation('versions');
  const reasonWords = useReasonWords();
  const { from, to, exitReason, failedFrom } = filter;
  const any = { value: '', label: t('people.any') };
  return (
    <>
      <NativeSelect
        label={t('people.exit')}
        data={[any, ...exitReasons.map((value) => ({ value, label: reasonWords(value) }))]}
        value={exitReason ?? ''}
        onChange={({ currentTarget }) => onChange({ exitReason: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('people.from')}
        value={from ?? ''}
        onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('people.to')}
        value={to ?? ''}
        onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('people.failedFrom')}
        value={failedFrom ?? ''}
        onChange={({ currentTarget }) => onChange({ failedFrom: currentTarget.value })}
      />
    </>
  );
};
