import { forStaff, pleaseCallBack, type GalleryEntry } from './gallery-entry.ts';

export const treatmentPlanDiscussion: GalleryEntry = {
  key: 'treatment-plan-discussion',
  categories: ['calls', 'treatment'],
  name: { en: 'Treatment Plan Discussion', de: 'Behandlungsplan besprechen' },
  says: {
    en: 'Calls as soon as a treatment plan is ready, and sends a link to it by SMS five minutes after the call, in the United States on the next day if it was answered. A day later the patient is on the callback list, to talk it over.',
    de: 'Ruft an, sobald ein Behandlungsplan bereitsteht, und schickt fünf Minuten nach dem Anruf einen Link dazu per SMS, in den USA erst am nächsten Tag, wenn jemand abgenommen hat. Einen Tag später steht ein Rückruf auf der Liste, um ihn zu besprechen.',
  },
  forWhom: {
    en: 'Patients with a new treatment plan; it ends when the treatment begins.',
    de: 'Alle mit einem neuen Behandlungsplan; es endet, wenn die Behandlung beginnt.',
  },
  definition: forStaff((staff) => ({
    trigger: { events: ['TREATMENT_PLAN_CREATED'] },
    purpose: 'care',
    reentry: { rule: 'always' },
    exits: [{ when: 'event', kinds: ['TREATMENT_STARTED'] }],
    steps: [
      {
        id: 'call',
        do: 'MAKE_PHONE_CALL',
        script: {
          en: 'Hello, this is {{ clinic.name }} with a message for {{ patient.full_name }}. We have put something together for you since your last visit, and will send you a link to it in a few minutes. If you would like to talk about it now, press 3. If you would rather not get these calls, press 9. Thank you.',
          de: 'Guten Tag, hier ist {{ clinic.name }} mit einer Nachricht für {{ patient.full_name }}. Wir haben seit Ihrem letzten Besuch etwas für Sie zusammengestellt und schicken Ihnen in wenigen Minuten einen Link dazu. Möchten Sie gleich darüber sprechen, drücken Sie die 3. Möchten Sie solche Anrufe nicht mehr, drücken Sie die 9. Vielen Dank.',
        },
        keys: { '3': 'speak-to-someone', '9': 'do-not-call' },
        machineMessage: pleaseCallBack,
      },
      { id: 'five-minutes', do: 'WAIT', for: { until: 'later', span: { minutes: 5 } }, ifPast: 'go-on' },
      {
        id: 'plan-link',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'Here is your plan: {% if plan.link %}{{ plan.link }}{% else %}{{ link.page }}{% endif %} Questions? Reply here or call {{ clinic.phone }}. {{ clinic.name }}',
            de: 'Hier finden Sie Ihren Plan: {% if plan.link %}{{ plan.link }}{% else %}{{ link.page }}{% endif %} Fragen? Rufen Sie gern an: {{ clinic.phone }}. {{ clinic.name }}',
          },
        },
      },
      { id: 'one-day', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'go-on' },
      {
        id: 'callback',
        do: 'SCHEDULE_CALLBACK',
        text: staff({
          en: 'Talk the new treatment plan over with the patient.',
          de: 'Den neuen Behandlungsplan besprechen.',
        }),
      },
    ],
  })),
};
