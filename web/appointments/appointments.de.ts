import type { Words } from '../ui/words.ts';
import type { appointmentsEn } from './appointments.en.ts';

export const appointmentsDe: Words<typeof appointmentsEn> = {
  today: 'Termine heute',
  none: 'Heute keine Termine',
  noneText: 'Hier stehen die Termine von heute, aus dem Kalender und aus dem Praxissystem.',
  earlier_one: '{{count}} früherer Termin',
  earlier_other: '{{count}} frühere Termine',
  statuses: {
    booked: 'Unbestätigt',
    confirmed: 'Bestätigt',
    'checked-in': 'Ist da',
    completed: 'Erledigt',
    'no-show': 'Nicht erschienen',
    cancelled: 'Abgesagt',
  },
};
