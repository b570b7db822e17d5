import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconFileImport, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayManage, mayWrite } from '../accounts/may.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import type { MyClinic } from '../accounts/me.query.ts';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
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
        <PageActions clinic={clinic} />
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

interface PageActionsProps {
  clinic: MyClinic;
}

const PageActions = ({ clinic }: PageActionsProps) => {
  const { t } = useTranslation('patients');
  const params = { clinicId: clinic.id };
  return (
    <div className={classes.actions}>
      {mayWrite(clinic.role) && (
        <Button
          variant="default"
          leftSection={<IconUsersGroup size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link {...props} to="/clinics/$clinicId/patients/duplicates" params={params} />
          )}
        >
          {t('findDuplicates')}
        </Button>
      )}
      {mayManage(clinic.role) && (
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/clinics/$clinicId/patients/import" params={params} />}
        >
          {t('importPatients')}
        </Button>
      )}
      {mayWrite(clinic.role) && (
        <Button
          leftSection={<IconUserPlus size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/clinics/$clinicId/patients/new" params={params} />}
        >
          {t('add')}
        </Button>
      )}
    </div>
  );
};
