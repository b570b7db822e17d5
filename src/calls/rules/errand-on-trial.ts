import { newErrandCall, type CallState } from './call-state.ts';
import type { Errand } from './errand.ts';

/** A reminder with the usual keys, for tests. */
const errandOf = (own: Partial<Errand> = {}): Errand => ({
  orderId: 'order',
  topic: 'Reminders',
  appointmentId: 'visit',
  opening: 'Hello, this is Lakeside Dental. This is an automated call.',
  preamble: 'Hello, this is Lakeside Dental. This is an automated call.',
  script: 'You are expected on Thursday.',
  choices: 'To confirm, press 1.',
  keys: [
    { key: '1', means: 'confirm' },
    { key: '2', means: 'reschedule' },
    { key: '3', means: 'speak-to-someone' },
    { key: '9', means: 'do-not-call' },
  ],
  machineMessage: 'Please call Lakeside Dental.',
  departmentId: null,
  met: null,
  chosen: null,
  said: false,
  ...own,
});

export const errandCall = (own: Partial<Errand> = {}): CallState => newErrandCall('en', errandOf(own));
