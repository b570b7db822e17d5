import type { Words } from '../ui/words.ts';
import type { appointmentsEn } from './appointments.en.ts';

export const appointmentsDe: Words<typeof appointmentsEn> = {
  today: 'Termine heute',
  none: 'Heute keine Termine',
  noneText: 'Hier stehen die Termine aus dem Praxissystem.',
  earlier_one: '{{count}} früherer',
  earlier_other: '{{count}} frühere',
  statuses: {
    booked: 'Unbestätigt',
    confirmed: 'Bestätigt',
    'checked-in': 'Ist da',
    completed: 'Erledigt',
    'no-show': 'Nicht erschienen',
    cancelled: 'Abgesagt',
  },
};
