import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { OnAppointmentsChanged } from '../appointments/note-appointment-change.ts';
import { faultSchema } from '../imports/rules/reasons.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { receiveFhirAppointment } from './receive-fhir-appointment.ts';
import { receiveFhirPatient, type ReceivedResource } from './receive-fhir-patient.ts';

type Dependencies = { database: Database; clock: Clock; onAppointmentsChanged: OnAppointmentsChanged };

const tags = ['FHIR'];
const answerSchema = z
  .object({
    id: z.string().describe('ours'),
    outcome: z.enum(['added', 'updated', 'unchanged']),
    leftOut: z.array(faultSchema).describe('fields that could not be read'),
  })
  .meta({ examples: [{ id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e5', outcome: 'added', leftOut: [] }] });

const resource = (kind: 'Patient' | 'Appointment', example: object) =>
  z.looseObject({ resourceType: z.literal(kind) }).meta({
    examples: [{ resourceType: kind, meta: { source: 'https://practice.example/fhir' }, ...example }],
  });

const patient = resource('Patient', {
  id: '1042',
  name: [{ use: 'official', family: 'Bennett', given: ['Anna'] }],
  birthDate: '2014-07-02',
  telecom: [{ system: 'phone', use: 'mobile', value: '(312) 555-0121' }],
});
const appointment = resource('Appointment', {
  id: '77',
  status: 'booked',
  description: 'Check-up',
  start: '2026-11-24T15:15:00Z',
  end: '2026-11-24T15:45:00Z',
  participant: [
    { actor: { reference: 'Patient/1042' }, status: 'accepted' },
    { actor: { reference: 'Practitioner/7', display: 'Dr. Margaret Chen' }, status: 'accepted' },
  ],
});

const taken = (received: ReceivedResource) => {
  if (received.ok) return { id: received.id, outcome: received.outcome, leftOut: received.leftOut };
  const faults = received.faults.map(({ code, field }) => `${field ?? 'resource'}: ${code}`);
  throw new Problem('invalid', faults.join('; '));
};

/** Patients and appointments as FHIR R4 resources. */
export const fhirApi =
  ({ database, clock, onAppointmentsChanged }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.addContentTypeParser(
      'application/fhir+json',
      { parseAs: 'string' },
      app.getDefaultJsonParser('error', 'error'),
    );
    app.post(
      '/fhir/Patient',
      {
        schema: {
          tags,
          summary: 'Send a patient as FHIR R4',
          description:
            'Whoever is here already is brought up to date: found by the server’s id (`meta.source` and `id`), by identifiers, else by name with birth date or contact. A new person records `PATIENT_CREATED`.',
          body: patient,
          response: { 200: answerSchema },
        },
      },
      async ({ member, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        return inClinic(database, member.clinicId, async (trx) =>
          taken(await receiveFhirPatient(trx, body, by)),
        );
      },
    );
    app.post(
      '/fhir/Appointment',
      {
        schema: {
          tags,
          summary: 'Send an appointment as FHIR R4',
          description:
            'The same one again changes it: moved, cancelled, arrived, fulfilled, each with its event. Its patient must have been sent before, under the same `meta.source` or as an absolute reference. A practitioner is found by reference, else by name, else added.',
          body: appointment,
          response: { 200: answerSchema },
        },
      },
      async ({ member, body }) => {
        const context = { userId: member.userId, at: clock.now(), onAppointmentsChanged };
        return inClinic(database, member.clinicId, async (trx) =>
          taken(await receiveFhirAppointment(trx, body, context)),
        );
      },
    );
  };
