import { forStaff, type GalleryEntry } from './gallery-entry.ts';

/** They wrote back. */
const replied = { field: 'steps.sorry', operator: 'in' as const, value: ['replied', 'confirmed'] };

export const missedCall: GalleryEntry = {
  key: 'missed-call',
  categories: ['calls'],
  name: { en: 'Missed-Call Text-Back', de: 'SMS nach verpasstem Anruf' },
  says: {
    en: 'Sends an SMS five minutes after a missed call, unless the caller has got through meanwhile. When nobody answers it within two hours, a callback is on the list.',
    de: 'Schickt fünf Minuten nach einem verpassten Anruf eine SMS, wenn die Person nicht inzwischen durchgekommen ist. Kommt innerhalb von zwei Stunden keine Antwort, steht ein Rückruf auf der Liste.',
  },
  forWhom: {
    en: 'Callers whom nobody could answer, once a day at most.',
    de: 'Alle, deren Anruf niemand annehmen konnte; höchstens einmal am Tag.',
  },
  definition: forStaff((staff) => ({
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
            en: 'We are sorry that we missed your call. How can we help? Reply here, or we will call you back. {{ clinic.name }}, {{ clinic.phone }}',
            de: 'Leider haben wir Ihren Anruf verpasst. Worum geht es? Antworten Sie hier, oder wir rufen Sie zurück. {{ clinic.name }}, {{ clinic.phone }}',
          },
        },
      },
      {
        id: 'an-answer',
        do: 'WAIT',
        for: { until: 'later', span: { hours: 2 } },
        asSoonAs: { combinator: 'or', rules: [replied] },
        ifPast: 'go-on',
      },
      {
        id: 'answered',
        do: 'CONDITION',
        if: { combinator: 'and', rules: [replied] },
        yes: [],
        no: [
          {
            id: 'callback',
            do: 'SCHEDULE_CALLBACK',
            text: staff({
              en: 'Missed call, no answer to our message.',
              de: 'Verpasster Anruf, keine Antwort auf unsere SMS.',
            }),
            due: { until: 'business-day', count: 1, at: '09:00' },
          },
        ],
      },
    ],
  })),
};
