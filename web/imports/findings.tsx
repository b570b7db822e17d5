import { IconForbid, IconScissors } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FindingView, ImportView } from '../../src/imports/rules/import-views.ts';
import { MoreRows } from '../ui/more-rows.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './findings.module.css';
import { findingsQuery } from './imports.query.ts';
import { useReasonWords } from './reason-words.ts';

/** The rows that were refused or shortened, as they were, each with its reasons. */
export const Findings = ({ one, clinicId }: { one: ImportView; clinicId: string }) => {
  const { t } = useTranslation('imports');
  const list = useInfiniteQuery(findingsQuery(clinicId, one.id));
  const findings = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={t('report.rows')} count={one.tally.refused + one.tally.trimmed}>
      <p className={classes.text}>{t('report.rowsText')}</p>
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <RowsSkeleton rows={6} />}
      <ul className={classes.list}>
        {findings.map((finding) => (
          <Finding key={finding.row} finding={finding} />
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

const Finding = ({ finding }: { finding: FindingView }) => {
  const { t } = useTranslation('imports');
  const reasonWords = useReasonWords();
  const refused = finding.outcome === 'refused';
  return (
    <li className={classes.finding}>
      <span className={classes.row}>{t('report.row', { row: finding.row })}</span>
      <StatusLabel
        tone={refused ? 'red' : 'amber'}
        icon={refused ? <IconForbid size={14} /> : <IconScissors size={14} />}
      >
        {t(`report.outcomes.${finding.outcome}`)}
      </StatusLabel>
      <span className={classes.reasons}>{finding.faults.map(reasonWords).join('. ')}</span>
      <span className={classes.cells}>
        {finding.cells.length === 0
          ? t('report.gone')
          : finding.cells.filter((cell) => cell !== '').join(' · ')}
      </span>
    </li>
  );
};
