import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { billing } from '../../routing/rules/snapshot-on-trial.ts';
import { billingClinic, startTrial, type Trial } from './call-on-trial.ts';
import { errandCall } from './errand-on-trial.ts';
import { statusOf } from './call-state.ts';

type Own = Parameters<typeof errandCall>[0];
const start = (own: Own = {}): Trial => startTrial({ state: errandCall(own) });
const answeredBy = (call: Trial, by: 'person' | 'machine' | null) => call.tell({ fact: 'script-asked', by });
const press = (call: Trial, digits: string, mayConfirm = true) =>
  call.tell({ fact: 'errand-keys', digits, mayConfirm });
const ends = (call: Trial, status: 'completed' | 'busy' | 'no-answer' | 'failed' = 'completed') => {
  call.tell({ fact: 'call-progress', status });
  return call.effects();
};
const talking = (own: Own = {}): Trial => {
  const call = start(own);
  answeredBy(call, 'person');
  return call;
};

describe('somebody picks up', () => {
  test('and hears who calls, why, and the choices', () => {
    const call = start();
    assert.equal(statusOf(call.state()), 'ringing');
    const [asked] = answeredBy(call, 'person')!;
    assert.equal(
      asked,
      'gather: Hello, this is Lakeside Dental. This is an automated call. You are expected on Thursday. To confirm, press 1.',
    );
    assert.equal(statusOf(call.state()), 'script');
  });

  test('and without choices hears it once, and goodbye', () => {
    const call = start({ keys: [], choices: '' });
    assert.deepEqual(answeredBy(call, 'person')!.slice(-2), ['say: Thank you. Goodbye.', 'hang-up']);
    assert.deepEqual(ends(call), ['over: heard']);
  });

  const keys: [key: string, own: Own, effects: string[], outcome: string][] = [
    ['1', {}, ['confirm visit'], 'confirmed'],
    ['1', { appointmentId: null }, [], 'confirmed'],
    ['2', {}, [], 'reschedule-asked'],
    ['9', {}, ['call no more'], 'do-not-call'],
  ];
  for (const [key, own, effects, outcome] of keys)
    test(`and presses ${key}: ${outcome} (${effects.join()})`, () => {
      const call = talking(own);
      assert.equal(press(call, key)!.at(-1), 'hang-up');
      assert.deepEqual(call.effects(), effects);
      assert.equal(press(call, '2')!.at(-1), 'hang-up', 'one choice is the choice');
      assert.deepEqual(call.effects(), []);
      assert.deepEqual(ends(call), [`over: ${outcome}`]);
      assert.deepEqual(ends(call), []);
    });

  test('and confirms what cannot be confirmed: a person sees to it', () => {
    const call = talking();
    const steps = press(call, '1', false)!;
    assert.match(steps[0]!, /Something has changed/);
    assert.match(steps.at(-1)!, /^dial: /);
    assert.ok(!call.effects().includes('confirm visit'));
  });
});

describe('somebody wants to speak to a person', () => {
  test('and does', () => {
    const call = talking();
    assert.match(press(call, '3')!.at(-1)!, /^dial: /);
    call.leg('olivia', 'in-progress');
    assert.deepEqual(ends(call), ['over: spoke-to-someone']);
    assert.deepEqual(call.phase(), { at: 'ended', outcome: 'answered', rang: null });
  });

  test('of the department that the step names, or of whoever is there when that is gone', () => {
    const named = talking({ departmentId: billing });
    press(named, '3');
    assert.equal(named.state().wish?.departmentId, billing);
    const gone = talking({ departmentId: 'gone' });
    press(gone, '3');
    assert.equal(gone.state().wish?.target.kind, 'anyone');
  });

  test('and nobody is there: a message, or nothing but the wish', () => {
    const left = startTrial({ state: errandCall(), snapshot: billingClinic({ staff: [] }) });
    answeredBy(left, 'person');
    assert.ok(press(left, '3')!.includes('record'));
    left.recorded();
    assert.deepEqual(ends(left), ['over: wanted-someone']);
    assert.deepEqual(left.phase(), { at: 'ended', outcome: 'voicemail', rang: null });
    const gaveUp = talking();
    press(gaveUp, '3');
    assert.deepEqual(ends(gaveUp), ['over: wanted-someone']);
  });

  test('and is put on hold and given to a colleague like everybody else', () => {
    const call = talking();
    press(call, '3');
    call.leg('olivia', 'in-progress');
    call.tell({ fact: 'hold-asked', byStaffId: 'olivia' });
    assert.deepEqual(call.phase().at, 'held');
    call.tell({ fact: 'transfer-asked', byStaffId: 'olivia', target: { kind: 'anyone' } });
    assert.deepEqual(call.phase().at, 'moving');
    assert.equal(call.state().leadSid, undefined, 'their leg was the first from the beginning');
  });
});

describe('a machine', () => {
  test('hears the short message only', () => {
    const call = start();
    assert.deepEqual(answeredBy(call, 'machine'), ['say: Please call Lakeside Dental.', 'hang-up']);
    assert.deepEqual(ends(call), ['over: left-message']);
    assert.deepEqual(call.phase(), { at: 'ended', outcome: 'machine', rang: null });
  });

  test('hears nothing without one', () => {
    const call = start({ machineMessage: null });
    assert.deepEqual(answeredBy(call, 'machine'), ['hang-up']);
    assert.deepEqual(ends(call), ['over: machine']);
  });

  test('that may be a person is asked for a key, before anything is told', () => {
    const call = start();
    assert.match(answeredBy(call, null)![0]!, /We have a message for you\. To hear it, press 1\./);
    assert.match(press(call, '5')![0]!, /^gather: You are expected/);
    const silent = start();
    answeredBy(silent, null);
    assert.deepEqual(press(silent, ''), ['say: Please call Lakeside Dental.', 'hang-up']);
  });
});

describe('silence and wrong keys', () => {
  test('hear it twice more', () => {
    const call = talking();
    assert.match(press(call, '')![0]!, /^gather: You are expected/);
    assert.match(press(call, '7')![0]!, /^gather: Sorry, that key means nothing here\. You are expected/);
    assert.deepEqual(press(call, ''), ['say: Thank you. Goodbye.', 'hang-up']);
    assert.deepEqual(ends(call), ['over: heard']);
  });

  test('a wrong key at last leads to a person, where the step offers one', () => {
    const offered = talking();
    press(offered, '7');
    press(offered, '7');
    assert.match(press(offered, '7')!.at(-1)!, /^dial: /);
    const none = talking({ keys: [{ key: '1', means: 'confirm' }] });
    press(none, '7');
    press(none, '7');
    assert.equal(press(none, '7')!.at(-1), 'hang-up');
  });
});

describe('nobody', () => {
  for (const [status, outcome] of [
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['failed', 'failed'],
    ['completed', 'failed'],
  ] as const)
    test(`${status} is ${outcome}`, () => assert.deepEqual(ends(start(), status), [`over: ${outcome}`]));
});

test('a question that is asked again gets the same place, never a hang-up on somebody who waits', () => {
  const call = talking();
  assert.match(answeredBy(call, 'machine')![0]!, /^gather: You are expected/, 'it was a person');
  press(call, '3');
  assert.match(press(call, '3')!.at(-1)!, /^dial: /);
});
