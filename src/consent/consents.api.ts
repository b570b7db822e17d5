import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { listConsents } from './list-consents.ts';
import { recordConsent, withdrawConsent } from './record-consent.ts';
import { readConsentCursor, type ConsentCursor } from './rules/consent-cursor.ts';
import { consentViewSchema, exampleConsent, newConsentSchema } from './rules/consent-views.ts';
import { chosenPurposeSchema } from './rules/contact-request.ts';
import { examplePatientConsent, patientConsentSchema } from './rules/patient-consent-view.ts';
import { showPatientConsent } from './show-patient-consent.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Consent'];
const ofPatient = z.object({ patientId: z.uuid() });
const query = z.object({
  q: z.string().trim().max(100).default('').describe('a name or a number'),
  purpose: chosenPurposeSchema.optional(),
  status: z.enum(['holds', 'withdrawn']).optional(),
  cursor: z.string().max(100).optional().describe('`nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const page = z
  .object({ items: z.array(consentViewSchema), nextCursor: z.string().nullable() })
  .meta({ examples: [{ items: [exampleConsent], nextCursor: null }] });

const cursorOf = (text: string | undefined): ConsentCursor | null => {
  const cursor = text === undefined ? null : readConsentCursor(text);
  if (text !== undefined && cursor === null) throw new Problem('invalid', 'cursor: not one of this list');
  return cursor;
};

const readingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/consent/records',
      {
        schema: {
          tags,
          summary: 'Consent records, last entered first',
          description:
            'Who agreed to what, by which way, how and when, and where the proof is. Records are never deleted: withdrawn ones prove what was sent before.',
          querystring: query,
          response: { 200: page },
        },
      },
      async ({ member, query: { q, purpose, status, cursor, limit } }) => {
        const withdrawn = status === undefined ? undefined : status === 'withdrawn';
        const asked = { q, purpose, withdrawn, limit, after: cursorOf(cursor) };
        return inClinic(database, member.clinicId, (trx) => listConsents(trx, asked, clock.now()));
      },
    );

    app.get(
      '/patients/:patientId/consent',
      {
        schema: {
          tags,
          summary: 'What one person agreed to and declined, and what may reach them right now',
          params: ofPatient,
          response: { 200: patientConsentSchema.meta({ examples: [examplePatientConsent] }) },
        },
      },
      async ({ member, params: { patientId } }) => {
        const view = await inClinic(database, member.clinicId, (trx) =>
          showPatientConsent(trx, patientId, clock.now()),
        );
        if (view === null) throw new Problem('not-found');
        return view;
      },
    );
  };

const changingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/patients/:patientId/consents',
      {
        schema: {
          tags,
          summary: 'Record what a person agreed to',
          params: ofPatient,
          body: newConsentSchema.meta({
            examples: [
              {
                purposes: ['marketing'],
                channel: 'email',
                method: 'paper-form',
                obtainedAt: '2026-03-03T10:00:00Z',
                proof: 'Registration form of 3 March, binder 12',
              },
            ],
          }),
          response: { 201: z.object({ consentIds: z.array(z.string()) }) },
        },
      },
      async ({ member, params: { patientId }, body }, reply) => {
        const by = { userId: member.userId, at: clock.now() };
        const recorded = await inClinic(database, member.clinicId, (trx) =>
          recordConsent(trx, patientId, body, by),
        );
        if (recorded.ok) return reply.code(201).send({ consentIds: recorded.consentIds });
        if (recorded.why === 'in-the-future') throw new Problem('invalid', 'obtainedAt: is in the future');
        throw new Problem('not-found');
      },
    );

    app.post(
      '/consent/records/:consentId/withdraw',
      {
        schema: {
          tags,
          summary: 'Record that a consent was withdrawn',
          description: 'Holds from now on. The record itself stays.',
          params: z.object({ consentId: z.uuid() }),
          response: { 200: z.object({ consentId: z.string() }) },
        },
      },
      async ({ member, params: { consentId } }) => {
        const by = { userId: member.userId, at: clock.now() };
        const outcome = await inClinic(database, member.clinicId, (trx) =>
          withdrawConsent(trx, consentId, by),
        );
        if (outcome === 'no-such-consent') throw new Problem('not-found');
        return { consentId };
      },
    );
  };

/** Consent records of one clinic: list, one person's, record, withdraw. */
export const consentsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(changingRoutes(deps));
  };
