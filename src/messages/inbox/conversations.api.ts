import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { inClinic, type Database } from '../../platform/database/database.ts';
import { Problem } from '../../platform/errors.ts';
import { changeConversation } from './change-conversation.ts';
import { selectConversation } from './inbox.store.ts';
import {
  conversationPageSchema,
  conversationScopeSchema,
  conversationViewSchema,
  exampleConversation,
  exampleMessage,
  messagePageSchema,
} from '../rules/conversation-views.ts';
import { readMessageCursor } from '../rules/message-cursor.ts';
import { channelSchema } from '../rules/message-order.ts';
import { longestText } from '../rules/segments.ts';
import { noteOpened } from '../delivery/note-opened.ts';
import { listConversations, listMessages } from './show-inbox.ts';
import { answerConversation, writeToPatient } from './write-to-person.ts';

type Dependencies = { database: Database; clock: Clock };

const tags = ['Messages'];
const params = z.object({ conversationId: z.uuid() });
const cursor = z.string().max(100).optional().describe('nextCursor of the page before');
const inboxQuery = z.object({
  status: conversationScopeSchema.default('open'),
  assignedTo: z
    .union([z.uuid(), z.literal('nobody')])
    .optional()
    .describe('a staff member, or `nobody`'),
  patientId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor,
});
const threadQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor });
const written = z.object({
  key: z.uuid().describe('made by whoever writes: sent again with the same one, it is the same message'),
  text: z.string().trim().min(1).max(longestText),
  subject: z.string().trim().min(1).max(200).optional().describe('e-mail only'),
});
const exampleWritten = {
  key: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e6',
  text: 'Yes, 10 o’clock is fine. See you then!',
};
const change = z
  .object({
    status: z.enum(['open', 'closed']).optional(),
    assignedTo: z.uuid().nullable().optional(),
    read: z.literal(true).optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: 'status, assignedTo or read is needed',
  });
const sent = z.object({ messageId: z.uuid(), conversationId: z.uuid() });
const exampleSent = { messageId: exampleMessage.id, conversationId: exampleConversation.id };

const afterOf = (text: string | undefined) => {
  const after = text === undefined ? null : readMessageCursor(text);
  if (text !== undefined && after === null) throw new Problem('invalid', 'cursor: not one of this list');
  return after;
};

const readingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/conversations',
      {
        schema: {
          tags,
          summary: 'The inbox: conversations, newest first',
          description:
            'A conversation is everything between the clinic and one number or address. Open ones wait for a person.',
          querystring: inboxQuery,
          response: {
            200: conversationPageSchema.meta({
              examples: [{ items: [exampleConversation], nextCursor: null, openCount: 1 }],
            }),
          },
        },
      },
      async ({ member, query: { status: scope, assignedTo, patientId, limit, cursor: after } }) =>
        inClinic(database, member.clinicId, (trx) =>
          listConversations(trx, {
            scope,
            patientId,
            limit,
            assignedTo: assignedTo === 'nobody' ? null : assignedTo,
            after: afterOf(after),
          }),
        ),
    );
    app.get(
      '/conversations/:conversationId',
      {
        schema: {
          tags,
          summary: 'One conversation',
          params,
          response: { 200: conversationViewSchema.meta({ examples: [exampleConversation] }) },
        },
      },
      async ({ member, params: { conversationId } }) => {
        const view = await inClinic(database, member.clinicId, (trx) =>
          selectConversation(trx, conversationId),
        );
        if (view === null) throw new Problem('not-found');
        return view;
      },
    );
    app.get(
      '/conversations/:conversationId/messages',
      {
        schema: {
          tags,
          summary: 'What was written in a conversation, newest first',
          params,
          querystring: threadQuery,
          response: {
            200: messagePageSchema.meta({ examples: [{ items: [exampleMessage], nextCursor: null }] }),
          },
        },
      },
      async ({ member, params: { conversationId }, query: { limit, cursor: after } }) => {
        const page = await inClinic(database, member.clinicId, async (trx) => {
          const exists = (await selectConversation(trx, conversationId)) !== null;
          if (exists) await noteOpened(trx, conversationId, { userId: member.userId, now: clock.now() });
          return exists ? listMessages(trx, conversationId, { limit, after: afterOf(after) }) : null;
        });
        if (page === null) throw new Problem('not-found');
        return page;
      },
    );
  };

const writingRoutes =
  ({ database, clock }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/conversations/:conversationId/messages',
      {
        schema: {
          tags,
          summary: 'Answer in a conversation',
          description: 'The message leaves at once, if the gate lets it: who has said stop receives nothing.',
          params,
          body: written.meta({ examples: [exampleWritten] }),
          response: { 201: sent.meta({ examples: [exampleSent] }) },
        },
      },
      async ({ member, params: { conversationId }, body }, reply) => {
        const by = { userId: member.userId, staffId: member.staffId, at: clock.now() };
        const messageId = await inClinic(database, member.clinicId, (trx) =>
          answerConversation(trx, conversationId, body, by),
        );
        if (messageId === null) throw new Problem('not-found');
        return reply.code(201).send({ messageId, conversationId });
      },
    );
    app.post(
      '/conversations',
      {
        schema: {
          tags,
          summary: 'Write to a patient',
          description:
            'To the number or address that is best for them; a child’s messages go to who answers for it.',
          body: written.extend({ patientId: z.uuid(), channel: channelSchema.exclude(['push']) }).meta({
            examples: [{ ...exampleWritten, patientId: exampleMessage.about!.patientId, channel: 'sms' }],
          }),
          response: { 201: sent.meta({ examples: [exampleSent] }) },
        },
      },
      async ({ member, body: { patientId, ...body } }, reply) => {
        const by = { userId: member.userId, staffId: member.staffId, at: clock.now() };
        const { messageId, conversationId } = await inClinic(database, member.clinicId, async (trx) => {
          const result = await writeToPatient(trx, patientId, body, by);
          // Given up, so that nothing is left of a message that has nowhere to go.
          if (result.conversationId === null) throw new Problem('no-address');
          return result;
        });
        return reply.code(201).send({ messageId, conversationId: conversationId! });
      },
    );
    app.patch(
      '/conversations/:conversationId',
      {
        schema: {
          tags,
          summary: 'Close a conversation, give it to somebody, or mark it read',
          params,
          body: change.meta({ examples: [{ status: 'closed' }] }),
          response: { 200: conversationViewSchema.meta({ examples: [exampleConversation] }) },
        },
      },
      async ({ member, params: { conversationId }, body }) => {
        const by = { userId: member.userId, at: clock.now() };
        const view = await inClinic(database, member.clinicId, async (trx) => {
          const outcome = await changeConversation(trx, conversationId, body, by);
          if (outcome === 'no-such-staff') throw new Problem('invalid', 'assignedTo: no such staff member');
          return selectConversation(trx, conversationId);
        });
        if (view === null) throw new Problem('not-found');
        return view;
      },
    );
  };

/** `/conversations` of one clinic: read, answer, assign, close. */
export const conversationsApi =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(readingRoutes(deps));
    await app.register(writingRoutes(deps));
  };
