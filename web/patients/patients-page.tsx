import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { ListActions } from './list-actions.tsx';
import { NobodyHere } from './nobody-here.tsx';
import { PatientFilters } from './patient-filters.tsx';
import { PatientList } from './patient-list.tsx';
import { PatientTotal } from './patient-total.tsx';
import type { PatientSearch } from './patient-search.ts';
import classes from './patients-page.module.css';
import { patientsQuery } from './patients.query.ts';
import { useToday } from './use-today.ts';

const route = getRouteApi('/signed-in/clinics/$clinicId/patients');

/** Everybody the clinic knows: found by a few letters, narrowed by chips. */
export const PatientsPage = () => {
  const { t } = useTranslation('patients');
  const { clinic } = useCurrentClinic();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday(clinic);
  const list = useInfiniteQuery(patientsQuery(clinic.id, search, today));
  const patients = list.data?.pages.flatMap((page) => page.patients) ?? [];
  const total = list.data?.pages[0]?.total ?? null;
  const change = (changed: PatientSearch): void => void navigate({ search: changed, replace: true });
  return (
    <>
      <PageHead title={t('title')}>
        <ListActions clinic={clinic} search={search} today={today} />
      </PageHead>
      <PatientFilters search={search} onChange={change} />
      <PatientTotal search={search} total={total} onChange={change} />
      <div className={classes.sheet} aria-busy={list.isFetching}>
        {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <RowsSkeleton rows={12} />}
        {patients.length > 0 && (
          <PatientList
            patients={patients}
            total={total}
            clinic={clinic}
            today={today}
            onNearEnd={() => {
              if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
            }}
          />
        )}
        {list.isSuccess && patients.length === 0 && (
          <NobodyHere search={search} clinic={clinic} onChange={change} />
        )}
      </div>
    </>
  );
};
