import { z } from 'zod';

/** By which way somebody is reached. */
export const channelSchema = z.enum(['sms', 'email', 'call', 'in-app', 'push']);
export type Channel = z.infer<typeof channelSchema>;

/** What a contact is for. Consent, opt-outs and caps are about purposes. */
export const purposeSchema = z
  .enum(['appointment', 'care', 'billing', 'feedback', 'marketing', 'reply', 'opt-out-confirmation'])
  .describe(
    'appointment: confirmations and reminders · care: follow-up, recall · reply: answers what the person just wrote or called about',
  );
export type Purpose = z.infer<typeof purposeSchema>;

/** The purposes that somebody can agree to or decline; the other two answer the person. */
export const chosenPurposeSchema = z.enum(['appointment', 'care', 'billing', 'feedback', 'marketing']);
export type ChosenPurpose = z.infer<typeof chosenPurposeSchema>;

/** Who speaks on a call. */
export const voiceSchema = z.enum(['person', 'recorded', 'ai']);
export type Voice = z.infer<typeof voiceSchema>;

/** A contact that is meant to be made. */
export type ContactRequest = {
  channel: Channel;
  purpose: Purpose;
  /** null on other channels than calls */
  voice: Voice | null;
  /** automation: nobody looked at this one contact. Caps and hours are for these. */
  by: 'automation' | 'staff';
  /** when the person wrote or called, where this answers it */
  answers: Temporal.Instant | null;
  characters: number | null;
  seconds: number | null;
  /** the call would be recorded */
  recorded: boolean;
};
