import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { statusesAfter, type AppointmentStatus } from '../../src/appointments/rules/appointment-status.ts';
import type { AppointmentView } from '../../src/appointments/rules/appointment-views.ts';
import { useSecond } from '../ui/clock.ts';
import { dayOf } from '../ui/moment.ts';
import classes from './appointment-panel.module.css';
import { AppointmentStatusIcon } from './appointment-status-label.tsx';
import type { BookChanges } from './use-book-changes.ts';

/** What may be done now: nobody arrives on an earlier day or is missed before the time. The server decides. */
const offered = (
  { status, startsAt }: AppointmentView,
  nowMs: number,
  timeZone: string,
): AppointmentStatus[] => {
  const start = Date.parse(startsAt);
  const dayHasCome = dayOf(nowMs, timeZone) >= dayOf(start, timeZone);
  return statusesAfter(status).filter((wanted) => {
    if (wanted === 'no-show') return nowMs >= start;
    return (wanted !== 'checked-in' && wanted !== 'completed') || dayHasCome;
  });
};

interface StatusActionsProps {
  appointment: AppointmentView;
  timeZone: string;
  onSet: BookChanges['setStatus'];
}

/** Confirm, check in, done, missed, cancel; the likeliest first. */
export const StatusActions = ({ appointment, timeZone, onSet }: StatusActionsProps) => {
  const { t } = useTranslation('calendar');
  const nowMs = useSecond() * 1000;
  const isOver = appointment.status === 'cancelled' || appointment.status === 'completed';
  const possible = offered(appointment, nowMs, timeZone).filter(
    (status) => status !== 'confirmed' || appointment.status === 'booked',
  );
  const likeliest = isOver
    ? null
    : (['completed', 'checked-in', 'confirmed'] as const).find(
        (status) =>
          possible.includes(status) && (status !== 'completed' || appointment.status === 'checked-in'),
      );
  const label = (status: AppointmentStatus): string =>
    status === 'booked' && appointment.status !== 'confirmed' ? t('one.restore') : t(`one.actions.${status}`);
  return (
    <div className={classes.actions}>
      {possible
        .filter((status) => status !== 'cancelled')
        .toSorted((a, b) => Number(b === likeliest) - Number(a === likeliest))
        .map((status) => (
          <Button
            key={status}
            size="sm"
            variant={status === likeliest ? 'filled' : 'default'}
            leftSection={<AppointmentStatusIcon status={status} />}
            onClick={() => onSet(appointment, status)}
          >
            {label(status)}
          </Button>
        ))}
      {possible.includes('cancelled') && (
        <Menu>
          <Menu.Target>
            <Button size="sm" variant="default" leftSection={<AppointmentStatusIcon status="cancelled" />}>
              {t('one.actions.cancelled')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onSet(appointment, 'cancelled', 'patient')}>
              {t('one.cancelledByPatient')}
            </Menu.Item>
            <Menu.Item onClick={() => onSet(appointment, 'cancelled', 'clinic')}>
              {t('one.cancelledByClinic')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
};
