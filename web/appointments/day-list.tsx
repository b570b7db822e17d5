import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppointmentView } from '../../src/appointments/rules/appointment-views.ts';
import { timeOfDay } from '../ui/moment.ts';
import { AppointmentStatusLabel } from './appointment-status-label.tsx';
import classes from './day-list.module.css';

interface DayListProps {
  appointments: readonly AppointmentView[];
  timeZone: string;
  onOpen: (id: string) => void;
}

/** A day as a list, where there is no room for columns. */
export const DayList = ({ appointments, timeZone, onOpen }: DayListProps) => {
  const { i18n } = useTranslation();
  return (
    <ol className={classes.list}>
      {appointments.map((one) => (
        <li key={one.id}>
          <UnstyledButton className={classes.row} data-status={one.status} onClick={() => onOpen(one.id)}>
            <time className={classes.time} dateTime={one.startsAt}>
              {timeOfDay(one.startsAt, i18n.language, timeZone)}
            </time>
            <span className={classes.what}>
              <span className={classes.name}>{one.patient.name}</span>
              <span className={classes.detail}>
                {[one.reason, one.practitioner.name].filter(Boolean).join(' · ')}
              </span>
            </span>
            <AppointmentStatusLabel status={one.status} />
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
};
