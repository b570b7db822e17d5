import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { StepList } from '../step-list.tsx';
import { NamesOf } from '../definition-names.tsx';
import { useDefinitionWords } from '../use-definition-words.ts';
import classes from './versions.module.css';
import { versionQuery } from './versions.query.ts';

/** What a version says, to read. */
export const VersionSteps = ({ workflowId, version }: { workflowId: string; version: number }) => {
  const { t } = useTranslation('versions');
  const { clinic } = useCurrentClinic();
  const { data, error, refetch } = useQuery(versionQuery(clinic.id, workflowId, version));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <RowsSkeleton rows={2} />;
  if (data.definition === null) return <p className={classes.small}>{t('unreadable')}</p>;
  return (
    <NamesOf definition={data.definition}>
      <Told definition={data.definition} />
    </NamesOf>
  );
};

const Told = ({ definition }: { definition: Definition }) => {
  const { begins, ends } = useDefinitionWords()(definition);
  return (
    <div className={classes.steps}>
      <strong>{begins}</strong>
      <StepList steps={definition.steps} at={{}} />
      {ends !== null && <span className={classes.small}>{ends}</span>}
    </div>
  );
};
