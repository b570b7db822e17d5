import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { OnAppointmentsChanged } from '../appointments/note-appointment-change.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { receiveEvent, type Received } from './receive-event.ts';
import { cloudEventExamples, cloudEventSchema, fromHeaders } from './rules/cloud-event.ts';

type Dependencies = { database: Database; clock: Clock; onAppointmentsChanged: OnAppointmentsChanged };

const mostInBatch = 500;

const bodySchema = z
  .union([
    cloudEventSchema,
    z.array(z.unknown()).min(1).max(mostInBatch).describe('a batch: events as above'),
    z.record(z.string(), z.unknown()).describe('binary mode: the data; the attributes are `ce-` headers'),
  ])
  .meta({ examples: cloudEventExamples });

const resultSchema = z.object({
  id: z.string().nullable().describe('of the event, as it was sent'),
  outcome: z.enum(['recorded', 'known', 'refused']),
  fault: z.string().nullable().describe('why it was refused'),
});
const answerSchema = z.object({ results: z.array(resultSchema) }).meta({
  examples: [{ results: [{ id: 'appointment_completed-1', outcome: 'recorded', fault: null }] }],
});

const description = `[CloudEvents 1.0](https://cloudevents.io): structured (\`application/cloudevents+json\`), batch
(\`application/cloudevents-batch+json\`, up to ${mostInBatch}) or binary (\`application/json\` with \`ce-\` headers). An event
with the same \`source\` and \`id\` is recorded once, so that a sender repeats whatever it is not sure of. \`data\` holds the
payload of the kind and whom it is about: \`patient\`, \`appointment\` or \`lead\`, by our id or by an identifier of the other
system. Events of appointments change the appointment in the book. In a batch each event stands for itself: the answer says
what became of each, and those that were taken stay taken.`;

/** The events that a request holds, not yet read. */
const eventsIn = ({ headers, body }: FastifyRequest): unknown[] => {
  if (Array.isArray(body)) return body;
  return [fromHeaders(headers, body) ?? body];
};

/** What practice systems and forms send. */
export const eventIntakeApi =
  ({ database, clock, onAppointmentsChanged }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.addContentTypeParser(
      ['application/cloudevents+json', 'application/cloudevents-batch+json'],
      { parseAs: 'string' },
      app.getDefaultJsonParser('error', 'error'),
    );
    const receive = async (
      clinicId: string,
      userId: string,
      event: unknown,
    ): Promise<Received & { id: string | null }> => {
      const read = cloudEventSchema.safeParse(event);
      if (!read.success) {
        const [issue] = read.error.issues;
        const fault = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not an event'}`;
        return { id: null, outcome: 'refused', why: 'invalid', fault };
      }
      const context = { userId, at: clock.now(), onAppointmentsChanged };
      const received = await inClinic(database, clinicId, (trx) => receiveEvent(trx, read.data, context));
      return { id: read.data.id, ...received };
    };
    app.post(
      '/events',
      {
        schema: {
          tags: ['Events'],
          summary: 'Send what happened in the practice system, as CloudEvents',
          description,
          body: bodySchema,
          response: { 200: answerSchema },
        },
      },
      async (request) => {
        const { clinicId, userId } = request.member;
        const results: z.infer<typeof resultSchema>[] = [];
        for (const event of eventsIn(request)) {
          const { id, ...received } = await receive(clinicId, userId, event);
          if (received.outcome === 'refused' && !Array.isArray(request.body))
            throw new Problem(received.why, received.fault);
          const fault = received.outcome === 'refused' ? received.fault : null;
          results.push({ id, outcome: received.outcome, fault });
        }
        return { results };
      },
    );
  };
