import { queryOptions } from '@tanstack/react-query';
import type { SceneView } from '../../../src/workflows/rules/play/scene-view.ts';
import { readScene } from '../../../src/workflows/rules/play/scene-view.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';

export type WhoPlays = { patientId: string; appointmentId: string | null; eventId: string | null };

/** Everything that a play has to know of one patient. */
export const sceneQuery = (
  clinicId: string,
  workflowId: string,
  who: WhoPlays,
  templateIds: readonly string[],
) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'scene', workflowId, who, templateIds),
    queryFn: ({ signal }) =>
      request<SceneView>(clinicPath(clinicId, `workflow-scenes/${encodeURIComponent(who.patientId)}`), {
        query: {
          appointmentId: who.appointmentId,
          eventId: who.eventId,
          workflowId,
          templateIds: templateIds.length === 0 ? null : templateIds.join(','),
        },
        signal,
      }),
    select: readScene,
    // A play goes on with what was true when it began.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
