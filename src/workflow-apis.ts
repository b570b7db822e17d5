import type { FastifyPluginAsync } from 'fastify';
import { audiencesApi } from './workflows/audiences/audiences.api.ts';
import { bulkWorksApi } from './workflows/bulk/bulk-works.api.ts';
import { byHandApi } from './workflows/people/by-hand.api.ts';
import { foresightApi } from './workflows/versions/foresight.api.ts';
import { galleryApi } from './workflows/gallery/gallery.api.ts';
import { playApi } from './workflows/play/play.api.ts';
import { rehearsalsApi } from './workflows/play/rehearsals.api.ts';
import { instancesApi } from './workflows/people/instances.api.ts';
import { versionsApi } from './workflows/versions/versions.api.ts';
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
