import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { routeOf, staffOf } from '../../routing/rules/snapshot-on-trial.ts';
import { billingClinic, oliviaSid, startTrial, talkingWithOlivia, type Trial } from './call-on-trial.ts';
import { staffBusyIn } from './call-state.ts';

const ringing = (snapshot = billingClinic()): Trial => {
  const call = startTrial({ snapshot });
  call.incoming();
  call.press('1');
  return call;
};
const outcome = (call: Trial): string | null => {
  const phase = call.phase();
  return phase.at === 'ended' ? phase.outcome : null;
};

describe('the caller hangs up', () => {
  const moments: [title: string, call: () => Trial, expected: string][] = [
    ['before we answered', () => startTrial(), 'abandoned'],
    [
      'in the menu',
      () => {
        const call = startTrial();
        call.incoming();
        return call;
      },
      'abandoned',
    ],
    ['while somebody is rung', () => ringing(), 'abandoned'],
    [
      'while the backup is rung',
      () => {
        const call = ringing();
        call.nobodyAnswered();
        return call;
      },
      'abandoned',
    ],
    [
      'while waiting',
      () =>
        ringing(
          billingClinic({
            settings: { maxWaitSeconds: 60 },
            staff: [staffOf('olivia', [routeOf()], { busyWithCallId: 'x' })],
          }),
        ),
      'abandoned',
    ],
    ['at the tone', () => ringing(billingClinic({ staff: [] })), 'missed'],
    ['in a conversation', () => talkingWithOlivia(), 'answered'],
    [
      'on hold',
      () => {
        const call = talkingWithOlivia();
        call.tell({ fact: 'hold-asked', byStaffId: 'olivia' });
        return call;
      },
      'answered',
    ],
  ];
  for (const [title, make, expected] of moments)
    test(title, () => {
      const call = make();
      call.hangsUp();
      assert.equal(outcome(call), expected);
      assert.deepEqual(staffBusyIn(call.state()), [], 'everybody is free');
      const told = call.story().length;
      call.hangsUp();
      assert.equal(call.story().length, told, 'a repeat tells nothing again');
    });

  test('while ringing, told by the Dial: nobody else is rung', () => {
    const call = ringing();
    assert.deepEqual(call.dialEnded({ status: 'canceled', bridged: false, callerGone: true }), []);
    assert.equal(outcome(call), 'abandoned');
  });

  test('in a conversation, told by the Dial first and then by the call, or the other way', () => {
    const one = talkingWithOlivia();
    one.dialEnded({ status: 'completed', bridged: true, callerGone: true });
    one.hangsUp();
    const other = talkingWithOlivia();
    other.hangsUp();
    other.dialEnded({ status: 'completed', bridged: true, callerGone: true });
    assert.deepEqual([outcome(one), outcome(other)], ['answered', 'answered']);
    assert.deepEqual(one.story(), other.story());
  });

  test('and the carrier, not knowing it yet, asks for more: nobody is rung', () => {
    const questions: ((call: Trial) => string[] | null)[] = [
      (call) => call.incoming(),
      (call) => call.press('1'),
      (call) => call.routeAsked(),
      (call) => call.tell({ fact: 'assistant-asked' }),
      (call) => call.tell({ fact: 'voicemail-asked' }),
      (call) => call.tell({ fact: 'queue-left', result: 'bridged', callerGone: false }),
      (call) => call.tell({ fact: 'trouble' }),
      (call) => call.nobodyAnswered(),
    ];
    for (const question of questions) {
      const call = ringing();
      call.hangsUp();
      assert.deepEqual(question(call), ['hang-up']);
      assert.equal(outcome(call), 'abandoned');
    }
  });
});

describe('late, lost and repeated', () => {
  test('a decline of the round before is told, and does not touch this one', () => {
    const call = ringing();
    const round = call.phase();
    call.nobodyAnswered();
    call.leg('olivia', 'busy', { turn: round.at === 'ringing' ? round.turn : null });
    assert.deepEqual(staffBusyIn(call.state()), ['james']);
    assert.equal(call.story().at(-1), 'not-taken busy olivia');
  });

  test('an answer of the round before is not one of this round', () => {
    const call = ringing();
    const round = call.phase();
    call.nobodyAnswered();
    call.leg('olivia', 'in-progress', { turn: round.at === 'ringing' ? round.turn : null });
    assert.equal(call.phase().at, 'ringing');
  });

  test('the callback of the answer is lost: the end of the Dial tells who talked', () => {
    const single = ringing();
    assert.deepEqual(single.talkEnded(), ['hang-up']);
    assert.equal(single.state().answeredBy, 'olivia', 'only one was rung');
    const team = [staffOf('olivia', [routeOf()]), staffOf('james', [routeOf()])];
    const named = ringing(billingClinic({ staff: team }));
    named.leg('olivia', 'ringing');
    named.dialEnded({ status: 'completed', bridged: true, legSid: oliviaSid });
    assert.equal(named.state().answeredBy, 'olivia', 'the leg is known');
    const unknown = ringing(billingClinic({ staff: team }));
    unknown.talkEnded();
    assert.deepEqual([unknown.state().answeredBy, outcome(unknown)], [null, 'answered'], 'never guessed');
  });

  test('the end overtakes the answer: the log learns it afterwards', () => {
    const call = ringing();
    call.hangsUp();
    call.leg('olivia', 'in-progress', { turn: 2 });
    assert.deepEqual([outcome(call), call.state().answeredBy], ['answered', 'olivia']);
    assert.equal(call.story().at(-1), 'answered learned-after-the-end olivia');
    assert.deepEqual(staffBusyIn(call.state()), []);
  });

  test('the end overtakes the end of the Dial, which tells that they talked', () => {
    const call = ringing();
    call.leg('olivia', 'ringing');
    call.hangsUp();
    assert.deepEqual(call.dialEnded({ status: 'completed', bridged: true, legSid: oliviaSid }), ['hang-up']);
    assert.deepEqual([outcome(call), call.state().answeredBy], ['answered', 'olivia']);
  });

  test('all callbacks of a leg in any order end in the same state', () => {
    const statuses = ['initiated', 'ringing', 'in-progress'] as const;
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
      [0, 0, 2, 2, 1, 1],
    ];
    for (const order of orders) {
      const call = ringing();
      for (const index of order) call.leg('olivia', statuses[index]!);
      assert.equal(call.phase().at, 'connected', order.join());
      assert.equal(call.story().filter((entry) => entry === 'answered portal olivia').length, 1);
    }
  });

  test('an incoming call told twice is greeted again, and counted once', () => {
    const call = startTrial();
    const first = call.incoming();
    assert.deepEqual(call.incoming(), first);
    assert.equal(call.story().filter((entry) => entry.startsWith('incoming')).length, 1);
  });

  test('our document did not reach the carrier: the fallback goes on where the call was', () => {
    const cases: [call: Trial, expected: string][] = [
      [startTrial(), 'redirect: ivr-gather'],
      [ringing(), 'dial: olivia'],
      [ringing(billingClinic({ staff: [] })), 'hang-up'],
    ];
    cases[0]![0].incoming();
    for (const [call, expected] of cases) assert.equal(call.tell({ fact: 'trouble' })?.at(-1), expected);
    const tone = ringing(billingClinic({ staff: [] }));
    assert.equal(tone.tell({ fact: 'trouble' })?.[1], 'record');
  });

  test('a Dial that ends where none was under way does not hang up on the caller', () => {
    const menu = startTrial();
    menu.incoming();
    assert.equal(menu.nobodyAnswered()?.at(-1), 'redirect: ivr-gather');
    const tone = ringing(billingClinic({ staff: [] }));
    assert.equal(tone.nobodyAnswered()?.[1], 'record');
  });
});
