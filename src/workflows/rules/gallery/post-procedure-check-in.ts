import { forStaff, pleaseCallBack, type GalleryEntry } from './gallery-entry.ts';

const keys = { '3': 'speak-to-someone', '9': 'do-not-call' } as const;

export const postProcedureCheckIn: GalleryEntry = {
  key: 'post-procedure-check-in',
  categories: ['calls', 'treatment'],
  name: { en: 'Post-Procedure Check-in', de: 'Nachfrage nach einem Eingriff' },
  says: {
    en: 'Calls a day after a procedure to ask how the patient feels, and puts a note about the call on the list five minutes later. Three days after that it calls once more.',
    de: 'Fragt einen Tag nach einem Eingriff telefonisch, wie es geht, und legt fünf Minuten später eine Notiz zum Anruf an. Drei Tage danach ruft es noch einmal an.',
  },
  forWhom: {
    en: 'Patients who had a procedure.',
    de: 'Patientinnen und Patienten nach einem Eingriff.',
  },
  definition: forStaff((staff) => ({
    trigger: { events: ['PROCEDURE_COMPLETED'] },
    purpose: 'care',
    reentry: { rule: 'always' },
    exits: [],
    steps: [
      { id: 'one-day', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'go-on' },
      {
        id: 'first-call',
        do: 'MAKE_PHONE_CALL',
        script: {
          en: 'Hello, this is {{ clinic.name }}, calling for {{ patient.full_name }}. We would like to know how you are after your visit. If anything worries you, press 3 and we will put you through at once. If all is well, you need do nothing. If you would rather not get these calls, press 9. Get well soon.',
          de: 'Guten Tag, hier ist {{ clinic.name }} mit einem Anruf für {{ patient.full_name }}. Wir möchten wissen, wie es Ihnen nach Ihrem Besuch geht. Macht Ihnen etwas Sorgen, drücken Sie die 3, und wir verbinden Sie sofort. Ist alles gut, brauchen Sie nichts zu tun. Möchten Sie solche Anrufe nicht mehr, drücken Sie die 9. Gute Besserung.',
        },
        keys,
        machineMessage: pleaseCallBack,
      },
      { id: 'five-minutes', do: 'WAIT', for: { until: 'later', span: { minutes: 5 } }, ifPast: 'go-on' },
      {
        id: 'note',
        do: 'CREATE_CALL_NOTE',
        text: staff({
          en: 'We called after the procedure: see how the call came out, and note what was said.',
          de: 'Anruf nach dem Eingriff: Bitte ansehen, wie er ausging, und notieren, was gesagt wurde.',
        }),
      },
      { id: 'three-days', do: 'WAIT', for: { until: 'later', span: { days: 3 } }, ifPast: 'go-on' },
      {
        id: 'second-call',
        do: 'MAKE_PHONE_CALL',
        script: {
          en: 'Hello, this is {{ clinic.name }} once more, calling for {{ patient.full_name }}. It has been a few days, and we hope that you feel better every day. If something still bothers you, press 3 and we will put you through. If you would rather not get these calls, press 9. All the best.',
          de: 'Guten Tag, hier ist noch einmal {{ clinic.name }} mit einem Anruf für {{ patient.full_name }}. Es sind ein paar Tage vergangen, und wir hoffen, dass es Ihnen von Tag zu Tag besser geht. Stört Sie noch etwas, drücken Sie die 3, und wir verbinden Sie. Möchten Sie solche Anrufe nicht mehr, drücken Sie die 9. Alles Gute.',
        },
        keys,
        machineMessage: pleaseCallBack,
      },
    ],
  })),
};
