import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionSchema } from './definition.ts';
import type { Fact } from './fact.ts';
import type { InstanceState } from './instance.ts';
import { at, instanceOf, step, subjectOf } from './subject-on-trial.ts';

const hand = { by: 'Olivia', why: 'asked for it' };
const definition = definitionSchema.parse({
  trigger: { events: ['PATIENT_CREATED'] },
  purpose: 'care',
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    { id: 'wait', do: 'WAIT', for: { until: 'later', span: { days: 3 } } },
    { id: 'send', do: 'SEND', channel: 'push', fallback: ['sms'], content: { text: { en: 'Hi' } } },
    { id: 'call', do: 'MAKE_PHONE_CALL', script: { en: 'Hi' }, keys: {} },
    { id: 'later', do: 'WAIT', for: { until: 'later', span: { days: 1 } } },
    { id: 'note', do: 'CREATE_CALL_NOTE', text: 'Ask' },
  ],
});
const subject = subjectOf(null);
const begin = () => {
  let state: InstanceState = instanceOf(definition, subject);
  const tell = (fact: Fact, now: string) => {
    const advanced = step(definition, state, fact, subject, at(now));
    state = advanced.instance;
    return advanced.effects.flatMap((effect) => ('key' in effect ? effect.key : effect.effect));
  };
  tell({ fact: 'due' }, '2026-06-01T10:00');
  return { tell, position: () => state.position, status: () => state.status };
};

test('a wait is cut short once, and what follows is done at once', () => {
  const { tell, position } = begin();
  const keys = tell({ fact: 'waited-enough', hand }, '2026-06-01T11:00');
  assert.deepEqual(keys, ['i:send:0.0', 'i:call:0.0']);
  assert.equal(position()?.doing, 'calling');
  assert.deepEqual(tell({ fact: 'waited-enough', hand }, '2026-06-01T11:01'), [], 'not while it is calling');
});

test('a message that failed by every channel begins with the first again, each attempt with its own key', () => {
  const { tell } = begin();
  tell({ fact: 'waited-enough', hand }, '2026-06-01T11:00');
  const fail = (number: number): Fact => ({
    fact: 'message',
    key: `i:send:0.${number}`,
    outcome: 'failed',
    reason: 'unreachable',
  });
  assert.deepEqual(tell(fail(0), '2026-06-01T11:01'), ['i:send:0.1']);
  assert.deepEqual(tell(fail(1), '2026-06-01T11:02'), []);
  assert.deepEqual(tell({ fact: 'again', step: 'send', hand }, '2026-06-01T11:03'), ['i:send:0.2']);
  assert.deepEqual(tell(fail(2), '2026-06-01T11:04'), ['i:send:0.3']);
  assert.deepEqual(tell(fail(3), '2026-06-01T11:05'), []);
  assert.deepEqual(tell(fail(1), '2026-06-01T11:06'), [], 'late word of an earlier attempt');
});

test('a call is made again as another round, from where it stood', () => {
  const { tell, position, status } = begin();
  tell({ fact: 'waited-enough', hand }, '2026-06-01T11:00');
  const over: Fact = { fact: 'call', key: 'i:call:0.0', outcome: 'no-answer', reason: null };
  tell(over, '2026-06-01T11:05');
  tell({ fact: 'due' }, '2026-06-02T12:00');
  assert.equal(status(), 'done');
  assert.deepEqual(tell({ fact: 'again', step: 'call', hand }, '2026-06-02T13:00'), [
    'withdraw',
    'i:call:1.0',
  ]);
  assert.equal(position()?.step, 'call');
  tell({ fact: 'call', key: 'i:call:1.0', outcome: 'heard', reason: null }, '2026-06-02T13:05');
  assert.deepEqual(tell({ fact: 'due' }, '2026-06-03T14:00'), ['i:note:1.0']);
});

test('who has ended is not brought back', () => {
  const { tell, status } = begin();
  assert.deepEqual(tell({ fact: 'ended', hand }, '2026-06-01T11:00'), ['withdraw']);
  assert.deepEqual(tell({ fact: 'again', step: 'send', hand }, '2026-06-01T11:01'), []);
  assert.deepEqual(tell({ fact: 'waited-enough', hand }, '2026-06-01T11:02'), []);
  assert.equal(status(), 'exited');
});
