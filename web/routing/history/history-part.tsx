import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import type { KeptDraft } from '../draft/routing-draft.ts';
import { useDraftCommands } from '../draft/use-draft-commands.ts';
import { publicationsQuery } from '../routing.query.ts';
import classes from './history-part.module.css';
import { PublicationRow } from './publication-row.tsx';

/** What was published, by whom, and the way back to each. */
export const HistoryPart = ({ draft }: { draft: KeptDraft }) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const list = useInfiniteQuery(publicationsQuery(clinic.id));
  const { restore, busy } = useDraftCommands(clinic.id, draft);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('parts.history')}>
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <RowsSkeleton />}
      {list.isSuccess && items.length === 0 && (
        <EmptyState icon={<IconHistory />} title={t('history.none')}>
          {t('history.noneText')}
        </EmptyState>
      )}
      <ol className={classes.list}>
        {items.map((publication, index) => (
          <li key={publication.number}>
            <PublicationRow
              publication={publication}
              isNewest={index === 0}
              documents={[draft.state.document, draft.state.base.published]}
              busy={busy}
              onRestore={() => restore(publication.number)}
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
