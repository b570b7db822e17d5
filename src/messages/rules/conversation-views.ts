import { z } from 'zod';
import { purposeSchema } from '../../consent/rules/contact-request.ts';
import { channelSchema } from './message-order.ts';
import { replyMeaningSchema } from './reply-meaning.ts';

const personSchema = z.object({ patientId: z.uuid(), name: z.string() });

export const conversationScopeSchema = z.enum(['open', 'closed', 'all']);
export type ConversationScope = z.infer<typeof conversationScopeSchema>;

export const messageStatusSchema = z.enum([
  'waiting',
  'sending',
  'sent',
  'delivered',
  'failed',
  'unknown',
  'withheld',
  'withdrawn',
  'received',
]);

/** One line of the inbox. */
export const conversationViewSchema = z.object({
  id: z.uuid(),
  channel: channelSchema,
  address: z.string().describe('E.164, an e-mail address, or a patient’s id'),
  people: z.array(personSchema).describe('whose number or address it is; several in a family'),
  status: z.enum(['open', 'closed']),
  waitsSince: z.iso.datetime().nullable().describe('somebody wrote then and has had no answer'),
  unread: z.int(),
  assignedTo: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  lastMessageAt: z.iso.datetime(),
  last: z
    .object({ direction: z.enum(['inbound', 'outbound']), text: z.string(), status: messageStatusSchema })
    .nullable(),
  openReason: z.string().nullable().describe('why a person has to read the newest message'),
  optedOut: z.boolean().describe('this address has told the clinic to stop'),
});
export type ConversationView = z.infer<typeof conversationViewSchema>;

export const messageViewSchema = z.object({
  id: z.uuid(),
  direction: z.enum(['inbound', 'outbound']),
  channel: channelSchema,
  at: z.iso.datetime(),
  subject: z.string().nullable(),
  text: z.string().nullable().describe('null: written at the moment of sending, from its template'),
  status: messageStatusSchema,
  reason: z.string().nullable(),
  errorCode: z.int().nullable().describe('the carrier’s'),
  purpose: purposeSchema,
  dueAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  openedAt: z.iso.datetime().nullable().describe('of an e-mail, where the clinic notes it'),
  clickedAt: z.iso.datetime().nullable().describe('a link in it was followed'),
  understood: replyMeaningSchema.nullable(),
  by: z.string().nullable().describe('the person of the clinic who wrote it'),
  workflow: z.string().nullable().describe('the workflow that wanted it'),
  workflowVersion: z.number().int().nullable().describe('which of its versions'),
  automatic: z.boolean().describe('answered by itself'),
  about: personSchema.nullable(),
  alsoAbout: z.array(personSchema).describe('others of the family that it names'),
  decisionId: z.uuid().nullable().describe('what the gate said'),
});
export type MessageView = z.infer<typeof messageViewSchema>;

export const conversationPageSchema = z.object({
  items: z.array(conversationViewSchema),
  nextCursor: z.string().nullable(),
  openCount: z.int().describe('all that wait for a person, whatever the filter'),
});
export const messagePageSchema = z.object({
  items: z.array(messageViewSchema).describe('newest first'),
  nextCursor: z.string().nullable(),
});
export type ConversationPage = z.infer<typeof conversationPageSchema>;
export type MessagePage = z.infer<typeof messagePageSchema>;

export const exampleConversation: ConversationView = {
  id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e3',
  channel: 'sms',
  address: '+13125550121',
  people: [{ patientId: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e4', name: 'Laura Baker' }],
  status: 'open',
  waitsSince: '2026-11-20T15:00:00Z',
  unread: 1,
  assignedTo: null,
  lastMessageAt: '2026-11-20T15:00:00Z',
  last: { direction: 'inbound', text: 'Can I come at 10 instead?', status: 'received' },
  openReason: 'unclear',
  optedOut: false,
};

export const exampleMessage: MessageView = {
  id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e5',
  direction: 'inbound',
  channel: 'sms',
  at: '2026-11-20T15:00:00Z',
  subject: null,
  text: 'Can I come at 10 instead?',
  status: 'received',
  reason: 'unclear',
  errorCode: null,
  purpose: 'reply',
  dueAt: '2026-11-20T15:00:00Z',
  sentAt: null,
  deliveredAt: null,
  openedAt: null,
  clickedAt: null,
  understood: 'unclear',
  by: null,
  workflow: null,
  workflowVersion: null,
  automatic: false,
  about: { patientId: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e4', name: 'Laura Baker' },
  alsoAbout: [],
  decisionId: null,
};
