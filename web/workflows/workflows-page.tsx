import { Button } from '@mantine/core';
import { IconBooks, IconRoute, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../src/accounts/rules/role.ts';
import type { WorkflowItem } from '../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import head from '../ui/page-head.module.css';
import { PageHead } from '../ui/page-head.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { FailedLately } from './failed-lately.tsx';
import { NewWorkflow } from './new-workflow.tsx';
import { WorkflowStatusLabel } from './status-labels.tsx';
import { SetAsideEvents } from './set-aside-events.tsx';
import { useBeginWords } from './use-definition-words.ts';
import rowLink from '../ui/row-link.module.css';
import classes from './workflows.module.css';
import { workflowsQuery } from './workflows.query.ts';

/** What happens by itself at this clinic. */
export const WorkflowsPage = () => {
  const { t } = useTranslation('workflows');
  const { clinic } = useCurrentClinic();
  const { data, ...query } = useQuery(workflowsQuery(clinic.id));
  const isManager = atLeast(clinic.role, 'manager');
  return (
    <>
      <PageHead title={t('title')}>
        <PeopleButton clinicId={clinic.id} />
        <GalleryButton clinicId={clinic.id} variant="default" />
        {isManager && <NewWorkflow clinicId={clinic.id} />}
      </PageHead>
      <p className={head.intro}>{t('intro')}</p>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      <SetAsideEvents clinic={clinic} />
      <FailedLately clinic={clinic} />
      <Panel title={t('title')} count={data?.workflows.length}>
        {query.isPending && <RowsSkeleton rows={3} />}
        {data?.workflows.length === 0 && (
          <EmptyState
            icon={<IconRoute />}
            title={t('none')}
            action={<GalleryButton clinicId={clinic.id} variant="filled" />}
          >
            {t(isManager ? 'noneText' : 'forManagers')}
          </EmptyState>
        )}
        <ul className={classes.list}>
          {data?.workflows.map((workflow) => (
            <WorkflowRow key={workflow.id} workflow={workflow} clinicId={clinic.id} />
          ))}
        </ul>
      </Panel>
    </>
  );
};

const GalleryButton = ({ clinicId, variant }: { clinicId: string; variant: 'default' | 'filled' }) => {
  const { t } = useTranslation('workflows');
  return (
    <Button
      variant={variant}
      leftSection={<IconBooks size={16} aria-hidden />}
      renderRoot={(props) => (
        <Link {...props} to="/clinics/$clinicId/workflows/gallery" params={{ clinicId }} />
      )}
    >
      {t('openGallery')}
    </Button>
  );
};

const PeopleButton = ({ clinicId }: { clinicId: string }) => {
  const { t } = useTranslation('workflows');
  return (
    <Button
      variant="default"
      leftSection={<IconUsers size={16} aria-hidden />}
      renderRoot={(props) => (
        <Link {...props} to="/clinics/$clinicId/workflows/people" params={{ clinicId }} />
      )}
    >
      {t('findPeople')}
    </Button>
  );
};

const WorkflowRow = ({ workflow, clinicId }: { workflow: WorkflowItem; clinicId: string }) => {
  const { t } = useTranslation('workflows');
  const beginWords = useBeginWords();
  const { running, paused } = workflow.instances;
  return (
    <li className={classes.row}>
      <span>
        <Link
          to="/clinics/$clinicId/workflows/$workflowId"
          params={{ clinicId, workflowId: workflow.id }}
          className={rowLink.link}
        >
          {workflow.name}
        </Link>
        <span className={classes.under}>{beginWords(workflow)}</span>
      </span>
      <WorkflowStatusLabel status={workflow.status} />
      <span className={classes.dim}>{t('underWay', { count: running + paused })}</span>
      <span className={classes.dim}>
        {workflow.version === null ? t('notPublished') : t('version', { version: workflow.version })}
      </span>
    </li>
  );
};
