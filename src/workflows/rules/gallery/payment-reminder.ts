import { forStaff, pleaseCallBack, type GalleryEntry } from './gallery-entry.ts';

const keys = { '3': 'speak-to-someone', '9': 'do-not-call' } as const;

export const paymentReminder: GalleryEntry = {
  key: 'payment-reminder',
  categories: ['calls', 'payments'],
  name: { en: 'Payment Reminder', de: 'Zahlungserinnerung' },
  says: {
    en: 'Calls at once when a payment did not go through, and sends a link to pay by SMS five minutes after the call. A day later it calls once more; it ends as soon as the payment arrives.',
    de: 'Ruft sofort an, wenn eine Zahlung nicht geklappt hat, und schickt fünf Minuten nach dem Anruf einen Link zum Bezahlen per SMS. Einen Tag später ruft es noch einmal an; es endet, sobald die Zahlung da ist.',
  },
  forWhom: {
    en: 'Patients whose payment failed.',
    de: 'Alle, deren Zahlung nicht geklappt hat.',
  },
  definition: forStaff(() => ({
    trigger: { events: ['PAYMENT_FAILED'] },
    purpose: 'billing',
    reentry: { rule: 'after-days', days: 7 },
    exits: [{ when: 'event', kinds: ['PAYMENT_RECEIVED'] }],
    steps: [
      {
        id: 'first-call',
        do: 'MAKE_PHONE_CALL',
        script: {
          en: 'Hello, this is {{ clinic.name }} with a message for {{ patient.full_name }}. Your last payment to us did not go through; that happens, and is soon put right. We will send you a link in a few minutes. To speak to us, press 3. If you would rather not get these calls, press 9. Thank you.',
          de: 'Guten Tag, hier ist {{ clinic.name }} mit einer Nachricht für {{ patient.full_name }}. Ihre letzte Zahlung an uns hat nicht geklappt; das kommt vor und ist schnell behoben. Wir schicken Ihnen in wenigen Minuten einen Link. Um mit uns zu sprechen, drücken Sie die 3. Möchten Sie solche Anrufe nicht mehr, drücken Sie die 9. Vielen Dank.',
        },
        keys,
        machineMessage: pleaseCallBack,
      },
      { id: 'five-minutes', do: 'WAIT', for: { until: 'later', span: { minutes: 5 } }, ifPast: 'go-on' },
      {
        id: 'payment-link',
        do: 'SEND_SMS',
        content: {
          text: {
            en: 'Your last payment did not go through. You can pay here: {% if payment.link %}{{ payment.link }}{% else %}{{ link.page }}{% endif %} Questions? {{ clinic.phone }}. {{ clinic.name }}',
            de: 'Ihre letzte Zahlung hat nicht geklappt. Hier können Sie bezahlen: {% if payment.link %}{{ payment.link }}{% else %}{{ link.page }}{% endif %} Fragen? {{ clinic.phone }}. {{ clinic.name }}',
          },
        },
      },
      { id: 'one-day', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'go-on' },
      {
        id: 'second-call',
        do: 'MAKE_PHONE_CALL',
        script: {
          en: 'Hello, this is {{ clinic.name }} with a message for {{ patient.full_name }}. Your payment is still open. You find the link in the text message that we sent you. If something is unclear, or you need more time, press 3 and we will find a way. If you would rather not get these calls, press 9. Thank you.',
          de: 'Guten Tag, hier ist {{ clinic.name }} mit einer Nachricht für {{ patient.full_name }}. Ihre Zahlung ist noch offen. Den Link finden Sie in der SMS, die wir Ihnen geschickt haben. Ist etwas unklar oder brauchen Sie mehr Zeit, drücken Sie die 3, und wir finden einen Weg. Möchten Sie solche Anrufe nicht mehr, drücken Sie die 9. Vielen Dank.',
        },
        keys,
        machineMessage: pleaseCallBack,
      },
    ],
  })),
};
