import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkOutcome } from '../../../src/workflows/rules/bulk-outcomes.ts';
import type { BulkWork } from '../../../src/workflows/rules/bulk-work.ts';
import type { MyClinic } from '../../accounts/me.query.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import list from '../workflows.module.css';
import { bulkWorksQuery } from './bulk.query.ts';
import classes from './people.module.css';
import { useStopBulk } from './use-bulk-commands.ts';

interface BulkWorksProps {
  clinic: MyClinic;
  /** null: of all workflows */
  workflowId: string | null;
  mayStop: boolean;
}

/** What is being done with many, and what came of the last of it; earlier ones when asked for. */
export const BulkWorks = ({ clinic, workflowId, mayStop }: BulkWorksProps) => {
  const { t } = useTranslation('versions');
  const [open, setOpen] = useState(false);
  const { data } = useQuery(bulkWorksQuery(clinic.id, workflowId));
  const works = data?.works ?? [];
  if (works.length === 0) return null;
  const shown = works.filter(({ status }, index) => open || index === 0 || status === 'running');
  return (
    <section className={classes.bulk} aria-label={t('bulk.title')}>
      {shown.map((work) => (
        <Work key={work.id} work={work} clinic={clinic} workflowId={workflowId} mayStop={mayStop} />
      ))}
      {(open || shown.length < works.length) && (
        <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'bulk.fewer' : 'bulk.earlier', { count: works.length - shown.length })}
        </Button>
      )}
    </section>
  );
};

interface WorkProps extends BulkWorksProps {
  work: BulkWork;
}

const Work = ({ work, clinic, workflowId, mayStop }: WorkProps) => {
  const { t } = useTranslation('versions');
  const stop = useStopBulk(clinic.id, work.id);
  const reached = work.couldNot.reduce((sum, { count }) => sum + count, work.done);
  const running = work.status === 'running';
  return (
    <div className={classes.work}>
      <div>
        <strong>{t(`bulk.${work.act}`, { count: work.total })}</strong>
        <span className={list.under}>
          {workflowId === null && work.workflow !== null && `${work.workflow.name} · `}
          {t('bulk.by', { by: work.askedBy ?? t('bulk.somebody'), why: work.why })} ·{' '}
          <MomentText at={work.askedAt} timeZone={clinic.timeZone} />
        </span>
      </div>
      {running && mayStop && (
        <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('bulk.stop')}
        </Button>
      )}
      {running && (
        <Progress
          className={classes.wide}
          value={(reached / Math.max(1, work.total)) * 100}
          aria-label={t('many.progress', { reached, count: work.total })}
        />
      )}
      <p className={classes.result} role={running ? 'status' : undefined}>
        <Outcome work={work} clinicId={clinic.id} workflowId={workflowId} cameTo="done">
          {running
            ? t('bulk.reached', { done: work.done, count: work.total })
            : t(work.status === 'stopped' ? 'bulk.stopped' : 'bulk.done', {
                count: work.done,
                total: work.total,
                by: work.stoppedBy ?? t('bulk.somebody'),
              })}
        </Outcome>
        {work.couldNot.map(({ why, count }) => (
          <Outcome key={why} work={work} clinicId={clinic.id} workflowId={workflowId} cameTo={why}>
            {t(`bulk.cameTo.${why as Exclude<BulkOutcome, 'done'>}`, { count })}
          </Outcome>
        ))}
      </p>
    </div>
  );
};

interface OutcomeProps {
  work: BulkWork;
  clinicId: string;
  workflowId: string | null;
  cameTo: BulkOutcome;
  children: string;
}

/** A number that leads to the people behind it. */
const Outcome = ({ work, clinicId, workflowId, cameTo, children }: OutcomeProps) => {
  const search = { bulkWork: work.id, cameTo };
  return workflowId === null ? (
    <Link to="/clinics/$clinicId/workflows/people" params={{ clinicId }} search={search}>
      {children}
    </Link>
  ) : (
    <Link to="/clinics/$clinicId/workflows/$workflowId" params={{ clinicId, workflowId }} search={search}>
      {children}
    </Link>
  );
};
