import { Button } from '@mantine/core';
import { IconHistoryToggle, IconSearchOff, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRows } from './audit-rows.tsx';
import { auditQuery } from './audit.query.ts';
import classes from './audit.module.css';

const route = getRouteApi('/signed-in/clinics/$clinicId/settings/audit');

/** Who saw and changed what. */
export const AuditSection = () => {
  const { t } = useTranslation('audit');
  const { clinic } = useCurrentClinic();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const log = useInfiniteQuery(auditQuery(clinic.id, search));
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(search).length > 0;
  const showAll = (): void => void navigate({ search: {}, replace: true });
  return (
    <Panel title={t('title')}>
      <p className={classes.text}>{t('text')}</p>
      <AuditFilters
        clinicId={clinic.id}
        search={search}
        onChange={(changed) => void navigate({ search: changed, replace: true })}
      />
      {search.subject !== undefined && (
        <div className={classes.subject}>
          <Button size="xs" variant="light" rightSection={<IconX size={14} aria-hidden />} onClick={showAll}>
            {t('onlyThis')}
          </Button>
        </div>
      )}
      <div aria-busy={log.isFetching}>
        {log.isError && <ProblemNotice error={log.error} onRetry={() => void log.refetch()} />}
        {log.isPending && <RowsSkeleton rows={10} />}
        {items.length > 0 && <AuditRows items={items} />}
        {log.isSuccess && items.length === 0 && (
          <EmptyState
            icon={filtered ? <IconSearchOff /> : <IconHistoryToggle />}
            title={filtered ? t('noneFound') : t('none')}
            action={
              filtered && (
                <Button variant="light" onClick={showAll}>
                  {t('clear')}
                </Button>
              )
            }
          >
            {filtered ? t('noneFoundText') : t('noneText')}
          </EmptyState>
        )}
      </div>
      <MoreRows
        hasMore={log.hasNextPage}
        loading={log.isFetchingNextPage}
        onMore={() => void log.fetchNextPage()}
      />
    </Panel>
  );
};
