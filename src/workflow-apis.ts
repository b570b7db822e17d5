import type { FastifyPluginAsync } from 'fastify';
import { audiencesApi } from './workflows/audiences.api.ts';
import { bulkWorksApi } from './workflows/bulk-works.api.ts';
import { byHandApi } from './workflows/by-hand.api.ts';
import { foresightApi } from './workflows/foresight.api.ts';
import { galleryApi } from './workflows/gallery.api.ts';
import { playApi } from './workflows/play.api.ts';
import { rehearsalsApi } from './workflows/rehearsals.api.ts';
import { instancesApi } from './workflows/instances.api.ts';
import { versionsApi } from './workflows/versions.api.ts';
import type { JobSender } from './platform/jobs.ts';
import { workflowsApi, type WorkflowApiDependencies } from './workflows/workflows.api.ts';

/** All that is asked about workflows: a part of `app.ts` that grows by itself. */
export const workflowApis =
  (deps: WorkflowApiDependencies & { send: JobSender }): FastifyPluginAsync =>
  async (clinic) => {
    for (const api of [
      workflowsApi,
      galleryApi,
      playApi,
      rehearsalsApi,
      instancesApi,
      versionsApi,
      foresightApi,
      byHandApi,
      audiencesApi,
    ])
      await clinic.register(api(deps));
    await clinic.register(bulkWorksApi(deps));
  };
