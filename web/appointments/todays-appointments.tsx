import { UnstyledButton } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Now } from '../../src/calls/rules/now-view.ts';
import { useSecond } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { timeOfDay } from '../ui/moment.ts';
import { AppointmentStatusLabel } from './appointment-status-label.tsx';
import classes from './todays-appointments.module.css';

type Appointment = Now['appointmentsToday'][number];

interface TodaysAppointmentsProps {
  appointments: readonly Appointment[];
  timeZone: string;
}

/** What is over folds away: the next patient stands at the top. */
export const TodaysAppointments = ({ appointments, timeZone }: TodaysAppointmentsProps) => {
  const { t } = useTranslation('appointments');
  const now = useSecond() * 1000;
  const [showEarlier, setShowEarlier] = useState(false);
  const sorted = appointments.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  const earlier = sorted.filter((each) => Date.parse(each.endsAt) < now);
  const coming = sorted.filter((each) => Date.parse(each.endsAt) >= now);
  if (sorted.length === 0) {
    return (
      <EmptyState icon={<IconCalendarCheck />} title={t('none')}>
        {t('noneText')}
      </EmptyState>
    );
  }
  return (
    <>
      {earlier.length > 0 && (
        <UnstyledButton
          className={classes.earlier}
          aria-expanded={showEarlier}
          onClick={() => setShowEarlier(!showEarlier)}
        >
          {t('earlier', { count: earlier.length })}
        </UnstyledButton>
      )}
      <ol className={classes.list}>
        {[...(showEarlier ? earlier : []), ...coming].map((each) => (
          <AppointmentRow key={each.id} appointment={each} timeZone={timeZone} />
        ))}
      </ol>
    </>
  );
};

const AppointmentRow = ({ appointment, timeZone }: { appointment: Appointment; timeZone: string }) => {
  const { i18n } = useTranslation('appointments');
  return (
    <li className={classes.row} data-status={appointment.status}>
      <time className={classes.time} dateTime={appointment.startsAt}>
        {timeOfDay(appointment.startsAt, i18n.language, timeZone)}
      </time>
      <div className={classes.what}>
        <span className={classes.patient}>{appointment.patientName}</span>
        <span className={classes.reason}>
          {appointment.reason} · {appointment.practitioner}
        </span>
      </div>
      <AppointmentStatusLabel status={appointment.status} />
    </li>
  );
};
