import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { RehearsalSums } from '../../../src/workflows/rules/play/rehearsal-views.ts';
import type { MyClinic } from '../../accounts/me.query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { useReasonWords } from '../use-reason-words.ts';
import { RehearsalRow } from './rehearsal-row.tsx';
import { rehearsalQuery } from './rehearsal.query.ts';
import numbers from '../../ui/tally.module.css';
import classes from './rehearsal.module.css';

interface RehearsalProps {
  clinic: MyClinic;
  workflowId: string;
  definition: Definition;
}

/** The last events that begin this workflow, and what it would have done about each of them. */
export const Rehearsal = ({ clinic, workflowId, definition }: RehearsalProps) => {
  const { t } = useTranslation('play');
  const [cursor, setCursor] = useState<string | null>(null);
  const query = useQuery(rehearsalQuery(clinic.id, { workflowId, definition, cursor }));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <RowsSkeleton rows={8} />;
  const { rows, sums, nextCursor } = query.data;
  if (rows.length === 0 && cursor === null)
    return (
      <EmptyState icon={<IconHistory size={28} />} title={t('rehearsal.none')}>
        {t('rehearsal.noneText')}
      </EmptyState>
    );
  return (
    <>
      <p className={classes.how}>{t('rehearsal.how')}</p>
      <Sums sums={sums} />
      <ol className={classes.rows}>
        {rows.map((row, index) => (
          <RehearsalRow
            key={`${row.event.at} ${row.appointmentId} ${index}`}
            row={row}
            clinic={clinic}
            workflowId={workflowId}
          />
        ))}
      </ol>
      <div className={classes.pages}>
        {cursor !== null && (
          <Button variant="default" onClick={() => setCursor(null)}>
            {t('rehearsal.newest')}
          </Button>
        )}
        {nextCursor !== null && (
          <Button variant="default" loading={query.isPlaceholderData} onClick={() => setCursor(nextCursor)}>
            {t('rehearsal.earlier')}
          </Button>
        )}
      </div>
    </>
  );
};

const kinds = ['people', 'messages', 'calls', 'tasks', 'waiting', 'underWay'] as const;

const Sums = ({ sums }: { sums: RehearsalSums }) => {
  const { t, i18n } = useTranslation('play');
  const reasonWords = useReasonWords();
  const list = (all: RehearsalSums['leftOut']): string =>
    new Intl.ListFormat(i18n.language).format(
      all.map(({ reason, count }) => t('rehearsal.reason', { reason: reasonWords(reason), times: count })),
    );
  const cost = new Intl.NumberFormat(i18n.language, { style: 'currency', currency: sums.currency });
  const total = (all: RehearsalSums['leftOut']): number => all.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={classes.sums}>
      <dl className={numbers.tally}>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`rehearsal.sums.${kind}`)}</dt>
            <dd>{sums[kind]}</dd>
          </div>
        ))}
        {sums.costMicros > 0 && (
          <div>
            <dt>{t('rehearsal.sums.cost')}</dt>
            <dd>{cost.format(sums.costMicros / 1_000_000)}</dd>
          </div>
        )}
      </dl>
      {sums.leftOut.length > 0 && (
        <p>{t('rehearsal.leftOut', { times: total(sums.leftOut), reasons: list(sums.leftOut) })}</p>
      )}
      {sums.failed.length > 0 && (
        <p>{t('rehearsal.failed', { times: total(sums.failed), reasons: list(sums.failed) })}</p>
      )}
    </div>
  );
};
