import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { outsideSid, patientNumber, startTrial, type Trial } from './call-on-trial.ts';
import { newOutboundCall, staffBusyIn, type Via } from './call-state.ts';

const calling = (via: Via): Trial =>
  startTrial({ state: newOutboundCall('en', 'olivia', via, patientNumber) });
const answered = (call: Trial, digits: string | null = null) =>
  call.tell({ fact: 'outbound-answered', digits });
const customer = (call: Trial, status: 'ringing' | 'in-progress' | 'completed') =>
  call.tell({ fact: 'customer-leg', legSid: outsideSid, status });
const phoneEnded = (call: Trial, own: Parameters<Trial['dialEnded']>[0]) =>
  call.dialEnded({ asker: 'staff', legSid: outsideSid, ...own });

describe('calling a patient', () => {
  test('keeps the staff member from other calls from the first moment', () => {
    assert.deepEqual(staffBusyIn(calling('portal').state()), ['olivia']);
  });

  test('from the portal: the other side is rung at once, with the clinic’s number', () => {
    const call = calling('portal');
    assert.deepEqual(answered(call), [`dial: ${patientNumber}`]);
    const [dial] = call.steps();
    assert.equal(dial?.do === 'dial' && dial.callerId, '+13125550100');
    customer(call, 'ringing');
    assert.equal(call.phase().at, 'outbound');
    customer(call, 'in-progress');
    assert.equal(call.phase().at, 'connected');
    assert.deepEqual(call.story(), ['dialling portal olivia', 'answered by-the-other-side olivia']);
  });

  test('from the own phone: a mailbox that presses nothing never reaches the patient', () => {
    const call = calling('phone');
    assert.deepEqual(answered(call), [
      'gather: pause Frontdesk is calling a patient for you. Press 1 to continue.',
      'hang-up',
    ]);
    assert.deepEqual(answered(call, ''), ['hang-up']);
    assert.deepEqual(answered(call, '2'), ['hang-up']);
    assert.deepEqual(answered(call, '1'), [`dial: ${patientNumber}`]);
  });

  test('ends for both when either hangs up', () => {
    const call = calling('portal');
    answered(call);
    customer(call, 'in-progress');
    assert.deepEqual(phoneEnded(call, { status: 'completed', bridged: true }), ['hang-up']);
    assert.deepEqual(call.phase(), { at: 'ended', outcome: 'answered', rang: null });
  });

  for (const status of ['no-answer', 'busy', 'failed'])
    test(`not answered (${status}): the staff member is told so`, () => {
      const call = calling('portal');
      answered(call);
      assert.deepEqual(phoneEnded(call, { status, bridged: false }), [
        'say: The call was not answered.',
        'hang-up',
      ]);
      assert.deepEqual(call.phase(), { at: 'ended', outcome: 'no-answer', rang: null });
      assert.deepEqual(staffBusyIn(call.state()), []);
    });

  test('the callback of the answer is lost: the end tells that they talked', () => {
    for (const bridged of [true, null]) {
      const call = calling('portal');
      answered(call);
      assert.deepEqual(phoneEnded(call, { status: 'completed', bridged }), ['hang-up']);
      assert.deepEqual(call.phase(), { at: 'ended', outcome: 'answered', rang: null });
      assert.equal(call.state().answeredBy, 'olivia');
      assert.equal(call.story().at(-2), 'answered learned-at-the-end olivia');
    }
  });

  test('our own telephone does not answer', () => {
    for (const [status, outcome] of [
      ['no-answer', 'no-answer'],
      ['busy', 'no-answer'],
      ['canceled', 'no-answer'],
      ['failed', 'failed'],
    ] as const) {
      const call = calling('portal');
      call.tell({ fact: 'call-progress', status });
      assert.deepEqual(call.phase(), { at: 'ended', outcome, rang: null });
    }
  });

  test('the staff member thinks better of it while it rings', () => {
    const call = calling('portal');
    answered(call);
    call.tell({ fact: 'hang-up-asked', byStaffId: 'olivia' });
    assert.deepEqual(call.effects(), ['end a']);
    call.hangsUp();
    assert.deepEqual(call.phase(), { at: 'ended', outcome: 'no-answer', rang: null });
    assert.deepEqual(answered(call), ['hang-up'], 'a late answer dials nobody');
  });

  test('cannot be held or transferred before somebody answers', () => {
    const call = calling('portal');
    answered(call);
    assert.equal(call.tell({ fact: 'hold-asked', byStaffId: 'olivia' }), null);
    assert.equal(
      call.tell({ fact: 'transfer-asked', byStaffId: 'olivia', target: { kind: 'anyone' } }),
      null,
    );
  });
});
