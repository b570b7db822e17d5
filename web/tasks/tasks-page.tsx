import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { mayWrite } from '../accounts/may.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { TaskRow } from './task-row.tsx';
import classes from './task-row.module.css';
import { readTaskSearch, scopes, type Scope, type TaskSearch } from './task-search.ts';
import { tasksQuery, type TaskFilter } from './tasks.query.ts';
import { WriteTask } from './write-task.tsx';

const route = getRouteApi('/signed-in/clinics/$clinicId/tasks');

const filters: Record<Scope, TaskFilter> = {
  open: {},
  mine: { owner: 'me' },
  due: { due: true },
  done: { status: 'done' },
};

/** Everything that is left to do, what is due first at the top; and what was done. */
export const TasksPage = () => {
  const { t } = useTranslation('tasks');
  const { clinic } = useCurrentClinic();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const { show: scope = 'open', kind } = search;
  const list = useInfiniteQuery(
    tasksQuery(clinic.id, { ...filters[scope], ...(kind === undefined ? {} : { kind }) }),
  );
  const tasks = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const counts = list.data?.pages[0]?.counts;
  const change = (part: { [Key in keyof TaskSearch]: string | null }): void => {
    void navigate({ search: readTaskSearch({ ...search, ...part }), replace: true });
  };
  const countOf = { open: counts?.open, mine: counts?.mine, due: counts?.due, done: undefined };
  return (
    <>
      <PageHead title={t('title')}>
        <SegmentedControl
          aria-label={t('show')}
          data={scopes.map((value) => ({
            value,
            label: [t(`scopes.${value}`), countOf[value]].filter(Boolean).join(' '),
          }))}
          value={scope}
          onChange={(show) => change({ show })}
        />
        <Select
          aria-label={t('kindFilter')}
          placeholder={t('anyKind')}
          clearable
          data={(['task', 'callback', 'note'] as const).map((value) => ({
            value,
            label: t(`kindsMany.${value}`),
          }))}
          value={kind ?? null}
          onChange={(value) => change({ kind: value })}
        />
        {mayWrite(clinic.role) && !adding && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
      </PageHead>
      <div className={classes.sheet}>
        {adding && (
          <div className={classes.write}>
            <WriteTask clinic={clinic} onClose={() => setAdding(false)} />
          </div>
        )}
        {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <RowsSkeleton rows={8} />}
        <ul className={classes.list}>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} clinic={clinic} />
          ))}
        </ul>
        {list.isSuccess && tasks.length === 0 && (
          <EmptyState icon={<IconChecklist />} title={t(`none.${scope}`)}>
            {t('noneText')}
          </EmptyState>
        )}
      </div>
      <MoreRows
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
};
