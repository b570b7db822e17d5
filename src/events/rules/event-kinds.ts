import type { z } from 'zod';
import {
  appointmentPayload,
  birthdayPayload,
  cancelledPayload,
  endedCallPayload,
  failedPaymentPayload,
  incomingCallPayload,
  leadPayload,
  milestonePayload,
  movedPayload,
  patientCreatedPayload,
  paymentPayload,
  planPayload,
  procedurePayload,
  retainerPayload,
} from './payload-parts.ts';

/** What an event is about: it cannot be without that. */
export type EventSubject = 'appointment' | 'call' | 'patient' | 'lead';

type Kind<Schema extends z.ZodType> = {
  about: EventSubject;
  /** one sentence for the API's documentation */
  says: string;
  payload: Schema;
  example: z.input<Schema>;
};
const kind = <Schema extends z.ZodType>(is: Kind<Schema>): Kind<Schema> => is;

const practitionerId = '0199a1b2-1e2b-7036-8314-ef1ff8eaa8d1';
const appointment = {
  startsAt: '2026-11-24T15:15:00Z',
  endsAt: '2026-11-24T15:45:00Z',
  practitionerId,
  appointmentTypeId: null,
  reason: 'Check-up',
};
const call = {
  direction: 'inbound',
  fromNumber: '+13125550121',
  toNumber: '+13125550100',
  seconds: 42,
  departmentId: null,
  menuChoice: 'Billing',
  emergency: false,
} as const;
const plan = { reference: 'TP-881', name: 'Aligners, 14 months', totalCents: 480_000, currency: 'USD' };
const payment = { reference: 'INV-2041', amountCents: 12_500, currency: 'USD', dueOn: '2026-12-01' };

/** Every event there is. A new one is one entry here. */
export const eventKinds = {
  INCOMING_CALL: kind({
    about: 'call',
    says: 'Somebody calls the clinic. It is told a second time, with `emergency: true`, when the call is recognised as an emergency after it has begun.',
    payload: incomingCallPayload,
    example: {
      fromNumber: '+13125550121',
      toNumber: '+13125550100',
      caller: 'patient',
      language: 'en',
      emergency: false,
    },
  }),
  CALL_COMPLETED: kind({
    about: 'call',
    says: 'A call that somebody took, that left a voicemail, or that the clinic made is over; `outcome` says which.',
    payload: endedCallPayload,
    example: { ...call, outcome: 'answered' },
  }),
  MISSED_CALL: kind({
    about: 'call',
    says: 'A caller hung up or was given up before anybody answered, and left no voicemail.',
    payload: endedCallPayload,
    example: { ...call, outcome: 'abandoned' },
  }),
  APPOINTMENT_SCHEDULED: kind({
    about: 'appointment',
    says: 'An appointment was made.',
    payload: appointmentPayload,
    example: appointment,
  }),
  APPOINTMENT_COMPLETED: kind({
    about: 'appointment',
    says: 'The patient was there and is done.',
    payload: appointmentPayload,
    example: appointment,
  }),
  APPOINTMENT_NO_SHOW: kind({
    about: 'appointment',
    says: 'The patient did not come.',
    payload: appointmentPayload,
    example: appointment,
  }),
  APPOINTMENT_RESCHEDULED: kind({
    about: 'appointment',
    says: 'An appointment has another time or practitioner.',
    payload: movedPayload,
    example: {
      ...appointment,
      previousStartsAt: '2026-11-23T15:15:00Z',
      previousEndsAt: '2026-11-23T15:45:00Z',
      previousPractitionerId: practitionerId,
    },
  }),
  APPOINTMENT_CANCELLED: kind({
    about: 'appointment',
    says: 'An appointment will not take place.',
    payload: cancelledPayload,
    example: { ...appointment, cancelledBy: 'patient' },
  }),
  TREATMENT_PLAN_CREATED: kind({
    about: 'patient',
    says: 'A treatment was proposed.',
    payload: planPayload,
    example: plan,
  }),
  TREATMENT_PLAN_ACCEPTED: kind({
    about: 'patient',
    says: 'The patient said yes to a treatment.',
    payload: planPayload,
    example: plan,
  }),
  TREATMENT_STARTED: kind({
    about: 'patient',
    says: 'A treatment began.',
    payload: planPayload,
    example: plan,
  }),
  TREATMENT_MILESTONE: kind({
    about: 'patient',
    says: 'A treatment came to a point that matters: half way, last aligner, brackets off.',
    payload: milestonePayload,
    example: { ...plan, milestone: 'half way' },
  }),
  PROCEDURE_COMPLETED: kind({
    about: 'patient',
    says: 'Something was done to the patient.',
    payload: procedurePayload,
    example: { reference: 'PR-17', code: 'D1110', name: 'Cleaning', practitionerId },
  }),
  PAYMENT_FAILED: kind({
    about: 'patient',
    says: 'A payment did not go through.',
    payload: failedPaymentPayload,
    example: { ...payment, fault: 'card_expired' },
  }),
  PAYMENT_RECEIVED: kind({
    about: 'patient',
    says: 'A payment arrived.',
    payload: paymentPayload,
    example: payment,
  }),
  PAYMENT_DUE: kind({
    about: 'patient',
    says: 'A payment is due.',
    payload: paymentPayload,
    example: payment,
  }),
  PATIENT_CREATED: kind({
    about: 'patient',
    says: 'Somebody became a patient. Patients read from a file do not count.',
    payload: patientCreatedPayload,
    example: { enteredBy: 'staff' },
  }),
  BIRTHDAY: kind({
    about: 'patient',
    says: 'It is the patient’s birthday.',
    payload: birthdayPayload,
    example: { date: '2026-07-02', age: 12 },
  }),
  RETAINER_REORDER_DUE: kind({
    about: 'patient',
    says: 'A retainer has to be ordered again.',
    payload: retainerPayload,
    example: { dueOn: '2026-12-01', product: 'Essix, upper' },
  }),
  LEAD_CREATED: kind({
    about: 'lead',
    says: 'Somebody is interested in becoming a patient.',
    payload: leadPayload,
    example: { interest: 'braces', origin: 'website' },
  }),
};

export type EventKind = keyof typeof eventKinds;
export const eventKindNames = Object.keys(eventKinds) as [EventKind, ...EventKind[]];
export const isEventKind = (text: string): text is EventKind => Object.hasOwn(eventKinds, text);

export type EventPayload<K extends EventKind> = z.output<(typeof eventKinds)[K]['payload']>;
