import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../../src/accounts/rules/role.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import head from '../../ui/page-head.module.css';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { workflowQuery } from '../workflows.query.ts';
import classes from './editor.module.css';
import { Editor } from './editor.tsx';

const route = getRouteApi('/signed-in/clinics/$clinicId/workflows/$workflowId/edit');

/** A workflow while it is written. */
export const EditorPage = () => {
  const { t } = useTranslation('editor');
  const { clinic } = useCurrentClinic();
  const { workflowId } = route.useParams();
  const { data: workflow, ...query } = useQuery(workflowQuery(clinic.id, workflowId));
  const definition = workflow?.draft ?? workflow?.definition ?? null;
  const mayChange = atLeast(clinic.role, 'manager') && workflow?.status !== 'archived';
  return (
    <div className={classes.editor}>
      <Link
        to="/clinics/$clinicId/workflows/$workflowId"
        params={{ clinicId: clinic.id, workflowId }}
        className={head.up}
      >
        <IconChevronLeft size={18} aria-hidden />
        {t('back')}
      </Link>
      <PageHead title={t('title', { name: workflow?.name ?? '…' })} />
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <RowsSkeleton rows={8} />}
      {workflow !== undefined && !mayChange && (
        <p>{t(workflow.status === 'archived' ? 'cannotEdit' : 'onlyManagers')}</p>
      )}
      {workflow !== undefined && mayChange && definition === null && <p>{t('unreadable')}</p>}
      {/* Another workflow is another draft: nothing typed in one is ever saved in the other. */}
      {workflow !== undefined && mayChange && definition !== null && (
        <Editor key={`${clinic.id} ${workflow.id}`} workflow={workflow} definition={definition} />
      )}
    </div>
  );
};
