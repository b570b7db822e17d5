import { forStaff, type GalleryEntry } from './gallery-entry.ts';

export const emergencyCall: GalleryEntry = {
  key: 'emergency-call',
  categories: ['calls'],
  name: { en: 'Emergency Call Handling', de: 'Notfallanruf' },
  says: {
    en: 'When a call is recognised as an emergency, a note, word to the team and the task of an urgent appointment are there at once. Nothing is sent to the caller: they are on the telephone.',
    de: 'Wird ein Anruf als Notfall erkannt, sind sofort eine Notiz, eine Nachricht an das Team und die Aufgabe eines dringenden Termins da. An die anrufende Person geht nichts: Sie ist ja am Telefon.',
  },
  forWhom: {
    en: 'Everybody who calls with an emergency, known or not.',
    de: 'Alle, die mit einem Notfall anrufen, bekannt oder nicht.',
  },
  definition: forStaff((staff) => ({
    trigger: {
      events: ['INCOMING_CALL'],
      filter: { combinator: 'and', rules: [{ field: 'event.emergency', operator: '=', value: true }] },
    },
    purpose: 'care',
    reentry: { rule: 'always' },
    exits: [],
    steps: [
      {
        id: 'note',
        do: 'CREATE_CALL_NOTE',
        text: staff({
          en: 'Emergency call: note what happened and what was advised.',
          de: 'Notfallanruf: Bitte notieren, was geschehen ist und was geraten wurde.',
        }),
      },
      {
        id: 'tell-team',
        do: 'NOTIFY_TEAM_MEMBER',
        text: staff({
          en: 'Emergency on the telephone: please look at once.',
          de: 'Notfall am Telefon: Bitte sofort ansehen.',
        }),
      },
      {
        id: 'urgent-appointment',
        do: 'SCHEDULE_APPOINTMENT',
        text: staff({
          en: 'Emergency: find an appointment today.',
          de: 'Notfall: Bitte noch heute einen Termin finden.',
        }),
      },
    ],
  })),
};
