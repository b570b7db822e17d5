import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Forecast, ForecastCounts } from '../../src/workflows/rules/template-views.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { forecastQuery } from './gallery.query.ts';
import classes from './gallery.module.css';

const kinds = ['sms', 'email', 'other', 'calls', 'tasks'] as const;

/** What it would do in a week at this clinic. */
export const GalleryForecast = ({ clinicId, templateKey }: { clinicId: string; templateKey: string }) => {
  const { t } = useTranslation('gallery');
  const { data, ...query } = useQuery(forecastQuery(clinicId, templateKey));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (data === undefined) return <RowsSkeleton rows={2} />;
  return (
    <>
      <dl className={classes.weeks}>
        <Week title={t('forecast.next')} counts={data.nextWeek} />
        {data.lastWeek !== null && <Week title={t('forecast.last')} counts={data.lastWeek} />}
      </dl>
      <LeftOut leftOut={data.leftOut} />
      <p className={classes.small}>
        {t('forecast.how')} {data.cut && t('forecast.cut')}
      </p>
    </>
  );
};

const Week = ({ title, counts }: { title: string; counts: ForecastCounts }) => {
  const { t } = useTranslation('gallery');
  return (
    <div className={classes.week}>
      <dt>{title}</dt>
      {counts.people === 0 ? (
        <dd className={classes.dim}>{t('forecast.nothing')}</dd>
      ) : (
        <>
          <dd className={classes.people}>{t('forecast.people', { count: counts.people })}</dd>
          {counts.occasions > counts.people && (
            <dd className={classes.dim}>{t('forecast.occasions', { count: counts.occasions })}</dd>
          )}
          {kinds
            .filter((kind) => counts[kind] > 0)
            .map((kind) => (
              <dd key={kind}>{t(`forecast.${kind}`, { count: counts[kind] })}</dd>
            ))}
        </>
      )}
    </div>
  );
};

const LeftOut = ({ leftOut }: Pick<Forecast, 'leftOut'>) => {
  const { t, i18n } = useTranslation(['gallery', 'consent']);
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const reasons = leftOut.map(({ reason, count }) => {
    const known = i18n.exists(`reasons.${reason}`, { ns: 'consent' });
    return `${known ? t(`consent:reasons.${reason}` as 'consent:reasons.archived') : reason} (${count})`;
  });
  return (
    <p className={classes.leftOut}>
      {t('forecast.leftOut', { count: total, reasons: new Intl.ListFormat(i18n.language).format(reasons) })}
    </p>
  );
};
