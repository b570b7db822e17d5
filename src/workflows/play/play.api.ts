import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../../platform/database/database.ts';
import { Problem } from '../../platform/errors.ts';
import { loadPerson } from './load-person.ts';
import { exampleScene } from '../rules/play/scene-example.ts';
import { sceneViewSchema, type KnownPerson, type SceneView } from '../rules/play/scene-view.ts';
import type { WorkflowApiDependencies } from '../workflows.api.ts';

const mostTemplates = 100;

const templateIds = z
  .string()
  .max(40 * mostTemplates)
  .transform((text) => text.split(',').filter((id) => id !== ''))
  .pipe(z.array(z.uuid()).max(mostTemplates))
  .default([])
  .describe('templates whose texts are wanted as well, with commas between them');

/** Instants become texts on the way; the shape is the same. */
const viewOf = (known: KnownPerson): SceneView => JSON.parse(JSON.stringify(known)) as SceneView;

/** What a workflow would do, played with real people and nobody contacted. */
export const playApi =
  ({ database, clock }: WorkflowApiDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/workflow-scenes/:patientId',
      {
        config: { needs: 'manager' },
        schema: {
          tags: ['Workflows'],
          summary: 'Everything that a play of a workflow has to know of one patient',
          description:
            'What its conditions ask about, what its texts name, who gets what, and what the consent gate goes by. The portal walks through a workflow with it on a clock of its own: nobody is contacted, nothing is kept but a line of the audit log.',
          params: z.object({ clinicId: z.uuid(), patientId: z.uuid() }),
          querystring: z.object({
            appointmentId: z.uuid().optional().describe('has to be among the appointments'),
            eventId: z.uuid().optional().describe('an event of this patient that begins it'),
            workflowId: z.uuid().optional().describe('what is played: who came into it before counts'),
            templateIds,
          }),
          response: { 200: sceneViewSchema.meta({ examples: [exampleScene] }) },
        },
      },
      async ({ member: { clinicId, userId }, params: { patientId }, query }) => {
        const { appointmentId = null, eventId = null, workflowId = null, templateIds: ids } = query;
        const asked = { patientId, appointmentId, eventId, workflowId, templateIds: ids };
        const known = await inClinic(database, clinicId, (trx) =>
          loadPerson(trx, asked, { userId, at: clock.now() }),
        );
        if (known === null) throw new Problem('not-found');
        return viewOf(known);
      },
    );
  };
