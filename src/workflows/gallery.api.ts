import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../platform/database/database.ts';
import { templateListSchema } from './rules/workflow-views.ts';
import { showGallery } from './show-gallery.ts';
import type { WorkflowApiDependencies } from './workflows.api.ts';

const tags = ['Workflows'];
const clinicPath = z.object({ clinicId: z.uuid() });

type Routes = (deps: WorkflowApiDependencies) => FastifyPluginAsyncZod;

/** Workflows to begin with. */
export const galleryApi: Routes =
  ({ database }) =>
  async (app) => {
    app.get(
      '/workflow-templates',
      {
        schema: {
          tags,
          summary: 'Workflows to begin with',
          description:
            'Those that come with Frontdesk. What patients read and hear is in English and German; `faults` says what keeps one from being used here.',
          params: clinicPath,
          response: { 200: templateListSchema },
        },
      },
      async ({ member }) => ({
        templates: await inClinic(database, member.clinicId, (trx) => showGallery(trx)),
      }),
    );
  };
