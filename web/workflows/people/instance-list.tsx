import { Checkbox } from '@mantine/core';
import { IconCircleCheck, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../../src/accounts/rules/role.ts';
import type { InstanceItem, WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import type { MyClinic } from '../../accounts/me.query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MomentText } from '../../ui/moment-text.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Panel } from '../../ui/panel.tsx';
import rowLink from '../../ui/row-link.module.css';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { GoesOn } from '../goes-on.tsx';
import { InstanceStatusLabel } from '../status-labels.tsx';
import type { PeopleFilter } from '../workflow-search.ts';
import list from '../workflows.module.css';
import { InstanceFilters } from './instance-filters.tsx';
import { FailedSteps } from './failed-steps.tsx';
import { BulkWorks } from './bulk-works.tsx';
import { isAboutFailures, ManyPanel } from './many-panel.tsx';
import classes from './people.module.css';
import { peopleQuery } from './people-query.ts';
import { peopleListQuery } from './people.query.ts';

interface InstanceListProps {
  clinic: MyClinic;
  /** null: over all workflows */
  workflow: WorkflowView | null;
  filter: PeopleFilter;
  onFilter: (change: object) => void;
}

/** Who is or was going through one workflow or through any, newest first; where steps failed, by the last of them. */
export const InstanceList = ({ clinic, workflow, filter, onFilter }: InstanceListProps) => {
  const { t } = useTranslation(['workflows', 'versions']);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const query = peopleQuery(workflow?.id ?? null, filter, clinic.timeZone);
  const { data, ...found } = useInfiniteQuery(peopleListQuery(clinic.id, query));
  const instances = data?.pages.flatMap((page) => page.instances) ?? [];
  const mayAct = atLeast(clinic.role, 'manager') && workflow?.status !== 'archived';
  const tick = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Panel title={t('instances')}>
      <InstanceFilters workflow={workflow} filter={filter} onChange={onFilter} />
      {mayAct && (
        <ManyPanel
          clinicId={clinic.id}
          query={query}
          chosen={chosen}
          version={workflow?.version ?? null}
          onDone={() => setChosen([])}
        />
      )}
      <BulkWorks clinic={clinic} workflowId={workflow?.id ?? null} mayStop={mayAct} />
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowsSkeleton rows={5} />}
      {found.isSuccess && instances.length === 0 && <Nobody filter={filter} />}
      <ul className={list.list}>
        {instances.map((instance) => (
          <InstanceRow
            key={instance.id}
            instance={instance}
            clinic={clinic}
            namesWorkflow={workflow === null}
            ticked={chosen.includes(instance.id)}
            onTick={
              mayAct && canBeChosen(instance, filter, workflow === null) ? () => tick(instance.id) : null
            }
          />
        ))}
      </ul>
      <MoreRows
        hasMore={found.hasNextPage}
        loading={found.isFetchingNextPage}
        onMore={() => void found.fetchNextPage()}
      />
    </Panel>
  );
};

const Nobody = ({ filter }: { filter: PeopleFilter }) => {
  const { t } = useTranslation(['workflows', 'versions']);
  const { failedFrom, ...others } = filter;
  const isFiltered = Object.keys(others).length > 0;
  if (failedFrom !== undefined && !isFiltered)
    return (
      <EmptyState icon={<IconCircleCheck />} title={t('versions:people.noneFailed')}>
        {t('versions:people.noneFailedText')}
      </EmptyState>
    );
  return (
    <EmptyState icon={<IconUsers />} title={t(isFiltered ? 'versions:people.none' : 'noInstances')}>
      {t(isFiltered ? 'versions:people.noneText' : 'noInstancesText')}
    </EmptyState>
  );
};

/** Who is over can only be given a step once more. */
const canBeChosen = ({ endedAt, status }: InstanceItem, filter: PeopleFilter, overAll: boolean): boolean =>
  (endedAt === null && !overAll) || (status !== 'exited' && isAboutFailures(filter));

interface InstanceRowProps {
  instance: InstanceItem;
  clinic: MyClinic;
  namesWorkflow: boolean;
  ticked: boolean;
  /** null: nothing can be done with it */
  onTick: (() => void) | null;
}

const InstanceRow = ({ instance, clinic, namesWorkflow, ticked, onTick }: InstanceRowProps) => {
  const { t } = useTranslation(['workflows', 'versions']);
  const name = instance.patient?.name ?? t('somebody');
  return (
    <li className={onTick === null ? list.instance : classes.row}>
      {onTick !== null && (
        <Checkbox
          className={classes.tick}
          aria-label={t('versions:people.choose', { name })}
          checked={ticked}
          onChange={onTick}
        />
      )}
      <span>
        <Link
          to="/clinics/$clinicId/workflows/instances/$instanceId"
          params={{ clinicId: clinic.id, instanceId: instance.id }}
          className={rowLink.link}
        >
          {name}
        </Link>
        <span className={list.under}>
          {namesWorkflow && `${instance.workflow.name} · `}
          <MomentText at={instance.startedAt} timeZone={clinic.timeZone} />
          {instance.version > 1 && ` · ${t('version', { version: instance.version })}`}
        </span>
        {instance.failures !== undefined && <FailedSteps instance={instance} clinic={clinic} />}
      </span>
      <span className={list.end}>
        <InstanceStatusLabel status={instance.status} />
        {instance.status === 'running' && <GoesOn instance={instance} clinic={clinic} />}
      </span>
    </li>
  );
};
