import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RingTarget } from '../../routing/rules/decide-ring.ts';
import { billing, reception, routeOf, staffOf } from '../../routing/rules/snapshot-on-trial.ts';
import {
  billingClinic,
  callerSid,
  jamesSid,
  oliviaSid,
  oliviaTalksOut,
  outsideSid,
  talkingWithOlivia,
  type Trial,
} from './call-on-trial.ts';
import { staffBusyIn } from './call-state.ts';

const toJames: RingTarget = { kind: 'staff', staffId: 'james' };
const toBilling: RingTarget = { kind: 'department', departmentId: billing };
const letter = (sid: string) => sid.slice(-1);
const transfer = (call: Trial, target: RingTarget = toJames, byStaffId = 'olivia') =>
  call.tell({ fact: 'transfer-asked', byStaffId, target });

const directions = [
  { title: 'an inbound call', talking: talkingWithOlivia, customerSid: callerSid },
  { title: 'an outbound call', talking: oliviaTalksOut, customerSid: outsideSid },
];

for (const { title, talking, customerSid } of directions) {
  describe(`${title} transferred`, () => {
    const given = (target?: RingTarget): Trial => {
      const call = talking();
      transfer(call, target);
      return call;
    };

    test('the customer is fetched away, the giver is free when that has happened', () => {
      const call = given();
      assert.deepEqual(call.effects(), [`redirect ${letter(customerSid)} to route-to-staff`]);
      assert.deepEqual(staffBusyIn(call.state()), ['olivia']);
      assert.equal(call.story().at(-1), 'transfer staff olivia');
      call.routeAsked();
      assert.deepEqual(staffBusyIn(call.state()), ['james']);
    });

    test('the colleague accepts and talks; both names are in the history', () => {
      const call = given();
      assert.equal(call.routeAsked()?.at(-1), 'dial: james');
      call.leg('james', 'in-progress');
      assert.deepEqual(staffBusyIn(call.state()), ['james']);
      assert.equal((call.phase() as { customerSid?: string }).customerSid, customerSid);
      assert.deepEqual(call.talkEnded(), ['hang-up']);
      assert.equal(call.state().answeredBy, 'james');
      assert.deepEqual(call.phase(), { at: 'ended', outcome: 'answered', rang: null });
    });

    test('whatever the carrier still says about the giver’s leg does not end the call', () => {
      const late: ((call: Trial) => unknown)[] = [
        (call) => call.leg('olivia', 'completed', { turn: 2 }),
        (call) => call.tell({ fact: 'queue-left', result: 'redirected-from-bridged', callerGone: false }),
        (call) => call.tell({ fact: 'staff-left', bridged: true }),
      ];
      if (customerSid === outsideSid)
        late.push(
          (call) => call.hangsUp(),
          (call) => call.dialEnded({ status: 'completed', bridged: true, asker: 'staff' }),
          (call) => call.dialEnded({ status: 'completed', bridged: true, asker: 'staff', callerGone: true }),
        );
      for (const happen of late) {
        const moving = given();
        happen(moving);
        assert.equal(moving.phase().at, 'moving');
        moving.routeAsked();
        happen(moving);
        assert.equal(moving.phase().at, 'ringing');
        moving.leg('james', 'in-progress');
        happen(moving);
        assert.equal(moving.phase().at, 'connected');
      }
    });

    test('nobody takes it: the giver gets the caller back before voicemail', () => {
      const call = given();
      call.routeAsked();
      assert.deepEqual(call.nobodyAnswered(), ['dial: olivia']);
      assert.ok(call.story().includes('transfer-returned nobody-took-it olivia'));
      assert.equal(call.nobodyAnswered()?.[1], 'record', 'and only once');
    });

    test('the giver, rung again, has not answered because a callback of the first time comes late', () => {
      const call = given();
      call.routeAsked();
      call.nobodyAnswered();
      call.leg('olivia', 'in-progress', { turn: 2 });
      assert.equal(call.phase().at, 'ringing');
      call.leg('olivia', 'in-progress', { turn: call.state().turn });
      assert.equal(call.phase().at, 'connected');
    });

    test('to a department: its people in turn without the giver, then the giver', () => {
      const call = given(toBilling);
      assert.equal(call.routeAsked()?.at(-1), 'dial: james');
      assert.deepEqual(call.nobodyAnswered(), ['dial: +13125550111']);
      assert.deepEqual(call.nobodyAnswered(), ['dial: olivia']);
    });

    test('a message after a transfer belongs to the department it was given to', () => {
      const call = given({ kind: 'department', departmentId: reception });
      call.set(billingClinic({ staff: [] }));
      assert.equal(call.routeAsked()?.[1], 'record');
      call.recorded();
      assert.deepEqual(call.effects(), [`save recording for ${reception}`]);
    });

    test('to somebody busy: the caller waits for them where the clinic lets callers wait', () => {
      const busy = (busyWithCallId: string | null) =>
        billingClinic({
          settings: { maxWaitSeconds: 60 },
          staff: [staffOf('olivia', [routeOf()]), staffOf('james', [routeOf()], { busyWithCallId })],
        });
      const call = given();
      call.set(busy('another'));
      call.routeAsked();
      assert.equal(call.phase().at, 'waiting');
      call.set(busy(null));
      call.tell({ fact: 'somebody-free' });
      assert.deepEqual(call.effects(), [`redirect ${letter(customerSid)} to route-to-staff`]);
      assert.deepEqual(call.routeAsked(), ['dial: james']);
    });

    test('only whoever has the call may give it away, and only once', () => {
      assert.equal(transfer(talking(), toJames, 'james'), null);
      const call = given();
      assert.equal(transfer(call), null);
    });

    test('the new colleague can hold, take back and give it on', () => {
      const call = given();
      call.routeAsked();
      call.leg('james', 'in-progress');
      call.tell({ fact: 'hold-asked', byStaffId: 'james' });
      assert.deepEqual(call.effects(), [`redirect ${letter(jamesSid)} to hold-staff`]);
      assert.deepEqual(call.dialEnded({ status: 'completed', bridged: true }), ['enqueue']);
      call.tell({ fact: 'resume-asked', byStaffId: 'james' });
      assert.deepEqual(call.effects(), [`redirect ${letter(jamesSid)} to take-back`]);
      transfer(call, { kind: 'staff', staffId: 'daniel' }, 'james');
      assert.deepEqual(call.effects(), [`redirect ${letter(customerSid)} to route-to-staff`]);
      assert.equal(call.routeAsked()?.at(-1), 'dial: +13125550111');
    });

    test('hanging up ends the customer’s leg', () => {
      const call = given();
      call.routeAsked();
      call.leg('james', 'in-progress');
      call.tell({ fact: 'hang-up-asked', byStaffId: 'james' });
      assert.deepEqual(call.effects(), [`end ${letter(customerSid)}`]);
      assert.equal(call.tell({ fact: 'hang-up-asked', byStaffId: 'olivia' }), null);
    });

    test('the customer hangs up while the colleague is rung', () => {
      const call = given();
      call.routeAsked();
      if (customerSid === callerSid) call.hangsUp();
      else call.tell({ fact: 'customer-leg', legSid: outsideSid, status: 'completed' });
      assert.deepEqual(call.phase(), {
        at: 'ended',
        outcome: 'answered',
        rang: { turn: call.state().turn, staffIds: ['james'] },
      });
      assert.deepEqual(staffBusyIn(call.state()), []);
    });
  });
}

test('from hold: the giver’s waiting leg is let go', () => {
  const call = talkingWithOlivia();
  call.tell({ fact: 'hold-asked', byStaffId: 'olivia' });
  call.dialEnded({ status: 'completed', bridged: true });
  transfer(call);
  assert.deepEqual(call.effects(), [
    `redirect ${letter(callerSid)} to route-to-staff`,
    `end ${letter(oliviaSid)}`,
  ]);
  call.tell({ fact: 'queue-left', result: 'redirected', callerGone: false });
  call.leg('olivia', 'completed', { turn: 2 });
  assert.equal(call.routeAsked()?.at(-1), 'dial: james');
});
