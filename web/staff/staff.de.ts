import type { Words } from '../ui/words.ts';
import type { staffEn } from './staff.en.ts';

export const staffDe: Words<typeof staffEn> = {
  title: 'Team',
  availability: {
    name: 'Für Anrufe erreichbar',
    on: 'Erreichbar',
    off: 'Nicht erreichbar',
    onHint: 'Anrufe klingeln hier. Für eine Pause ausschalten.',
    offHint: 'Hier klingelt nichts. Einschalten, um Anrufe anzunehmen.',
  },
  states: {
    online: 'Frei',
    'by-phone': 'Per Telefon',
    ringing: 'Klingelt',
    busy: 'Im Gespräch',
    'switched-off': 'Abwesend',
    offline: 'Offline',
  },
  empty: 'In dieser Praxis nimmt noch niemand Anrufe an.',
};
