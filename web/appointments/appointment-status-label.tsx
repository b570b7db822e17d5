import {
  IconCalendarCheck,
  IconCalendarQuestion,
  IconCalendarX,
  IconCircleCheck,
  IconDoorEnter,
  IconUserX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentStatus } from '../../src/appointments/rules/appointment-status.ts';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';

const faces: Record<AppointmentStatus, { tone: Tone; icon: ReactNode }> = {
  booked: { tone: 'amber', icon: <IconCalendarQuestion /> },
  confirmed: { tone: 'green', icon: <IconCalendarCheck /> },
  'checked-in': { tone: 'blue', icon: <IconDoorEnter /> },
  completed: { tone: 'grey', icon: <IconCircleCheck /> },
  'no-show': { tone: 'red', icon: <IconUserX /> },
  cancelled: { tone: 'grey', icon: <IconCalendarX /> },
};

export const AppointmentStatusLabel = ({ status }: { status: AppointmentStatus }) => {
  const { t } = useTranslation('appointments');
  return (
    <StatusLabel tone={faces[status].tone} icon={faces[status].icon}>
      {t(`statuses.${status}`)}
    </StatusLabel>
  );
};

/** For where there is no room for the word, which then stands in the name of what carries it. */
export const AppointmentStatusIcon = ({ status }: { status: AppointmentStatus }) => faces[status].icon;
