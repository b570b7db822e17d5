import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { markEmergency, unmarkEmergency } from './mark-emergency.ts';
import { emergencySchema } from './rules/recognised-emergency.ts';

const tags = ['Calls'];
const callPath = z.object({ clinicId: z.uuid(), callId: z.uuid() });
const marked = z.object({ emergency: emergencySchema.nullable().describe('null: the call is none') }).meta({
  examples: [{ emergency: { by: 'person', at: '2026-11-16T16:00:05Z', detail: null } }],
});

const refused = {
  'unknown-call': () => new Problem('not-found'),
  'not-incoming': () => new Problem('conflict', 'Only calls that came in can be emergencies.'),
};

/** Says of a call that it is an emergency, or that it is none. */
export const emergencyApi =
  ({ database, clock }: { database: Database; clock: Clock }): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/calls/:callId/emergency',
      {
        schema: {
          tags,
          summary: 'Say that a call is an emergency, or that it is none',
          description:
            'A live or a past call that came in. The event `INCOMING_CALL` is told with `emergency: true`, once for each call, and starts the workflows for emergencies at once. When it is taken back, what it has set off stays: tasks, notes, messages; words and keys do not make this call one again, a person may.',
          params: callPath,
          body: z.strictObject({ emergency: z.boolean() }).meta({ examples: [{ emergency: true }] }),
          response: { 200: marked },
        },
      },
      async ({ member: { clinicId, userId, staffId }, params: { callId }, body }) =>
        inClinic(database, clinicId, async (trx) => {
          const at = clock.now();
          const result = body.emergency
            ? await markEmergency(trx, callId, { by: 'person', detail: null, staffId }, at)
            : await unmarkEmergency(trx, callId, staffId, at);
          if (!result.ok) throw refused[result.why]();
          const action = body.emergency ? 'call.emergency' : 'call.no-emergency';
          await recordAudit(trx, { userId, action, subject: { kind: 'call', id: callId }, at });
          return { emergency: result.emergency };
        }),
    );
  };
