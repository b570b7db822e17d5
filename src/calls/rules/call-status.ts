import { z } from 'zod';

/** Where a call stands, in the words the portal shows. */
export const callStatusSchema = z.enum([
  'menu', // hears the greeting or a menu
  'ringing', // somebody's browser or phone rings
  'waiting', // everybody is busy; hears music until somebody is free
  'connected', // talks with a person
  'held', // was put on hold by a person
  'voicemail', // hears the voicemail greeting or speaks a message
  'external', // was put through to a number outside the clinic
  'ended',
]);
export type CallStatus = z.infer<typeof callStatusSchema>;

/** How an ended call came out. */
export const callOutcomeSchema = z.enum([
  'answered', // a person talked with the caller
  'voicemail', // a message was left
  'external', // was answered outside the clinic
  'abandoned', // the caller hung up before anybody or anything took the call
  'missed', // nobody took it, and no message was left
  'no-answer', // outbound: the other side did not answer
  'failed', // the carrier could not carry it
]);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;
