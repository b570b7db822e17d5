import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../../platform/database/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { PastCursor } from './load-past-beginnings.ts';
import { rehearseEvents } from './rehearse-events.ts';
import { definitionSchema } from '../rules/definition.ts';
import { missedAppointment } from '../rules/gallery/missed-appointment.ts';
import { exampleRehearsal, rehearsalSchema } from '../rules/play/rehearsal-views.ts';
import type { WorkflowApiDependencies } from '../workflows.api.ts';

const cursorShape = /^([^_]+Z)_((?:[A-Z_]+:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @returns null for what is no cursor of this list */
const readCursor = (text: string): PastCursor | null => {
  const [, at = '', id = ''] = cursorShape.exec(text) ?? [];
  try {
    return { at: Temporal.Instant.from(at), id };
  } catch {
    return null;
  }
};

const writeCursor = ({ at, id }: PastCursor): string => `${at.toString()}_${id}`;

const askedSchema = z
  .strictObject({
    definition: definitionSchema.describe('of a draft as well, saved or not'),
    workflowId: z.uuid().optional().describe('what it has sent itself does not count against it'),
    cursor: z.string().max(200).optional(),
  })
  .meta({ examples: [{ definition: missedAppointment.definition.en }] });

/** What a workflow would have done. */
export const rehearsalsApi =
  ({ database, clock }: WorkflowApiDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/workflow-rehearsals',
      {
        config: { needs: 'manager' },
        schema: {
          tags: ['Workflows'],
          summary: 'What a workflow would have done about the last 100 events that begin it',
          description:
            'The real interpreter and the real consent gate, from each event until now, with the data as they are now: contacts nobody and keeps nothing. Messages count as delivered and unanswered, calls as heard. Besides recorded events, the book tells of appointments made, kept and missed. For one that begins by the calendar: whom it takes in today.',
          params: z.object({ clinicId: z.uuid() }),
          body: askedSchema,
          response: { 200: rehearsalSchema.meta({ examples: [exampleRehearsal] }) },
        },
      },
      async ({ member, body: { definition, workflowId = null, cursor: text } }) => {
        const cursor = text === undefined ? null : readCursor(text);
        if (text !== undefined && cursor === null)
          throw new Problem('invalid', 'cursor: not one of this list');
        const { next, ...page } = await inClinic(database, member.clinicId, (trx) =>
          rehearseEvents(trx, { definition, workflowId, cursor }, clock.now()),
        );
        return { ...page, nextCursor: next && writeCursor(next) };
      },
    );
  };
