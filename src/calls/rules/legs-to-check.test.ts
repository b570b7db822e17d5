import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  callerSid,
  jamesSid,
  oliviaSid,
  oliviaTalksOut,
  outsideSid,
  startTrial,
  talkingWithOlivia,
  type Trial,
} from './call-on-trial.ts';
import { legsToCheck } from './legs-to-check.ts';

const sids = (call: Trial): string[] => legsToCheck(call.state(), callerSid).map(({ sid }) => sid);
const held = (call: Trial): Trial => {
  call.tell({ fact: 'hold-asked', byStaffId: 'olivia' });
  return call;
};
const given = (call: Trial): Trial => {
  call.tell({ fact: 'transfer-asked', byStaffId: 'olivia', target: { kind: 'staff', staffId: 'james' } });
  call.routeAsked();
  call.leg('james', 'in-progress');
  return call;
};

/** The carrier says that this leg is over, and its callback never came. */
const isGone = (call: Trial, sid: string): Trial => {
  const leg = legsToCheck(call.state(), callerSid).find((one) => one.sid === sid);
  assert.ok(leg);
  call.tell(leg.factOf('completed'));
  return call;
};

describe('the legs on which a call hangs', () => {
  test('are the first one, or the customer’s where an outbound call was transferred', () => {
    assert.deepEqual(sids(startTrial()), [callerSid]);
    assert.deepEqual(sids(talkingWithOlivia()), [callerSid]);
    assert.deepEqual(sids(oliviaTalksOut()), [callerSid]);
    assert.deepEqual(sids(given(talkingWithOlivia())), [callerSid]);
    assert.deepEqual(sids(given(oliviaTalksOut())), [outsideSid]);
  });

  test('are both on hold', () => {
    assert.deepEqual(sids(held(talkingWithOlivia())), [callerSid, oliviaSid]);
    assert.deepEqual(sids(held(oliviaTalksOut())), [callerSid, outsideSid]);
    const passedOn = given(oliviaTalksOut());
    passedOn.tell({ fact: 'hold-asked', byStaffId: 'james' });
    assert.deepEqual(sids(passedOn), [outsideSid, jamesSid]);
  });
});

describe('a leg that ended unheard', () => {
  test('ends the call when it is the customer’s', () => {
    for (const call of [
      isGone(talkingWithOlivia(), callerSid),
      isGone(given(oliviaTalksOut()), outsideSid),
      isGone(held(oliviaTalksOut()), outsideSid),
    ])
      assert.equal(call.phase().at, 'ended');
  });

  test('brings the customer to somebody else when it is the staff member’s, on hold', () => {
    for (const [call, sid, customer] of [
      [held(talkingWithOlivia()), oliviaSid, callerSid],
      [held(oliviaTalksOut()), callerSid, outsideSid],
    ] as const)
      assert.deepEqual(isGone(call, sid).effects(), [`redirect ${customer.slice(-1)} to route-to-staff`]);
  });
});
