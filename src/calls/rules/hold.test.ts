import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  callerSid,
  oliviaSid,
  oliviaTalksOut,
  outsideSid,
  talkingWithOlivia,
  type Trial,
} from './call-on-trial.ts';
import { staffBusyIn } from './call-state.ts';

const hold = (call: Trial, byStaffId = 'olivia') => call.tell({ fact: 'hold-asked', byStaffId });
const takeBack = (call: Trial, byStaffId = 'olivia') => call.tell({ fact: 'resume-asked', byStaffId });
const queueLeft = (call: Trial, result: string, callerGone = false) =>
  call.tell({ fact: 'queue-left', result, callerGone });
const letter = (sid: string) => sid.slice(-1);

/** Each with the leg that is fetched away, where to, and which half of the hold the other leg asks for. */
const directions = [
  {
    title: 'an inbound call',
    talking: talkingWithOlivia,
    fetched: `redirect ${letter(oliviaSid)} to hold-staff`,
    takenBack: `redirect ${letter(oliviaSid)} to take-back`,
    asker: 'customer' as const,
    half: ['enqueue'],
    staffSid: oliviaSid,
    customerSid: callerSid,
  },
  {
    title: 'an outbound call',
    talking: oliviaTalksOut,
    fetched: `redirect ${letter(outsideSid)} to hold-customer`,
    takenBack: `redirect ${letter(callerSid)} to take-back`,
    asker: 'staff' as const,
    half: ['pause', 'hang-up'],
    staffSid: callerSid,
    customerSid: outsideSid,
  },
];

for (const { title, talking, fetched, takenBack, asker, half, staffSid, customerSid } of directions) {
  describe(`${title} on hold`, () => {
    /** The Dial that joined them ends by the fetching; its action asks for the other half. */
    const dialBroke = (call: Trial) => call.dialEnded({ status: 'completed', bridged: true, asker });
    const held = (): Trial => {
      const call = talking();
      hold(call);
      dialBroke(call);
      return call;
    };

    test('one leg is fetched away, the other asks for its half; the staff member stays busy', () => {
      const call = talking();
      hold(call);
      assert.deepEqual(call.effects(), [fetched]);
      assert.deepEqual(dialBroke(call), half);
      assert.equal(call.phase().at, 'held');
      assert.deepEqual(staffBusyIn(call.state()), ['olivia']);
    });

    test('asked twice changes nothing; asked by somebody else is refused', () => {
      const call = held();
      assert.deepEqual(hold(call), []);
      assert.deepEqual(call.effects(), []);
      assert.equal(hold(call, 'james'), null);
      assert.equal(takeBack(call, 'james'), null);
      assert.equal(hold(talking(), 'james'), null);
    });

    test('is taken back: the staff member is joined with the waiting customer', () => {
      const call = held();
      takeBack(call);
      assert.deepEqual(call.effects(), [takenBack]);
      assert.deepEqual(call.tell({ fact: 'document-asked', which: 'take-back' }), ['take-from-queue']);
      assert.equal(call.phase().at, 'connected');
      assert.deepEqual(takeBack(call), [], 'a second click changes nothing');
    });

    test('after being taken back ends for both when either hangs up', () => {
      const call = held();
      takeBack(call);
      assert.deepEqual(call.tell({ fact: 'staff-left', bridged: true }), ['hang-up']);
      assert.deepEqual(queueLeft(call, 'bridged'), ['hang-up']);
      assert.deepEqual(call.phase(), { at: 'ended', outcome: 'answered', rang: null });
    });

    test('and held once more', () => {
      const call = held();
      takeBack(call);
      hold(call);
      assert.deepEqual(call.effects(), [fetched]);
      assert.deepEqual(queueLeft(call, 'bridged'), ['enqueue']);
      assert.equal(call.phase().at, 'held');
    });

    test('taken back before the Dial has ended: the customer is put where the staff member looks', () => {
      const call = talking();
      hold(call);
      takeBack(call);
      assert.deepEqual(call.tell({ fact: 'staff-left', bridged: false }), ['pause', 'take-from-queue']);
      assert.deepEqual(dialBroke(call), half);
      assert.equal(call.phase().at, 'connected');
    });

    test('word of being fetched for a second hold, arriving after a second taking back, ends nothing', () => {
      const call = held();
      takeBack(call);
      assert.deepEqual(queueLeft(call, 'redirected-from-bridged'), ['enqueue']);
      assert.equal(call.phase().at, 'connected');
    });

    test('the customer hangs up: the staff member’s leg is let go too', () => {
      const call = held();
      queueLeft(call, 'hangup', true);
      assert.deepEqual(call.phase(), { at: 'ended', outcome: 'answered', rang: null });
      assert.ok(call.effects().includes(`end ${letter(staffSid)}`));
      assert.deepEqual(call.tell({ fact: 'document-asked', which: 'hold-staff' }), ['hang-up']);
    });

    test('the staff member’s leg is lost: the customer is not left alone but given to somebody', () => {
      const call = held();
      if (asker === 'customer') call.leg('olivia', 'completed');
      else call.hangsUp();
      assert.deepEqual(call.effects(), [`redirect ${letter(customerSid)} to route-to-staff`]);
      assert.equal(call.story().at(-1), 'hold-lost staff-hung-up olivia');
      assert.deepEqual(staffBusyIn(call.state()), []);
      assert.equal(call.routeAsked()?.at(-1), 'dial: olivia');
      call.leg('olivia', 'in-progress', { legSid: `CA${'f'.repeat(32)}` });
      assert.equal((call.phase() as { customerSid?: string }).customerSid, customerSid);
    });

    test('the staff member ends it: the customer’s leg is ended, not passed on', () => {
      const call = held();
      call.tell({ fact: 'hang-up-asked', byStaffId: 'olivia' });
      assert.deepEqual(call.effects(), [`end ${letter(customerSid)}`]);
    });

    test('repeats of callbacks from before the hold change nothing', () => {
      const call = held();
      const before = call.state();
      call.leg('olivia', 'in-progress', { turn: 2 });
      call.leg('olivia', 'ringing', { turn: 2 });
      assert.deepEqual(call.phase(), before.phase);
    });
  });
}
