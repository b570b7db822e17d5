import { Button } from '@mantine/core';
import { IconArrowUp, IconHistory, IconSearchOff } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { pageScroller } from '../ui/at-top.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { CallFilters } from './call-filters.tsx';
import classes from './call-log-page.module.css';
import type { CallSearch } from './call-search.ts';
import { CallTable } from './call-table.tsx';
import { SavedViews } from './saved-views.tsx';
import { useCallLog } from './use-call-log.ts';

const route = getRouteApi('/signed-in/clinics/$clinicId/calls');

/** Every call, found by name, number and filters; new ones appear by themselves. */
export const CallLogPage = () => {
  const { t } = useTranslation('calls');
  const { clinic } = useCurrentClinic();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = (changed: CallSearch): void => void navigate({ search: changed, replace: true });
  return (
    <>
      <PageHead title={t('log.title')}>
        <SavedViews clinic={clinic} search={search} onChoose={show} />
      </PageHead>
      <CallFilters clinicId={clinic.id} search={search} onChange={show} />
      <CallRows key={JSON.stringify(search)} search={search} onClear={() => show({})} />
    </>
  );
};

const CallRows = ({ search, onClear }: { search: CallSearch; onClear: () => void }) => {
  const { t } = useTranslation(['calls', 'callDesk']);
  const { clinic } = useCurrentClinic();
  const { log, shown, waiting } = useCallLog(clinic.id, search);
  const filtered = Object.keys(search).length > 0;
  return (
    <>
      <div className={classes.waiting} role="status">
        {waiting > 0 && (
          <Button
            size="xs"
            radius="xl"
            leftSection={<IconArrowUp size={16} aria-hidden />}
            onClick={() => pageScroller()?.scrollTo({ top: 0 })}
          >
            {t('callDesk:newCalls', { count: waiting })}
          </Button>
        )}
      </div>
      <div className={classes.sheet} aria-busy={log.isFetching}>
        {log.isError && <ProblemNotice error={log.error} onRetry={() => void log.refetch()} />}
        {log.isPending && <RowsSkeleton rows={10} />}
        {shown.length > 0 && <CallTable calls={shown} clinic={clinic} />}
        {log.isSuccess && shown.length === 0 && (
          <EmptyState
            icon={filtered ? <IconSearchOff /> : <IconHistory />}
            title={filtered ? t('calls:log.noneFound') : t('calls:log.none')}
            action={
              filtered && (
                <Button variant="light" onClick={onClear}>
                  {t('calls:log.clear')}
                </Button>
              )
            }
          >
            {filtered ? t('calls:log.noneFoundText') : t('calls:log.noneText')}
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
