import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { billing, billingTeam, routeOf, staffOf } from '../../routing/rules/snapshot-on-trial.ts';
import { billingClinic, callerSid, danielSid, oliviaSid, startTrial, type Trial } from './call-on-trial.ts';
import { staffBusyIn } from './call-state.ts';

const ringingBilling = (start: Parameters<typeof startTrial>[0] = {}): Trial => {
  const call = startTrial(start);
  call.incoming();
  call.press('1');
  return call;
};
const busyOlivia = (busyWithCallId: string | null) =>
  billingClinic({
    settings: { maxWaitSeconds: 60 },
    staff: [staffOf('olivia', [routeOf()], { busyWithCallId })],
  });

describe('billing with portal priority 1, backup 2, manager by phone 3', () => {
  test('each in turn, each with their reason, then voicemail tagged with billing', () => {
    const call = ringingBilling();
    assert.deepEqual(staffBusyIn(call.state()), ['olivia']);
    assert.deepEqual(call.nobodyAnswered(), ['dial: james']);
    assert.deepEqual(staffBusyIn(call.state()), ['james']);
    assert.deepEqual(call.nobodyAnswered('busy'), ['dial: +13125550111']);
    const voicemail = call.nobodyAnswered();
    assert.match(voicemail![0]!, /Billing at Lakeside Dental/);
    assert.equal(voicemail![1], 'record');
    assert.deepEqual(call.phase(), { at: 'voicemail', departmentId: billing, recordingSid: null });
    assert.deepEqual(staffBusyIn(call.state()), []);
    assert.deepEqual(call.story().slice(3), [
      'ringing department-priority olivia',
      'round-ended no-answer',
      'ringing department-priority james',
      'round-ended busy',
      'ringing department-priority daniel',
      'round-ended no-answer',
      'voicemail nobody-left',
    ]);
    call.recorded();
    assert.deepEqual(call.effects(), [`save recording for ${billing}`]);
  });

  test('somebody busy is passed over, with the reason in the history', () => {
    const [olivia, ...others] = billingTeam();
    const call = ringingBilling({
      snapshot: billingClinic({ staff: [{ ...olivia!, busyWithCallId: 'another' }, ...others] }),
    });
    assert.deepEqual(call.story().slice(3), ['not-tried busy olivia', 'ringing department-priority james']);
  });

  test('the backup who accepts talks, and is the one whom the log names', () => {
    const call = ringingBilling();
    call.nobodyAnswered();
    call.leg('james', 'in-progress');
    assert.equal(call.phase().at, 'connected');
    assert.deepEqual(call.talkEnded(), ['hang-up']);
    assert.deepEqual(call.phase(), { at: 'ended', outcome: 'answered', rang: null });
    assert.equal(call.state().answeredBy, 'james');
  });

  test('a decline is in the history, and the next is rung', () => {
    const call = ringingBilling();
    call.leg('olivia', 'busy');
    assert.equal(call.story().at(-1), 'not-taken busy olivia');
    assert.deepEqual(call.nobodyAnswered('busy'), ['dial: james']);
  });

  test('where voicemail is off, a sentence and the end', () => {
    const call = startTrial({
      snapshot: billingClinic({ settings: { voicemailEnabled: false }, staff: [] }),
    });
    call.incoming();
    assert.deepEqual(call.press('1'), [
      'say: Nobody can take your call right now. Please call again later. Goodbye.',
      'hang-up',
    ]);
    call.hangsUp();
    assert.deepEqual(call.phase(), { at: 'ended', outcome: 'missed', rang: null });
  });
});

describe('equal priorities', () => {
  const team = [staffOf('olivia', [routeOf()]), staffOf('james', [routeOf()])];

  test('ring together and are both kept from other calls until one accepts', () => {
    const call = ringingBilling({ snapshot: billingClinic({ staff: team }) });
    assert.deepEqual(staffBusyIn(call.state()), ['olivia', 'james']);
    call.leg('james', 'in-progress');
    assert.deepEqual(staffBusyIn(call.state()), ['james']);
  });

  test('one declines: the other rings on', () => {
    const call = ringingBilling({ snapshot: billingClinic({ staff: team }) });
    call.leg('olivia', 'busy');
    assert.equal(call.phase().at, 'ringing');
    call.leg('james', 'in-progress');
    assert.equal(call.state().answeredBy, 'james');
  });
});

describe('waiting', () => {
  test('hears that all are busy once, then only music, and rings who gets free', () => {
    const call = startTrial({ snapshot: busyOlivia('another') });
    call.incoming();
    const [music, on] = call.press('1') ?? [];
    assert.match(music ?? '', /^gather: Everybody is on the phone .* press 1\. play$/);
    assert.equal(on, 'redirect: route-to-staff');
    call.pass(11);
    assert.deepEqual(call.routeAsked(), ['gather: play', 'redirect: route-to-staff']);
    call.pass(11);
    call.set(busyOlivia(null));
    assert.deepEqual(call.routeAsked(), ['dial: olivia'], 'without a word: the music just stops');
    assert.equal(call.story().filter((entry) => entry.startsWith('waiting')).length, 1);
  });

  test('is woken once when somebody gets free; the second bell is for somebody else', () => {
    const call = ringingBilling({ snapshot: busyOlivia('another') });
    call.tell({ fact: 'somebody-free' });
    assert.deepEqual(call.effects(), [`redirect ${callerSid.slice(-1)} to route-to-staff`]);
    call.tell({ fact: 'somebody-free' });
    assert.deepEqual(call.effects(), []);
    assert.equal(call.routeAsked()?.[0], 'gather: play', 'taken by a third in between: wait on');
    call.tell({ fact: 'somebody-free' });
    assert.equal(call.effects().length, 1, 'and can be woken again');
  });

  test('a key leaves a message instead', () => {
    const call = ringingBilling({ snapshot: busyOlivia('another') });
    assert.equal(call.routeAsked('1')?.[1], 'record');
    assert.equal(call.story().at(-1), 'voicemail chosen-while-waiting');
  });

  test('another key does not', () => {
    const call = ringingBilling({ snapshot: busyOlivia('another') });
    assert.equal(call.routeAsked('5')?.[0], 'gather: play');
  });

  test('ends in voicemail when the clinic’s patience is over', () => {
    const call = ringingBilling({ snapshot: busyOlivia('another') });
    call.pass(60);
    assert.equal(call.routeAsked()?.[1], 'record');
    assert.equal(call.story().at(-1), 'voicemail all-busy');
  });

  test('a caller who hangs up while waiting is no longer woken', () => {
    const call = ringingBilling({ snapshot: busyOlivia('another') });
    call.hangsUp();
    call.tell({ fact: 'somebody-free' });
    assert.deepEqual(call.effects(), []);
  });
});

describe('a private phone', () => {
  const ringingDaniel = (staff = billingTeam().slice(2)): Trial => {
    const call = ringingBilling({ snapshot: billingClinic({ staff }) });
    call.leg('daniel', 'in-progress', { via: 'phone' });
    call.tell({ fact: 'whisper-asked', staffId: 'daniel' });
    return call;
  };
  const pressed = (call: Trial, digits: string) =>
    call.tell({ fact: 'whisper-answered', legSid: danielSid, staffId: 'daniel', digits });

  test('hears for what the call is; picking up is not yet accepting', () => {
    const call = ringingDaniel();
    assert.deepEqual(call.tell({ fact: 'whisper-asked', staffId: 'daniel' }), [
      'gather: pause Call for Billing. Press 1 to accept.',
      'hang-up',
    ]);
    assert.equal(call.phase().at, 'ringing');
  });

  test('accepts with 1: an empty document puts the caller through', () => {
    const call = ringingDaniel();
    assert.deepEqual(pressed(call, '1'), []);
    assert.equal(call.phase().at, 'connected');
    assert.equal(call.story().at(-1), 'answered phone daniel');
  });

  for (const [title, digits] of [
    ['refuses with another key', '2'],
    ['is a mailbox that presses nothing', ''],
  ] as const)
    test(`${title}: the caller goes on`, () => {
      const call = ringingDaniel();
      assert.deepEqual(pressed(call, digits), ['hang-up']);
      assert.equal(call.dialEnded({ status: 'completed', bridged: null, legSid: danielSid })?.[1], 'record');
      assert.ok(call.story().includes('not-taken not-accepted daniel'));
      assert.notEqual(call.state().answeredBy, 'daniel');
    });

  test('a mailbox passes for nobody even when the callback of its pick-up is lost', () => {
    const call = ringingBilling({ snapshot: billingClinic({ staff: billingTeam().slice(2) }) });
    call.tell({ fact: 'whisper-asked', staffId: 'daniel' });
    assert.equal(call.dialEnded({ status: 'completed' })?.[1], 'record');
  });

  test('that cuts the others short does not count them as tried', () => {
    const call = ringingDaniel([
      staffOf('olivia', [routeOf()]),
      staffOf('daniel', [routeOf({ inPortal: false, phone: '+13125550111' })]),
    ]);
    pressed(call, '2');
    assert.deepEqual(call.dialEnded({ status: 'completed', bridged: false }), ['dial: olivia']);
  });

  test('that refuses while the others ring out counts all as tried', () => {
    const call = ringingDaniel([
      staffOf('olivia', [routeOf()]),
      staffOf('daniel', [routeOf({ inPortal: false, phone: '+13125550111' })]),
    ]);
    pressed(call, '2');
    assert.equal(call.dialEnded({ status: 'no-answer', bridged: false })?.[1], 'record');
  });

  test('that accepts too late, after the caller or a colleague, is let go', () => {
    const gone = ringingDaniel();
    gone.hangsUp();
    assert.deepEqual(pressed(gone, '1'), ['hang-up']);
    const taken = ringingDaniel([
      staffOf('olivia', [routeOf()]),
      staffOf('daniel', [routeOf({ inPortal: false, phone: '+13125550111' })]),
    ]);
    taken.leg('olivia', 'in-progress');
    assert.deepEqual(pressed(taken, '1'), ['hang-up']);
    assert.equal(taken.state().answeredBy, 'olivia');
    assert.equal((taken.phase() as { staffSid?: string }).staffSid, oliviaSid);
  });
});
