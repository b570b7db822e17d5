import { NativeSelect } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { programOf } from '../../../src/workflows/rules/program.ts';
import type { Performance } from '../../../src/workflows/rules/step-numbers.ts';
import type { WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { useToday } from '../../patients/use-today.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { addDays } from '../../ui/zoned-time.ts';
import { NamesOf } from '../definition-names.tsx';
import { useStepNames } from '../versions/use-step-names.ts';
import { versionQuery } from '../versions/versions.query.ts';
import type { PeopleFilter } from '../workflow-search.ts';
import classes from './numbers.module.css';
import { performanceQuery } from './numbers.query.ts';
import { StepNumbers } from './step-numbers.tsx';

const spans = [7, 30, 90, 365] as const;

/** What became of each step, for whoever came in within some days. */
export const NumbersSection = ({ workflow }: { workflow: WorkflowView }) => {
  const { t } = useTranslation('versions');
  const { clinic } = useCurrentClinic();
  const today = useToday(clinic);
  const [days, setDays] = useState(30);
  const [version, setVersion] = useState<number | null>(null);
  const filter: PeopleFilter = {
    from: addDays(today, 1 - days),
    ...(version === null ? {} : { version }),
  };
  const query = useQuery(performanceQuery(clinic.id, workflow.id, filter, clinic.timeZone));
  const shown = version ?? workflow.version;
  const read = useQuery({ ...versionQuery(clinic.id, workflow.id, shown ?? 1), enabled: shown !== null });
  const definition = read.data?.definition ?? workflow.definition;
  const numbers = Array.from({ length: workflow.version ?? 0 }, (_, index) => String(index + 1)).toReversed();
  return (
    <Panel title={t('sections.numbers')}>
      <div className={classes.choose}>
        <NativeSelect
          label={t('numbers.span')}
          value={days}
          data={spans.map((count) => ({ value: String(count), label: t('numbers.days', { count }) }))}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        />
        <NativeSelect
          label={t('people.version')}
          value={version ?? ''}
          data={[
            { value: '', label: t('people.any') },
            ...numbers.map((value) => ({ value, label: t('number', { number: value }) })),
          ]}
          onChange={({ currentTarget }) => setVersion(Number(currentTarget.value) || null)}
        />
      </div>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <RowsSkeleton rows={6} />}
      {query.data?.instances === 0 && (
        <EmptyState icon={<IconChartBar />} title={t('numbers.none')}>
          {t('numbers.noneText')}
        </EmptyState>
      )}
      {query.data !== undefined && query.data.instances > 0 && (
        <NamesOf definition={definition}>
          <Steps workflow={workflow} performance={query.data} definition={definition} filter={filter} />
        </NamesOf>
      )}
    </Panel>
  );
};

interface StepsProps {
  workflow: WorkflowView;
  performance: Performance;
  definition: Definition | null;
  filter: PeopleFilter;
}

/** In the order of the definition; steps of other versions stand last. */
const Steps = ({ workflow, performance, definition, filter }: StepsProps) => {
  const { t } = useTranslation('versions');
  const places = definition === null ? new Map<string, never>() : programOf(definition).places;
  const order = [...places.keys()];
  const others = performance.steps.map(({ step }) => step).filter((step) => !places.has(step));
  const nameOf = useStepNames({ workflowId: workflow.id, version: workflow.version, definition }, others);
  return (
    <>
      <p className={classes.came}>{t('numbers.came', { count: performance.instances })}</p>
      <ol className={classes.list}>
        {[...order, ...others].map((id) => (
          <StepNumbers
            key={id}
            id={id}
            step={places.get(id)?.step}
            name={nameOf(id)}
            numbers={performance.steps.find(({ step }) => step === id)}
            workflowId={workflow.id}
            filter={filter}
          />
        ))}
      </ol>
    </>
  );
};
