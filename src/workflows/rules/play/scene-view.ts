import { z } from 'zod';
import { appointmentStatuses } from '../../../appointments/rules/appointment-status.ts';
import { paymentStatusSchema } from '../../../care/rules/settle-balance.ts';
import { treatmentPhaseSchema } from '../../../care/rules/treatment-phase.ts';
import { languageSchema } from '../../../clinics/rules/language.ts';
import { businessHoursSchema, holidaysSchema } from '../../../clinics/rules/opening-schema.ts';
import { channelSchema, chosenPurposeSchema, purposeSchema } from '../../../consent/rules/contact-request.ts';
import { eventKindNames } from '../../../events/rules/event-kinds.ts';
import { templateTextsSchema } from '../../../messages/rules/template-texts.ts';

const names = {
  givenName: z.string(),
  preferredName: z.string().nullable(),
  familyName: z.string(),
};

/** The same shape twice: with instants as texts, as the API tells them, and as instants, as rules take them. */
const shapesWith = <Instant extends z.ZodType>(instant: Instant) => {
  const visit = z.object({
    id: z.string(),
    startsAt: instant,
    endsAt: instant,
    status: z.enum(appointmentStatuses),
    reason: z.string(),
    practitionerId: z.string(),
    practitioner: z.string(),
  });
  const consent = z.object({
    id: z.string(),
    purpose: chosenPurposeSchema,
    channel: channelSchema.nullable(),
    written: z.boolean(),
    obtainedAt: instant,
    withdrawnAt: instant.nullable(),
  });
  const optOut = z.object({
    id: z.string(),
    channel: channelSchema.nullable(),
    purpose: chosenPurposeSchema.nullable(),
    since: instant,
  });
  const counted = z.object({ key: z.string(), channel: channelSchema, purpose: purposeSchema, at: instant });
  const gate = z.object({
    to: z.string().nullable(),
    reachable: z.boolean(),
    archived: z.boolean(),
    zone: z.object({ zone: z.string(), source: z.enum(['patient', 'number', 'clinic']) }),
    place: z.object({
      country: z.string().nullable(),
      region: z.string().nullable(),
      source: z.enum(['address', 'number', 'clinic', 'unknown']),
    }),
    clinic: z.object({ zone: z.string(), hours: businessHoursSchema, holidays: holidaysSchema }),
    consents: z.array(consent).readonly(),
    optOuts: z.array(optOut).readonly(),
    contacts: z.array(counted).readonly(),
  });
  const patient = z.object({
    id: z.string(),
    language: languageSchema.nullable(),
    birthDate: z.string().nullable(),
    tags: z.array(z.string()),
    vip: z.boolean(),
    balanceCents: z.number(),
    hasPhone: z.boolean(),
    hasEmail: z.boolean(),
    lastVisit: instant.nullable(),
    hasVisitAhead: z.boolean(),
    treatmentPhase: treatmentPhaseSchema.nullable(),
    hasFailedPayment: z.boolean(),
    archived: z.boolean(),
  });
  const entry = z.object({
    key: z.string(),
    at: instant.describe('when they came in'),
    patientId: z.string().nullable(),
    eventId: z.string().nullable(),
    kind: z.enum(eventKindNames).nullable().describe('null: the calendar began it'),
    appointmentId: z.string().nullable(),
  });
  return { visit, gate, patient, entry };
};

const plan = z.object({ name: z.string(), phase: treatmentPhaseSchema, link: z.string().nullable() });
const payment = z.object({
  status: paymentStatusSchema,
  amountCents: z.number(),
  currency: z.string(),
  dueOn: z.string().nullable(),
  link: z.string().nullable(),
});
const care = z.object({
  balance: z.object({ cents: z.number(), currency: z.string() }),
  plan: plan.nullable(),
  procedure: z.object({ name: z.string() }).nullable(),
  payment: payment.nullable(),
});

const calendar = z.object({
  timeZone: z.string(),
  language: languageSchema,
  businessHours: businessHoursSchema,
  holidays: holidaysSchema,
});

const sceneWith = <Instant extends z.ZodType>(instant: Instant) => {
  const { visit, gate, patient, entry } = shapesWith(instant);
  const reader = z.object({
    personId: z.string(),
    person: z.object({ ...names, salutation: z.string().nullable() }),
    language: languageSchema.nullable(),
    gate: gate.describe('what the consent gate goes by for this way'),
  });
  const readers = z
    .partialRecord(channelSchema, reader)
    .describe('who gets what is about them, by each way in which somebody can be reached');
  return z.object({
    at: instant.describe('all of it stands as it was at this moment'),
    patient: z.object(names),
    calendar,
    subject: patient.describe('what conditions ask about'),
    event: z
      .object({
        id: z.string(),
        kind: z.string(),
        occurredAt: instant,
        payload: z.record(z.string(), z.unknown()),
      })
      .nullable(),
    eventCare: care.nullable().describe('what the event is about'),
    care: care.nullable().describe('what texts may name'),
    clinic: z.object({
      name: z.string(),
      phone: z.string().nullable(),
      timeZone: z.string(),
      language: languageSchema,
      hasPostalAddress: z.boolean(),
    }),
    entries: z.array(entry).describe('how they came into this workflow before, the earliest first'),
    visits: z.array(visit).describe('appointments of this patient, the nearest first'),
    practitioner: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe('with whom a made-up appointment is'),
    readers,
    relatives: z
      .array(z.object({ patient: z.object(names), subject: patient, visits: z.array(visit), readers }))
      .describe('others of the family who have appointments: reminders of one day are one message'),
    paces: z
      .partialRecord(
        z.enum(['sms', 'call']),
        z.object({ dailyCap: z.number().nullable(), sentToday: z.number() }),
      )
      .describe('how much the number of the clinic says in a day, and has said today'),
    templates: z.record(z.string(), templateTextsSchema),
  });
};

export const sceneViewSchema = sceneWith(z.iso.datetime());
export type SceneView = z.infer<typeof sceneViewSchema>;

const known = sceneWith(z.iso.datetime().transform((text) => Temporal.Instant.from(text)));
/** What is known of a person for a play; `set-scene.ts` makes a scene of it. */
export type KnownPerson = z.output<typeof known>;
export type KnownRelative = KnownPerson['relatives'][number];
export type KnownVisit = KnownPerson['visits'][number];

export const readScene = (view: unknown): KnownPerson => known.parse(view);
