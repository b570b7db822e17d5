import type { Subject, SubjectAppointment } from './subject.ts';
import { advance, type Advanced } from './advance.ts';
import type { Definition } from './definition.ts';
import type { Fact } from './fact.ts';
import { instanceStateSchema, newInstance, wakeOf, type InstanceState } from './instance.ts';
import { programOf } from './program.ts';
import type { Step } from './steps.ts';

/** Data of a clinic for tests: somebody with an appointment, and an instance about them that is driven by hand. */

const berlin: Subject['clinic'] = {
  timeZone: 'Europe/Berlin',
  language: 'de',
  businessHours: {
    '1': [['08:00', '18:00']],
    '2': [['08:00', '18:00']],
    '3': [['08:00', '18:00']],
    '4': [['08:00', '18:00']],
    '5': [['08:00', '13:00']],
  },
  holidays: { country: 'DE', state: 'BY' },
};

export const at = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(berlin.timeZone).toInstant();

export const appointmentAt = (
  local: string,
  status: SubjectAppointment['status'] = 'booked',
): SubjectAppointment => ({
  id: 'appointment',
  startsAt: at(local),
  endsAt: at(local).add({ minutes: 30 }),
  status,
  reason: 'Kontrolle',
  practitionerId: 'practitioner',
});

export const subjectOf = (
  appointment: SubjectAppointment | null,
  patient: Partial<NonNullable<Subject['patient']>> = {},
): Subject => ({
  clinic: berlin,
  patient: {
    id: 'patient',
    language: 'de',
    birthDate: '1984-03-09',
    tags: ['recall'],
    vip: false,
    balanceCents: 0,
    hasPhone: true,
    hasEmail: true,
    lastVisit: null,
    hasVisitAhead: false,
    treatmentPhase: null,
    hasFailedPayment: false,
    archived: false,
    ...patient,
  },
  appointment,
  care: null,
  event: { kind: 'APPOINTMENT_SCHEDULED', payload: {} },
});

export const instanceOf = (definition: Definition, subject: Subject): InstanceState =>
  newInstance(programOf(definition).first, subject.appointment?.startsAt ?? null);

/** One advance, through JSON before and after, as through the database. */
export const step = (
  definition: Definition,
  instance: InstanceState,
  fact: Fact,
  subject: Subject,
  now: Temporal.Instant,
): Advanced => {
  const stored = instanceStateSchema.parse(JSON.parse(JSON.stringify(instance)));
  return advance(definition, stored, fact, { instanceId: 'i', workflowId: 'w', subject, now });
};

/** Runs an instance on its own timers until it waits for something else, or is over. @returns what happened, with its time */
export const runOut = (definition: Definition, subject: Subject, start: Temporal.Instant) => {
  const story: { at: Temporal.Instant; advanced: Advanced }[] = [];
  let instance = instanceOf(definition, subject);
  let wake = wakeOf(instance, start);
  for (let turns = 0; wake !== null && turns < 1000; turns += 1) {
    const advanced = step(definition, instance, { fact: 'due' }, subject, wake);
    story.push({ at: wake, advanced });
    instance = advanced.instance;
    wake = wakeOf(instance, wake);
  }
  return { instance, story };
};

/** SMS two days before, e-mail the day before to who has not confirmed, SMS on the morning. */
export const reminderChain: Definition = {
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

/** A call with everything that a call can have. */
const callStep: Step = {
  id: 'call',
  do: 'MAKE_PHONE_CALL',
  script: {
    en: 'Hello, this is {{ clinic.name }} with a reminder for {{ patient.full_name }}. You are expected on {{ appointment.date }} at {{ appointment.time }}. Press 1 to confirm, 2 to choose another time, 3 to speak to us, or 9 if we should not call you again.',
    de: 'Guten Tag, hier ist {{ clinic.name }} mit einer Erinnerung für {{ patient.full_name }}. Wir erwarten Sie am {{ appointment.date }} um {{ appointment.time }}.',
  },
  keys: { '1': 'confirm', '2': 'reschedule', '3': 'speak-to-someone', '9': 'do-not-call' },
  machineMessage: {
    en: 'This is {{ clinic.name }}. Please call us back.',
    de: 'Hier ist {{ clinic.name }}. Bitte rufen Sie uns zurück.',
  },
  retry: { times: 1, after: { hours: 3 }, on: ['busy', 'no-answer', 'failed'] },
};

/** The same definition with a call behind its e-mail. */
export const withCall = (definition: Definition): Definition => ({
  ...definition,
  steps: definition.steps.map((one) =>
    one.do === 'CONDITION' ? { ...one, yes: [...one.yes, callStep] } : one,
  ),
});
