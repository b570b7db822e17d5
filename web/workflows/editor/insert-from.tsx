import { Button, Checkbox, Drawer, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { NamesOf } from '../definition-names.tsx';
import { useStepName } from '../use-step-name.ts';
import { workflowQuery, workflowsQuery } from '../workflows.query.ts';
import classes from './editor.module.css';
import { countIn } from './layout-steps.ts';

interface InsertFromProps {
  onInsert: (steps: readonly Step[]) => void;
  onClose: () => void;
}

/** Steps of another workflow, chosen one by one, with all that is inside of them. */
export const InsertFrom = ({ onInsert, onClose }: InsertFromProps) => {
  const { t } = useTranslation('editor');
  const { clinic } = useCurrentClinic();
  const [workflowId, setWorkflowId] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(workflowsQuery(clinic.id));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('other.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <Stack gap="md">
        <Select
          label={t('other.workflow')}
          placeholder={t('other.choose')}
          searchable
          data-autofocus
          data={(data?.workflows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={workflowId}
          onChange={setWorkflowId}
        />
        {workflowId !== null && (
          <StepsOf key={workflowId} clinicId={clinic.id} workflowId={workflowId} onInsert={onInsert} />
        )}
      </Stack>
    </Drawer>
  );
};

interface StepsOfProps {
  clinicId: string;
  workflowId: string;
  onInsert: (steps: readonly Step[]) => void;
}

const StepsOf = ({ clinicId, workflowId, onInsert }: StepsOfProps) => {
  const { t } = useTranslation('editor');
  const { data: workflow, error, refetch } = useQuery(workflowQuery(clinicId, workflowId));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (workflow === undefined) return <RowsSkeleton rows={5} />;
  const definition = workflow.draft ?? workflow.definition;
  if (definition === null || definition.steps.length === 0)
    return <p className={classes.state}>{t('other.empty')}</p>;
  return (
    <NamesOf definition={definition}>
      <Choice definition={definition} onInsert={onInsert} />
    </NamesOf>
  );
};

const Choice = ({ definition, onInsert }: Pick<StepsOfProps, 'onInsert'> & { definition: Definition }) => {
  const { t } = useTranslation('editor');
  const { name, told } = useStepName();
  const [chosen, setChosen] = useState<string[]>([]);
  const steps = definition.steps.filter(({ id }) => chosen.includes(id));
  return (
    <>
      <Checkbox.Group label={t('other.steps')} value={chosen} onChange={setChosen}>
        <Stack gap="sm" mt="xs">
          {definition.steps.map((step) => (
            <Checkbox
              key={step.id}
              value={step.id}
              label={name(step)}
              description={
                countIn([step]) > 1 ? t('holds', { count: countIn([step]) - 1 }) : shortened(told(step))
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Button disabled={steps.length === 0} onClick={() => onInsert(steps)}>
        {t('other.insert', { count: steps.length })}
      </Button>
    </>
  );
};

const longest = 120;
const shortened = (words: string): string =>
  words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words;
