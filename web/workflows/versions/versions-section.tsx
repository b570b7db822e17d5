import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { VersionRow } from './version-row.tsx';
import classes from './versions.module.css';
import { versionsQuery } from './versions.query.ts';

interface VersionsSectionProps {
  workflow: WorkflowView;
  /** the one whose steps are shown: a story leads to its own */
  open: number | undefined;
}

/** What was published, by whom, who still goes by it, and the way back to each. */
export const VersionsSection = ({ workflow, open }: VersionsSectionProps) => {
  const { t } = useTranslation('versions');
  const { clinic } = useCurrentClinic();
  const list = useInfiniteQuery(versionsQuery(clinic.id, workflow.id));
  const versions = list.data?.pages.flatMap((page) => page.versions) ?? [];
  return (
    <Panel title={t('title')}>
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <RowsSkeleton />}
      {list.isSuccess && versions.length === 0 && (
        <EmptyState icon={<IconHistory />} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      <ol className={classes.list}>
        {versions.map((item, index) => (
          <li key={item.version}>
            <VersionRow
              item={item}
              startsOpen={item.version === open}
              before={versions[index + 1]?.version ?? null}
              others={versions.map(({ version }) => version).filter((version) => version !== item.version)}
              workflow={workflow}
            />
          </li>
        ))}
      </ol>
      <MoreRows
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Panel>
  );
};
