import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../../platform/database/database.ts';
import { Problem } from '../../platform/errors.ts';
import { countMatching } from './audience.store.ts';
import { isPatientField } from '../rules/fields.ts';
import { fieldsIn, ruleGroupSchema } from '../rules/rule-tree.ts';
import { audienceCountSchema } from '../rules/workflow-views.ts';
import { selectCalendar } from '../engine/subjects.store.ts';
import type { WorkflowApiDependencies } from '../workflows.api.ts';

const recall = {
  combinator: 'and' as const,
  rules: [
    { field: 'patient.monthsSinceVisit', operator: '>=' as const, value: 6 },
    { field: 'patient.hasVisitAhead', operator: '=' as const, value: false },
  ],
};

/** Whom a filter is about, before anything is done. */
export const audiencesApi =
  ({ database, clock }: WorkflowApiDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/workflow-audiences',
      {
        config: { needs: 'readonly' },
        schema: {
          tags: ['Workflows'],
          summary: 'For how many patients a filter holds now',
          description:
            'Counts and changes nothing. The filter may ask about patients only: events and appointments have not come yet.',
          params: z.object({ clinicId: z.uuid() }),
          body: z.strictObject({ filter: ruleGroupSchema }).meta({ examples: [{ filter: recall }] }),
          response: { 200: audienceCountSchema },
        },
      },
      async ({ member, body: { filter } }) => {
        if (!fieldsIn(filter).every(isPatientField))
          throw new Problem('invalid', 'filter: it may ask about fields of patients only');
        return inClinic(database, member.clinicId, async (trx) =>
          countMatching(trx, { filter, calendar: await selectCalendar(trx), now: clock.now() }),
        );
      },
    );
  };
