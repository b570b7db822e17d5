import { Anchor } from '@mantine/core';
import { IconArrowLeft, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import type { MyClinic } from '../accounts/me.query.ts';
import { plainDate } from '../ui/moment.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { ComparePeople } from './compare-people.tsx';
import classes from './duplicates.module.css';
import { duplicatesQuery, type DuplicatePair } from './duplicates.query.ts';
import { MergeByHand } from './merge-by-hand.tsx';
import { Opened } from './opened.tsx';

const route = getRouteApi('/signed-in/clinics/$clinicId/patients/duplicates');

/** Pairs that may be one person, with the reasons; or one person and somebody chosen by hand. */
export const DuplicatesPage = () => {
  const { t } = useTranslation('patients');
  const { clinic } = useCurrentClinic();
  const { one } = route.useSearch();
  return (
    <>
      <Anchor
        className={classes.back}
        renderRoot={(props) => (
          <Link {...props} to="/clinics/$clinicId/patients" params={{ clinicId: clinic.id }} />
        )}
      >
        <IconArrowLeft size={16} aria-hidden /> {t('person.back')}
      </Anchor>
      <PageHead title={t(one === undefined ? 'duplicates.title' : 'duplicates.byHand')} />
      {one === undefined ? <Pairs clinic={clinic} /> : <MergeByHand clinic={clinic} patientId={one} />}
    </>
  );
};

const Pairs = ({ clinic }: { clinic: MyClinic }) => {
  const { t, i18n } = useTranslation('patients');
  const { data, error, isPending, refetch } = useQuery(duplicatesQuery(clinic.id));
  return (
    <>
      <p className={classes.text}>{t('duplicates.text')}</p>
      {data !== undefined && data.waiting > 0 && (
        <p className={classes.text} role="status">
          {t('duplicates.waiting', {
            count: data.waiting,
            shown: data.waiting.toLocaleString(i18n.language),
          })}
        </p>
      )}
      <div className={classes.sheet}>
        {error !== null && data === undefined && (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        )}
        {isPending && <RowsSkeleton rows={6} />}
        {data?.pairs.map((pair, index) => (
          <Pair key={`${pair.one.id} ${pair.other.id}`} pair={pair} clinic={clinic} first={index === 0} />
        ))}
        {data?.pairs.length === 0 && data.waiting === 0 && (
          <EmptyState icon={<IconUserCheck />} title={t('duplicates.none')}>
            {t('duplicates.noneText')}
          </EmptyState>
        )}
      </div>
    </>
  );
};

interface PairProps {
  pair: DuplicatePair;
  clinic: MyClinic;
  first: boolean;
}

const Pair = ({ pair: { one, other, reasons }, clinic, first }: PairProps) => {
  const { t, i18n } = useTranslation('patients');
  const born = (date: string | null): string => (date === null ? '' : ` (${plainDate(date, i18n.language)})`);
  return (
    <div className={classes.pair} data-testid="pair">
      <Opened
        initially={first}
        head={
          <span>
            <span className={classes.names}>
              {one.name}
              {born(one.birthDate)} · {other.name}
              {born(other.birthDate)}
            </span>
            <span className={classes.quiet}>
              {reasons.map((reason) => t(`duplicates.reasons.${reason}`)).join(' · ')}
            </span>
          </span>
        }
      >
        <ComparePeople one={one} other={other} clinic={clinic} onMerged={() => undefined} />
      </Opened>
    </div>
  );
};
