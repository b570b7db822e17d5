import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { Differences } from './differences.tsx';
import classes from './versions.module.css';
import { versionQuery } from './versions.query.ts';

interface ComparedWithProps {
  version: number;
  before: number | null;
  others: readonly number[];
  workflow: WorkflowView;
}

/** One version beside another, or beside the draft: the later one is told by what it changed. */
export const ComparedWith = ({ version, before, others, workflow }: ComparedWithProps) => {
  const { t } = useTranslation('versions');
  const choices = [
    ...(workflow.draft === null ? [] : [{ value: 'draft', label: t('draft') }]),
    ...others.map((number) => ({ value: String(number), label: t('number', { number }) })),
  ];
  const [chosen, setChosen] = useState(before === null ? choices[0]?.value : String(before));
  if (chosen === undefined) return <p className={classes.small}>{t('differences.nothingBefore')}</p>;
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('compareWith', { number: version })}
        data={choices}
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      {chosen === 'draft' ? (
        <FromVersion workflowId={workflow.id} version={version} to={workflow.draft} />
      ) : (
        <BetweenVersions
          workflowId={workflow.id}
          earlier={Math.min(version, Number(chosen))}
          later={Math.max(version, Number(chosen))}
        />
      )}
    </>
  );
};

interface FromVersionProps {
  workflowId: string;
  version: number;
  to: Definition | null;
}

const FromVersion = ({ workflowId, version, to }: FromVersionProps) => {
  const { t } = useTranslation('versions');
  const { clinic } = useCurrentClinic();
  const { data, error, refetch } = useQuery(versionQuery(clinic.id, workflowId, version));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <RowsSkeleton rows={2} />;
  if (data.definition === null || to === null) return <p className={classes.small}>{t('unreadable')}</p>;
  return <Differences before={data.definition} after={to} />;
};

interface BetweenVersionsProps {
  workflowId: string;
  earlier: number;
  later: number;
}

const BetweenVersions = ({ workflowId, earlier, later }: BetweenVersionsProps) => {
  const { clinic } = useCurrentClinic();
  const { data, error, refetch } = useQuery(versionQuery(clinic.id, workflowId, later));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <RowsSkeleton rows={2} />;
  return <FromVersion workflowId={workflowId} version={earlier} to={data.definition} />;
};
