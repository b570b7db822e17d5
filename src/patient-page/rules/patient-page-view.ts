import { z } from 'zod';
import { isPushService } from '../../messages/rules/push-service.ts';

const choiceSchema = z
  .enum(['on', 'off', 'stopped', 'unknown'])
  .describe('stopped: declined in another way, not changed here; unknown: no number or address for it');

const visitSchema = z.object({
  id: z.uuid(),
  who: z.string().nullable().describe('first name of a child; null: who has the link'),
  startsAt: z.iso.datetime(),
  practitioner: z.string(),
  status: z.enum(['booked', 'confirmed', 'cancelled']),
  newTimeAsked: z.boolean(),
});
export type PatientVisit = z.infer<typeof visitSchema>;

const lineSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  from: z.enum(['clinic', 'patient']),
  subject: z.string().nullable(),
  text: z.string(),
});
export type PatientLine = z.infer<typeof lineSchema>;

export const patientPageSchema = z.object({
  clinic: z.object({
    name: z.string(),
    phone: z.object({ number: z.string(), shown: z.string() }).nullable(),
    timeZone: z.string().describe('where the appointments take place'),
  }),
  firstName: z.string(),
  visits: z.array(visitSchema).describe('to come, soonest first; those of children they answer for included'),
  messages: z.array(lineSchema).describe('what was written on this page or as a notification, oldest first'),
  push: z.object({ publicKey: z.string() }).describe('what a browser needs to take notifications'),
  choices: z.object({ sms: choiceSchema, email: choiceSchema, call: choiceSchema, news: choiceSchema }),
});
export type PatientPage = z.infer<typeof patientPageSchema>;

export const examplePatientPage: PatientPage = {
  clinic: {
    name: 'Lakeside Dental',
    phone: { number: '+13125550100', shown: '(312) 555-0100' },
    timeZone: 'America/Chicago',
  },
  firstName: 'Laura',
  visits: [
    {
      id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e5',
      who: 'Anna',
      startsAt: '2026-11-24T15:15:00Z',
      practitioner: 'Dr. Patel',
      status: 'booked',
      newTimeAsked: false,
    },
  ],
  messages: [
    {
      id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e6',
      at: '2026-11-20T15:00:00Z',
      from: 'clinic',
      subject: null,
      text: 'Anna’s retainer has arrived.',
    },
  ],
  push: {
    publicKey: 'BLc4xRzKlKORKWlbdgFaBrrPK3ydWAHo4M0gs0i1oEKgPpWC5cW8OCzVrOQRv-1npXRWk8udnW3oYhIO4475rds',
  },
  choices: { sms: 'on', email: 'on', call: 'on', news: 'off' },
};

/** Longer words are for a telephone call. */
const longestLine = 1000;

export const visitAnswerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('confirm') }),
  z.object({ answer: z.literal('cancel') }),
  z.object({
    answer: z.literal('new-time'),
    key: z.uuid().describe('made by whoever writes: sent again with the same one, it is asked once'),
    text: z.string().trim().max(longestLine).describe('when it would suit; may be empty'),
  }),
]);
export type VisitAnswer = z.infer<typeof visitAnswerSchema>;

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+={0,2}$/)
  .max(200);
const endpoint = z.string().max(1000).refine(isPushService, { error: 'no push service of a browser' });

/** As browsers write it (PushSubscription). */
export const subscriptionSchema = z.object({
  endpoint,
  keys: z.object({ p256dh: base64url, auth: base64url }),
});
export const endedSubscriptionSchema = z.object({ endpoint });
export const exampleSubscription = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/cX9kQ2:APA91bF',
  keys: {
    p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
    auth: 'tBHItJI5svbpez7KI4CCXg',
  },
};

export const lineDraftSchema = z.object({
  key: z.uuid().describe('made by whoever writes: sent again with the same one, it is the same message'),
  text: z.string().trim().min(1).max(longestLine),
});

export const choiceChangeSchema = z.object({
  what: z.enum(['sms', 'email', 'call', 'news']),
  on: z.boolean(),
});
