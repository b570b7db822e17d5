import { z } from 'zod';
import { channelSchema as contactChannelSchema, type Purpose } from '../../consent/rules/contact-request.ts';

export const channelSchema = contactChannelSchema.exclude(['call']);
export type Channel = z.infer<typeof channelSchema>;

/** Who or what wanted it, for "Why?". */
export const messageCauseSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('workflow'),
    instanceId: z.uuid(),
    workflowName: z.string(),
    workflowVersion: z.number().int().optional().describe('not with those ordered before it was noted'),
    step: z.string().describe('where in the definition'),
    stepNumber: z.number().int().optional().describe('counted from 1, as it is shown'),
  }),
  z.object({ kind: z.literal('staff'), userId: z.uuid() }),
  z.object({ kind: z.literal('reply'), messageId: z.uuid() }),
]);
export type MessageCause = z.infer<typeof messageCauseSchema>;

export type TemplateValues = Record<string, string | number | boolean | null>;

/** A message somebody wants sent. */
export type MessageOrder = {
  /** Names the message for good: a second order with the same key does nothing. */
  key: string;
  to: { patientId: string } | { conversationId: string };
  channel: Channel;
  purpose: Purpose;
  content: { text: string; subject?: string } | { templateId: string; values?: TemplateValues };
  cause: MessageCause;
  /** not before; default: at once */
  dueAt?: Temporal.Instant;
  /** of no use after that: a reminder when the appointment has begun */
  expiresAt?: Temporal.Instant;
  appointmentId?: string;
  /** withdrawn at the moment of sending when the appointment is cancelled or gone by then */
  needsStandingAppointment?: boolean;
};

/** Why a message was not sent, or not received. Closed set: web/messages has words for each. */
export const messageReasons = [
  'no-address', // the person has none for this channel
  'no-template',
  'no-postal-address', // an advertisement by e-mail needs the clinic's
  'template-faulty', // a variable that this person does not have
  'expired',
  'appointment-gone',
  'paused', // its workflow is, or was when it came due
  'withdrawn', // whoever ordered it does not want it any more
  'not-allowed', // the gate; the decision says which rule
  'opted-out', // the carrier knows them as opted out
  'wrong-address',
  'unreachable',
  'blocked', // by the carrier's filter, or by the recipient's
  'sender', // our number or account, not the recipient
  'refused',
  'no-carrier', // it took nothing for hours
  'lost', // the carrier never said what became of it
  'not-repeated', // it may have left, and may not leave again by now
] as const;
export type MessageReason = (typeof messageReasons)[number];
