import type { Definition } from './definition.ts';

/** Workflows that a clinic can take as they are, and change afterwards. */
export type WorkflowTemplate = {
  key: string;
  name: { en: string; de: string };
  says: { en: string; de: string };
  definition: Definition;
};

const appointmentReminders: Definition = {
  trigger: { events: ['APPOINTMENT_SCHEDULED'] },
  purpose: 'appointment',
  reentry: { rule: 'once-per-appointment' },
  exits: [{ when: 'appointment-cancelled' }],
  steps: [
    {
      id: 'two-days-before',
      do: 'WAIT',
      for: { until: 'before-appointment', span: { hours: 48 } },
      ifPast: 'skip',
    },
    {
      id: 'first-sms',
      do: 'SEND',
      channel: 'sms',
      fallback: ['email'],
      content: {
        subject: { en: 'Your appointment', de: 'Ihr Termin' },
        text: {
          en: 'Hello {{ patient.first_name }}, your appointment at {{ clinic.name }} is on {{ appointment.date }} at {{ appointment.time }}. Reply YES to confirm.',
          de: 'Guten Tag {{ patient.full_name }}, Ihr Termin bei {{ clinic.name }} ist am {{ appointment.date }} um {{ appointment.time }}. Antworten Sie JA, um zu bestätigen.',
        },
      },
    },
    {
      id: 'day-before',
      do: 'WAIT',
      for: { until: 'before-appointment', span: { days: 1 }, at: '10:00' },
      ifPast: 'skip',
    },
    {
      id: 'unconfirmed',
      do: 'CONDITION',
      if: { combinator: 'and', rules: [{ field: 'appointment.status', operator: '=', value: 'booked' }] },
      yes: [
        {
          id: 'email',
          do: 'SEND',
          channel: 'email',
          content: {
            subject: { en: 'Your appointment tomorrow', de: 'Ihr Termin morgen' },
            text: {
              en: 'Hello {{ patient.first_name }}, we expect you on {{ appointment.date }} at {{ appointment.time }}.',
              de: 'Guten Tag {{ patient.full_name }}, wir erwarten Sie am {{ appointment.date }} um {{ appointment.time }}.',
            },
          },
        },
        {
          id: 'call',
          do: 'MAKE_PHONE_CALL',
          script: {
            en: 'Hello, this is {{ clinic.name }} with a reminder for {{ patient.full_name }}. You are expected on {{ appointment.date }} at {{ appointment.time }}. Press 1 to confirm, 2 to choose another time, 0 to speak to us, or 9 if we should not call you again.',
            de: 'Guten Tag, hier ist {{ clinic.name }} mit einer Erinnerung für {{ patient.full_name }}. Wir erwarten Sie am {{ appointment.date }} um {{ appointment.time }}. Drücken Sie die 1 zum Bestätigen, die 2 für einen anderen Termin, die 0, um mit uns zu sprechen, oder die 9, wenn wir Sie nicht mehr anrufen sollen.',
          },
          keys: { '1': 'confirm', '2': 'reschedule', '0': 'speak-to-someone', '9': 'do-not-call' },
          machineMessage: {
            en: 'This is {{ clinic.name }}. Please call us back.',
            de: 'Hier ist {{ clinic.name }}. Bitte rufen Sie uns zurück.',
          },
          retry: { times: 1, after: { hours: 3 }, on: ['busy', 'no-answer', 'failed'] },
        },
      ],
      no: [],
    },
    { id: 'morning-of', do: 'WAIT', for: { until: 'morning-of-appointment', at: '08:00' }, ifPast: 'skip' },
    {
      id: 'morning-sms',
      do: 'SEND',
      channel: 'sms',
      content: {
        text: {
          en: 'See you today at {{ appointment.time }}. {{ clinic.name }}',
          de: 'Bis heute um {{ appointment.time }}. {{ clinic.name }}',
        },
      },
    },
  ],
};

const missedCall: Definition = {
  trigger: {
    events: ['MISSED_CALL'],
    filter: { combinator: 'and', rules: [{ field: 'event.direction', operator: '=', value: 'inbound' }] },
  },
  purpose: 'care',
  reentry: { rule: 'after-days', days: 1 },
  exits: [{ when: 'event', kinds: ['CALL_COMPLETED'] }],
  steps: [
    { id: 'a-moment', do: 'WAIT', for: { until: 'later', span: { minutes: 5 } }, ifPast: 'go-on' },
    {
      id: 'sorry',
      do: 'SEND_SMS',
      content: {
        text: {
          en: 'Sorry that we missed your call. Reply here, or we will call you back. {{ clinic.name }}',
          de: 'Leider haben wir Ihren Anruf verpasst. Antworten Sie hier, oder wir rufen Sie zurück. {{ clinic.name }}',
        },
      },
    },
    {
      id: 'an-answer',
      do: 'WAIT',
      for: { until: 'later', span: { hours: 2 } },
      asSoonAs: {
        combinator: 'or',
        rules: [{ field: 'steps.sorry', operator: 'in', value: ['replied', 'confirmed'] }],
      },
      ifPast: 'go-on',
    },
    {
      id: 'answered',
      do: 'CONDITION',
      if: {
        combinator: 'and',
        rules: [{ field: 'steps.sorry', operator: 'in', value: ['replied', 'confirmed'] }],
      },
      yes: [],
      no: [
        {
          id: 'callback',
          do: 'SCHEDULE_CALLBACK',
          text: 'Missed call, no answer to our message.',
          due: { until: 'business-day', count: 1, at: '09:00' },
        },
      ],
    },
  ],
};

export const workflowTemplates: WorkflowTemplate[] = [
  {
    key: 'appointment-reminders',
    name: { en: 'Appointment reminders', de: 'Terminerinnerungen' },
    says: {
      en: 'SMS 48 hours before, e-mail and call the day before to who has not confirmed, SMS on the morning.',
      de: 'SMS 48 Stunden vorher, am Vortag E-Mail und Anruf an alle, die nicht bestätigt haben, SMS am Morgen.',
    },
    definition: appointmentReminders,
  },
  {
    key: 'missed-call',
    name: { en: 'Missed call follow-up', de: 'Nach einem verpassten Anruf' },
    says: {
      en: 'An SMS five minutes after a missed call; a callback on the task list when nobody answers it.',
      de: 'Fünf Minuten nach einem verpassten Anruf eine SMS; ohne Antwort ein Rückruf auf der Aufgabenliste.',
    },
    definition: missedCall,
  },
];
