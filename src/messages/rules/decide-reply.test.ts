import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideReply, type ReplyAppointment, type ReplyContext, type ReplyDecision } from './decide-reply.ts';

const visit = (id: string, patientId: string, day = '2026-11-26', status = 'booked'): ReplyAppointment => ({
  id,
  patientId,
  day,
  status,
});
const nobody: ReplyContext = {
  byCarrier: true,
  people: [],
  appointments: [],
  askedAbout: [],
  instanceId: null,
};
const single: ReplyContext = {
  byCarrier: true,
  people: [{ patientId: 'laura', firstNames: ['Laura'] }],
  appointments: [visit('a1', 'laura')],
  askedAbout: ['a1'],
  instanceId: 'i1',
};
const family: ReplyContext = {
  byCarrier: true,
  people: [
    { patientId: 'laura', firstNames: ['Laura'] },
    { patientId: 'anna', firstNames: ['Anna'] },
    { patientId: 'ben', firstNames: ['Ben'] },
  ],
  appointments: [visit('anna1', 'anna'), visit('ben1', 'ben'), visit('ben2', 'ben', '2027-01-10')],
  askedAbout: ['anna1', 'ben1'],
  instanceId: 'i1',
};

const cases: [title: string, text: string, context: ReplyContext, expected: Partial<ReplyDecision>][] = [
  ['yes to a reminder', 'Yes', single, { confirm: ['a1'], answer: 'confirmed', open: null }],
  [
    'an appointment cancelled meanwhile',
    'Yes',
    { ...single, appointments: [visit('a1', 'laura', '2026-11-26', 'cancelled')] },
    { confirm: [], open: 'which-appointment' },
  ],
  ['yes to nothing', 'Yes', nobody, { confirm: [], open: 'which-appointment' }],
  [
    'yes to a workflow’s own question',
    'Yes',
    { ...nobody, instanceId: 'i1' },
    { confirm: [], answer: null, open: null },
  ],
  [
    'CANCEL does both',
    'Cancel',
    single,
    { cancel: ['a1'], optOut: 'keyword', answer: 'cancelled-and-stopped', open: 'stopped-by-cancel' },
  ],
  [
    'CANCEL without an appointment',
    'CANCEL',
    nobody,
    { cancel: [], optOut: 'keyword', answer: null, open: 'which-appointment' },
  ],
  [
    'a sentence only cancels',
    'Please cancel my appointment',
    single,
    { cancel: ['a1'], optOut: null, answer: 'cancelled', open: null },
  ],
  [
    'STOP leaves the appointment',
    'STOP',
    single,
    { cancel: [], optOut: 'keyword', answer: null, open: null },
  ],
  [
    'stop in words is confirmed by us',
    'please stop texting me',
    single,
    { optOut: 'words', answer: 'stopped' },
  ],
  [
    'a stop with a name below it is of the number, not of a visit',
    'Stop Laura',
    single,
    { cancel: [], optOut: 'words', answer: 'stopped', open: null },
  ],
  [
    'a German word that ends messages and is said of visits too',
    'abmelden',
    single,
    { cancel: [], optOut: 'words', answer: 'stopped', open: 'stopped-by-cancel' },
  ],
  ['the same from somebody who is not expected', 'abmelden', nobody, { optOut: 'words', open: null }],
  [
    'both in one sentence',
    'Please cancel my appointment and stop texting me',
    single,
    { cancel: [], optOut: 'words', open: 'stopped-by-cancel' },
  ],
  ['start', 'Start', single, { optIn: true, answer: null }],
  [
    'another time is for a person',
    'Can’t make it',
    single,
    { cancel: [], answer: 'rescheduling', open: 'new-time' },
  ],
  ['thanks need nobody', 'Thank you!', single, { answer: null, open: null }],
  ['anything else is for a person', 'My tooth hurts', single, { answer: null, open: 'unclear' }],
  ['one yes for all children of the day', 'Yes', family, { confirm: ['anna1', 'ben1'], open: null }],
  [
    'a cancellation has to say whose',
    'Please cancel the appointment',
    family,
    { cancel: [], open: 'which-appointment' },
  ],
  [
    'each child its own',
    'Anna yes, Ben next week',
    family,
    { confirm: ['anna1'], cancel: [], answer: 'per-person', open: 'new-time' },
  ],
  [
    'one child cancelled',
    'Anna yes, Ben cancel',
    family,
    { confirm: ['anna1'], cancel: ['ben1'], answer: 'per-person', open: null },
  ],
  [
    'what is not understood of one child',
    'Anna yes, Ben has got a strange rash since Monday evening and I wonder',
    family,
    { confirm: ['anna1'], open: 'unclear' },
  ],
];

describe('what is done about a reply', () => {
  for (const [title, text, context, expected] of cases)
    test(`${title}: ${JSON.stringify(text)}`, () => {
      const decision = decideReply(text, context);
      assert.deepEqual(
        Object.fromEntries(Object.keys(expected).map((key) => [key, decision[key as keyof ReplyDecision]])),
        expected,
      );
    });
});
