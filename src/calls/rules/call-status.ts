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
  'script', // called by the clinic itself: hears what it has to say, or chooses by a key
  'ended',
]);
export type CallStatus = z.infer<typeof callStatusSchema>;

/** How an ended call came out. */
export const callOutcomeSchema = z.enum([
  'answered', // two people talked, or somebody heard what the clinic called for
  'voicemail', // a message was left
  'external', // was answered outside the clinic
  'abandoned', // the caller hung up before anybody or anything took the call
  'missed', // nobody took it, and no message was left
  'no-answer', // outbound: the other side did not answer
  'machine', // outbound: an answering machine
  'failed', // the carrier could not carry it
]);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;
