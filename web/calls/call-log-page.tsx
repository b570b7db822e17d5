import { Button } from '@mantine/core';
import { IconHistory, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { CallFilters } from './call-filters.tsx';
import classes from './call-log-page.module.css';
import { CallTable } from './call-table.tsx';
import { callsQuery } from './calls.query.ts';

const route = getRouteApi('/signed-in/clinics/$clinicId/calls');

export const CallLogPage = () => {
  const { t } = useTranslation('calls');
  const { clinic } = useCurrentClinic();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const log = useInfiniteQuery(callsQuery(clinic.id, search));
  const calls = log.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(search).length > 0;
  return (
    <>
      <PageHead title={t('log.title')}>
        <CallFilters
          search={search}
          onChange={(changed) => void navigate({ search: changed, replace: true })}
        />
      </PageHead>
      <div className={classes.sheet} aria-busy={log.isFetching}>
        {log.isError && <ProblemNotice error={log.error} onRetry={() => void log.refetch()} />}
        {log.isPending && <RowsSkeleton rows={10} />}
        {calls.length > 0 && <CallTable calls={calls} clinic={clinic} />}
        {log.isSuccess && calls.length === 0 && (
          <EmptyState
            icon={filtered ? <IconSearchOff /> : <IconHistory />}
            title={filtered ? t('log.noneFound') : t('log.none')}
            action={
              filtered && (
                <Button variant="light" onClick={() => void navigate({ search: {}, replace: true })}>
                  {t('log.clear')}
                </Button>
              )
            }
          >
            {filtered ? t('log.noneFoundText') : t('log.noneText')}
          </EmptyState>
        )}
      </div>
      <MoreRows
        hasMore={log.hasNextPage}
        loading={log.isFetchingNextPage}
        onMore={() => void log.fetchNextPage()}
      />
    </>
  );
};
