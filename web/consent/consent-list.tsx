import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../src/consent/rules/consent-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import classes from './consent-page.module.css';
import type { ConsentSearch } from './consent-search.ts';
import { ConsentStatus } from './standing-label.tsx';
import { consentsQuery } from './consent.query.ts';
import { useContactWords, useMomentWords } from './contact-words.ts';

/** Who agreed to what, last entered first. */
export const ConsentList = ({ clinic, search }: { clinic: MyClinic; search: ConsentSearch }) => {
  const { t } = useTranslation('consent');
  const { q, purpose, all } = search;
  const list = useInfiniteQuery(
    consentsQuery(clinic.id, { q, purpose, status: all === true ? undefined : 'holds' }),
  );
  const consents = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const narrowed = q !== undefined || purpose !== undefined;
  return (
    <>
      <div className={classes.sheet}>
        {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <RowsSkeleton rows={8} />}
        <ul className={classes.list}>
          {consents.map((consent) => (
            <Row key={consent.id} consent={consent} clinic={clinic} />
          ))}
        </ul>
        {list.isSuccess && consents.length === 0 && (
          <EmptyState
            icon={<IconShieldCheck />}
            title={t(narrowed ? 'records.nothingFound' : 'records.none')}
          >
            {t(narrowed ? 'records.nothingFoundText' : 'records.noneText')}
          </EmptyState>
        )}
      </div>
      <MoreRows
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
};

const Row = ({ consent, clinic }: { consent: ConsentView; clinic: MyClinic }) => {
  const { t } = useTranslation('consent');
  const words = useContactWords();
  const { day } = useMomentWords(clinic.timeZone);
  const details = [
    t('records.given', { date: day(consent.obtainedAt) }),
    t(`methods.${consent.method}`),
    consent.proof ?? t('records.noProof'),
    consent.recordedBy === null ? null : t('records.recordedBy', { name: consent.recordedBy }),
  ].filter((part) => part !== null);
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        <Link
          to="/clinics/$clinicId/patients/$patientId"
          params={{ clinicId: clinic.id, patientId: consent.patient.id }}
        >
          {consent.patient.name}
        </Link>
      </span>
      <span className={classes.what}>
        {words.purpose(consent.purpose)} · {words.channel(consent.channel)}
      </span>
      <span className={classes.detail}>{details.join(' · ')}</span>
      <span className={classes.end}>
        <ConsentStatus withdrawnAt={consent.withdrawnAt} />
      </span>
    </li>
  );
};
