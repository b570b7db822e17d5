import { z } from 'zod';
import {
  channelSchema,
  chosenPurposeSchema,
  type ChosenPurpose,
  type Purpose,
} from '../../consent/rules/contact-request.ts';

/** What somebody ends: messages of this kind, or all that come by this way. */
export const unsubscribeScopeSchema = z.enum(['kind', 'all']);
export type UnsubscribeScope = z.infer<typeof unsubscribeScopeSchema>;

export const unsubscribingSchema = z.object({
  clinic: z.string(),
  language: z.enum(['en', 'de']).describe('of the message'),
  channel: channelSchema,
  kind: chosenPurposeSchema.nullable().describe('what the message was for; null: only all can be ended'),
  ended: unsubscribeScopeSchema.nullable().describe('null: they receive these'),
  canTakeBack: z.boolean().describe('it was ended by a link, and a link takes it back'),
});
export type Unsubscribing = z.infer<typeof unsubscribingSchema>;

export const exampleUnsubscribing: Unsubscribing = {
  clinic: 'Lakeside Dental',
  language: 'en',
  channel: 'email',
  kind: 'marketing',
  ended: null,
  canTakeBack: false,
};

/** Answers are of no kind that somebody could end by itself. */
export const kindOf = (purpose: Purpose): ChosenPurpose | null =>
  chosenPurposeSchema.safeParse(purpose).data ?? null;
