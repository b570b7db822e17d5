import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  activeCall,
  callToAcceptUnasked,
  idle,
  isBusy,
  reduceSoftphone,
  ringingCall,
  type DeviceCall,
  type SoftphoneFact,
  type SoftphoneState,
} from './softphone-state.ts';

const call = (callSid: string, purpose: DeviceCall['purpose'] = 'inbound'): DeviceCall => ({
  callSid,
  callId: `id-${callSid}`,
  from: '+13125550123',
  purpose,
});

/** Facts one second apart. */
const after = (facts: readonly SoftphoneFact[], from: SoftphoneState = idle): SoftphoneState =>
  facts.reduce((state, fact, index) => reduceSoftphone(state, fact, (index + 1) * 1000), from);

test('a call rings, is accepted, runs and ends with its length', () => {
  const incoming = after([{ type: 'incoming', call: call('a') }]);
  assert.equal(ringingCall(incoming)?.callSid, 'a');
  assert.equal(activeCall(incoming), null);

  const accepting = after([{ type: 'accepting', callSid: 'a' }], incoming);
  assert.equal(
    ringingCall(accepting),
    null,
    'the tone stops with the click, not with the answer of the carrier',
  );
  assert.equal(activeCall(accepting)?.phase, 'accepting');

  const talking = reduceSoftphone(accepting, { type: 'connected', callSid: 'a' }, 10_000);
  assert.equal(activeCall(talking)?.since, 10_000);
  const over = reduceSoftphone(talking, { type: 'gone', callSid: 'a' }, 75_400);
  assert.equal(isBusy(over), false);
  assert.deepEqual(over.ended, { callId: 'id-a', from: '+13125550123', seconds: 65 });
});

test('a call that a colleague was quicker to take leaves no trace', () => {
  const state = after([
    { type: 'incoming', call: call('a') },
    { type: 'gone', callSid: 'a' },
  ]);
  assert.deepEqual(state, idle);
});

test('the same call announced twice rings once', () => {
  const state = after([
    { type: 'incoming', call: call('a') },
    { type: 'incoming', call: call('a') },
  ]);
  assert.equal(state.calls.length, 1);
});

test('a call that I asked for answers itself and does not ring', () => {
  const state = after([{ type: 'incoming', call: call('a', 'outbound') }]);
  assert.equal(ringingCall(state), null);
  assert.equal(callToAcceptUnasked(state)?.callSid, 'a');
  assert.equal(activeCall(state)?.callSid, 'a', 'shown as my call from the first moment');
  assert.equal(
    callToAcceptUnasked(after([{ type: 'accepting', callSid: 'a' }], state)),
    null,
    'accepted once',
  );
});

test('after a reload the conversation is found again', () => {
  const state = after([{ type: 'registered', calls: [{ ...call('a'), state: 'connected' }] }]);
  assert.equal(state.connection, 'ready');
  assert.equal(activeCall(state)?.phase, 'talking');
});

test('a reconnection keeps clock and mute of the conversation, and drops what has ended meanwhile', () => {
  const talking = after([
    { type: 'incoming', call: call('a') },
    { type: 'accepting', callSid: 'a' },
    { type: 'connected', callSid: 'a' },
    { type: 'muted', callSid: 'a', muted: true },
    { type: 'incoming', call: call('b') },
    { type: 'connection', connection: 'lost', retryAt: 9000 },
  ]);
  const again = reduceSoftphone(
    talking,
    { type: 'registered', calls: [{ ...call('a'), state: 'connected' }] },
    60_000,
  );
  assert.deepEqual(
    again.calls.map(({ callSid, since, muted }) => ({ callSid, since, muted })),
    [{ callSid: 'a', since: 3000, muted: true }],
  );
  assert.equal(again.retryAt, null);
});

test('a new call puts the word about the last one away', () => {
  const state = after([
    { type: 'registered', calls: [{ ...call('a'), state: 'connected' }] },
    { type: 'gone', callSid: 'a' },
    { type: 'incoming', call: call('b') },
  ]);
  assert.equal(state.ended, null);
});

const sid = fc.constantFrom('a', 'b', 'c');
const anyFact: fc.Arbitrary<SoftphoneFact> = fc.oneof(
  sid.map((callSid): SoftphoneFact => ({ type: 'incoming', call: call(callSid) })),
  fc
    .tuple(sid, fc.constantFrom('accepting', 'connected', 'ending', 'gone'))
    .map(([callSid, type]): SoftphoneFact => ({ type, callSid })),
  fc.subarray(['a', 'b', 'c']).map((sids): SoftphoneFact => ({
    type: 'registered',
    calls: sids.map((callSid) => ({ ...call(callSid), state: 'connected' })),
  })),
);

test('whatever order facts come in: no call twice, and a call that is gone stays gone until it is announced again', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 30 }), (facts) => {
      const state = after(facts);
      const sids = state.calls.map((each) => each.callSid);
      assert.equal(new Set(sids).size, sids.length);
      const last = sids.filter((each) => {
        const end = facts.findLastIndex((fact) => fact.type === 'gone' && fact.callSid === each);
        const start = facts.findLastIndex(
          (fact) =>
            (fact.type === 'incoming' && fact.call.callSid === each) ||
            (fact.type === 'registered' && fact.calls.some((one) => one.callSid === each)),
        );
        return end > start;
      });
      assert.deepEqual(last, []);
    }),
  );
});

test('after a reload the clock and the mute that this browser kept go on', () => {
  const state = after([
    { type: 'registered', calls: [{ ...call('a'), state: 'connected', since: 400, muted: true }] },
  ]);
  assert.equal(activeCall(state)?.since, 400);
  assert.equal(activeCall(state)?.muted, true);
});

test('accepted or hung up while the connection broke: the carrier did not hear it, so it can be said again', () => {
  const lost = after([
    { type: 'incoming', call: call('a') },
    { type: 'accepting', callSid: 'a' },
  ]);
  const ringing = after([{ type: 'registered', calls: [{ ...call('a'), state: 'ringing' }] }], lost);
  assert.equal(ringingCall(ringing)?.callSid, 'a');

  const ending = after(
    [
      { type: 'connected', callSid: 'a' },
      { type: 'ending', callSid: 'a' },
    ],
    lost,
  );
  const talking = after([{ type: 'registered', calls: [{ ...call('a'), state: 'connected' }] }], ending);
  assert.equal(activeCall(talking)?.phase, 'talking');
});
