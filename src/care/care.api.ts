import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { addPayment, changePayment } from './change-payment.ts';
import { addPlan, changePlan, type Changed } from './change-plan.ts';
import { addProcedure, changeProcedure, removeProcedure } from './change-procedure.ts';
import {
  newPaymentSchema,
  newPlanSchema,
  newProcedureSchema,
  paymentChangeSchema,
  planChangeSchema,
  procedureChangeSchema,
} from './rules/care-input.ts';
import { careChangedSchema, careViewSchema, exampleCare, type CareChanged } from './rules/care-views.ts';
import { showCare } from './show-care.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Treatment and payments'];
const ofPatient = z.object({ patientId: z.uuid() });
const changed = careChangedSchema.meta({ examples: [{ id: exampleCare.plans[0]!.id, care: exampleCare }] });

const refusals = {
  'no-such': () => new Problem('not-found'),
  'changed-meanwhile': () => new Problem('conflict', 'revision: it changed since'),
  'no-such-plan': () => new Problem('invalid', 'planId: this patient has no such plan'),
  'no-such-practitioner': () => new Problem('invalid', 'practitionerId: no such practitioner'),
  'was-done': () => new Problem('conflict', 'it was done: mark it as planned first'),
};

type By = { userId: string; at: Temporal.Instant };
type Change = (trx: ClinicTransaction, by: By) => Promise<Changed | keyof typeof refusals>;

/** Does it, and answers with how everything stands then. */
const doing =
  ({ database, clock }: Dependencies) =>
  (member: { clinicId: string; userId: string }, change: Change): Promise<CareChanged> =>
    inClinic(database, member.clinicId, async (trx) => {
      const at = clock.now();
      const outcome = await change(trx, { userId: member.userId, at });
      if (typeof outcome === 'string') throw refusals[outcome]();
      const care = await showCare(trx, outcome.patientId, at);
      if (care === null) throw refusals['no-such']();
      return { id: outcome.id, care };
    });

const overview =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/patients/:patientId/care',
      {
        schema: {
          tags,
          summary: 'Treatment plans, procedures, payments and the balance of one person',
          description: 'Up to a hundred of each; the timeline tells all of it.',
          params: ofPatient,
          response: { 200: careViewSchema.meta({ examples: [exampleCare] }) },
        },
      },
      async ({ member, params: { patientId } }) => {
        const care = await inClinic(database, member.clinicId, (trx) =>
          showCare(trx, patientId, clock.now()),
        );
        if (care === null) throw new Problem('not-found');
        return care;
      },
    );
  };

const planRoutes =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const change = doing(deps);
    app.post(
      '/patients/:patientId/treatment-plans',
      {
        schema: {
          tags,
          summary: 'Enter a treatment plan',
          description:
            'A proposal records `TREATMENT_PLAN_CREATED`. One that is entered in a later phase records nothing: it began elsewhere.',
          params: ofPatient,
          body: newPlanSchema.meta({ examples: [{ name: 'Aligners, 14 months', totalCents: 480_000 }] }),
          response: { 201: changed },
        },
      },
      async ({ member, params: { patientId }, body }, reply) =>
        reply.code(201).send(await change(member, (trx, by) => addPlan(trx, patientId, body, by))),
    );
    app.patch(
      '/treatment-plans/:planId',
      {
        schema: {
          tags,
          summary: 'Change a treatment plan, or take it to another phase',
          description:
            'accepted records `TREATMENT_PLAN_ACCEPTED`, active `TREATMENT_STARTED`, retention, completed and a new milestone `TREATMENT_MILESTONE`, each once for a plan. Going back records nothing.',
          params: z.object({ planId: z.uuid() }),
          body: planChangeSchema.meta({ examples: [{ phase: 'accepted', revision: 1 }] }),
          response: { 200: changed },
        },
      },
      async ({ member, params: { planId }, body }) =>
        change(member, (trx, by) => changePlan(trx, planId, body, by)),
    );
  };

const procedureRoutes =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const change = doing(deps);
    const params = z.object({ procedureId: z.uuid() });
    app.post(
      '/patients/:patientId/procedures',
      {
        schema: {
          tags,
          summary: 'Enter a procedure that is planned or was done',
          description: 'One that was done records `PROCEDURE_COMPLETED`.',
          params: ofPatient,
          body: newProcedureSchema.meta({ examples: [{ name: 'Cleaning', code: 'D1110', done: true }] }),
          response: { 201: changed },
        },
      },
      async ({ member, params: { patientId }, body }, reply) =>
        reply.code(201).send(await change(member, (trx, by) => addProcedure(trx, patientId, body, by))),
    );
    app.patch(
      '/procedures/:procedureId',
      {
        schema: {
          tags,
          summary: 'Change a procedure, mark it done or planned again',
          description: 'Done for the first time it records `PROCEDURE_COMPLETED`.',
          params,
          body: procedureChangeSchema.meta({ examples: [{ done: true }] }),
          response: { 200: changed },
        },
      },
      async ({ member, params: { procedureId }, body }) =>
        change(member, (trx, by) => changeProcedure(trx, procedureId, body, by)),
    );
    app.delete(
      '/procedures/:procedureId',
      {
        schema: {
          tags,
          summary: 'Take away a procedure that was planned by mistake',
          params,
          response: { 200: changed },
        },
      },
      async ({ member, params: { procedureId } }) =>
        change(member, (trx, by) => removeProcedure(trx, procedureId, by)),
    );
  };

const paymentRoutes =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    const change = doing(deps);
    app.post(
      '/patients/:patientId/payments',
      {
        schema: {
          tags,
          summary: 'Ask a patient for an amount',
          description:
            'What is asked for is part of the balance, which rises only where it is smaller. On its day, without one at once, `PAYMENT_DUE` is recorded.',
          params: ofPatient,
          body: newPaymentSchema.meta({ examples: [{ amountCents: 12_500, dueOn: '2026-12-01' }] }),
          response: { 201: changed },
        },
      },
      async ({ member, params: { patientId }, body }, reply) =>
        reply.code(201).send(await change(member, (trx, by) => addPayment(trx, patientId, body, by))),
    );
    app.patch(
      '/payments/:paymentId',
      {
        schema: {
          tags,
          summary: 'Change a payment: received, failed, withdrawn, due again',
          description:
            'received records `PAYMENT_RECEIVED` and takes the amount off the balance, failed records `PAYMENT_FAILED`. Back to due puts the balance back.',
          params: z.object({ paymentId: z.uuid() }),
          body: paymentChangeSchema.meta({ examples: [{ status: 'received' }] }),
          response: { 200: changed },
        },
      },
      async ({ member, params: { paymentId }, body }) =>
        change(member, (trx, by) => changePayment(trx, paymentId, body, by)),
    );
  };

/** What is done for patients and what they owe. */
export const careApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(overview(deps));
    await app.register(planRoutes(deps));
    await app.register(procedureRoutes(deps));
    await app.register(paymentRoutes(deps));
  };
