import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { mayManage } from '../accounts/may.ts';
import { withWords } from '../app/language.ts';
import { TodaysAppointments } from '../appointments/todays-appointments.tsx';
import { Colleagues } from '../staff/colleagues.tsx';
import { staffQuery } from '../staff/staff.query.ts';
import { NowTasks } from '../tasks/now-tasks.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { ThingsToDo } from '../voicemail/things-to-do.tsx';
import { LiveCalls } from './live-calls.tsx';
import classes from './now-page.module.css';
import { nowQuery } from './now.query.ts';

// Most clinics never see it, and most people may not.
const SwitchedOffNotice = lazy(async () => ({
  default: (await withWords(['webhooks'], () => import('../webhooks/switched-off-notice.tsx'))())
    .SwitchedOffNotice,
}));

/** Who is calling, who is waiting, what have I forgotten: three columns, one second. */
export const NowPage = () => {
  const { t } = useTranslation(['frame', 'calls', 'voicemail', 'appointments', 'staff']);
  const { clinic } = useCurrentClinic();
  const now = useQuery(nowQuery(clinic.id));
  const staff = useQuery(staffQuery(clinic.id));
  usePageTitle(t('frame:pages.now'));
  if (now.isError && now.data === undefined) {
    return <ProblemNotice error={now.error} onRetry={() => void now.refetch()} />;
  }
  return (
    <>
      {mayManage(clinic.role) && (
        <Suspense>
          <SwitchedOffNotice clinicId={clinic.id} />
        </Suspense>
      )}
      <div className={classes.board}>
        <VisuallyHidden component="h1">{t('frame:pages.now')}</VisuallyHidden>
        <Panel title={t('calls:live.title')} count={now.data?.calls.length}>
          {now.data === undefined ? (
            <RowsSkeleton />
          ) : (
            <LiveCalls calls={now.data.calls} clinicId={clinic.id} />
          )}
        </Panel>
        <div className={classes.middle}>
          <ThingsToDo clinicId={clinic.id} />
          <NowTasks clinic={clinic} />
        </div>
        <div className={classes.side}>
          <Panel title={t('staff:title')}>
            {staff.data === undefined ? (
              <RowsSkeleton />
            ) : (
              <Colleagues staff={staff.data} myStaffId={clinic.staffId} />
            )}
          </Panel>
          <Panel title={t('appointments:today')} count={now.data?.appointmentsToday.length}>
            {now.data === undefined ? (
              <RowsSkeleton />
            ) : (
              <TodaysAppointments appointments={now.data.appointmentsToday} timeZone={clinic.timeZone} />
            )}
          </Panel>
        </div>
      </div>
    </>
  );
};
