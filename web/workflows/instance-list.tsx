import { SegmentedControl } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstanceItem } from '../../src/workflows/rules/workflow-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { GoesOn } from './goes-on.tsx';
import { InstanceStatusLabel } from './status-labels.tsx';
import classes from './workflows.module.css';
import { instancesQuery } from './workflows.query.ts';

const statuses = ['running', 'paused', 'done', 'exited'] as const;

/** Who is or was going through one workflow, newest first. */
export const InstanceList = ({ clinic, workflowId }: { clinic: MyClinic; workflowId: string }) => {
  const { t } = useTranslation('workflows');
  const [status, setStatus] = useState<string>('all');
  const list = useInfiniteQuery(instancesQuery(clinic.id, workflowId, status === 'all' ? null : status));
  const instances = list.data?.pages.flatMap((page) => page.instances) ?? [];
  const choices = [
    { value: 'all', label: t('all') },
    ...statuses.map((value) => ({ value, label: t(`instanceStatus.${value}`) })),
  ];
  return (
    <Panel title={t('instances')}>
      <div className={classes.filter}>
        <SegmentedControl
          aria-label={t('instances')}
          data={choices}
          value={status}
          onChange={setStatus}
          size="xs"
        />
      </div>
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <RowsSkeleton rows={5} />}
      {list.isSuccess && instances.length === 0 && (
        <EmptyState icon={<IconUsers />} title={t('noInstances')}>
          {t('noInstancesText')}
        </EmptyState>
      )}
      <ul className={classes.list}>
        {instances.map((instance) => (
          <InstanceRow key={instance.id} instance={instance} clinic={clinic} />
        ))}
      </ul>
      <MoreRows
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Panel>
  );
};

const InstanceRow = ({ instance, clinic }: { instance: InstanceItem; clinic: MyClinic }) => {
  const { t } = useTranslation('workflows');
  return (
    <li className={classes.instance}>
      <span>
        <Link
          to="/clinics/$clinicId/workflows/instances/$instanceId"
          params={{ clinicId: clinic.id, instanceId: instance.id }}
          className={classes.link}
        >
          {instance.patient?.name ?? t('somebody')}
        </Link>
        <span className={classes.under}>
          <MomentText at={instance.startedAt} timeZone={clinic.timeZone} />
          {instance.version > 1 && ` · ${t('version', { version: instance.version })}`}
        </span>
      </span>
      <span className={classes.end}>
        <InstanceStatusLabel status={instance.status} />
        {instance.status === 'running' && <GoesOn instance={instance} clinic={clinic} />}
      </span>
    </li>
  );
};
