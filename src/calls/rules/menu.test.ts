import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CallSettings } from '../../routing/rules/routing-snapshot.ts';
import { billing, optionOf, reception, routeOf, staffOf } from '../../routing/rules/snapshot-on-trial.ts';
import { billingClinic, startTrial } from './call-on-trial.ts';

const greeting = 'Thank you for calling Lakeside Dental.';

describe('the menu', () => {
  test('greets, reads every option in its order, and asks again by itself when nothing is pressed', () => {
    const call = startTrial({
      snapshot: billingClinic({
        options: [
          optionOf('1', { type: 'department', departmentId: billing }, { label: 'billing' }),
          optionOf(
            '0',
            { type: 'department', departmentId: reception },
            { spoken: { en: 'Zero for people.' } },
          ),
        ],
      }),
    });
    assert.deepEqual(call.incoming(), [
      `gather: ${greeting} For billing, press 1. Zero for people.`,
      'redirect: ivr-gather',
    ]);
    assert.deepEqual(call.story(), ['incoming open', 'menu-offered open']);
  });

  test('a digit leads to its department, and the choice is remembered', () => {
    const call = startTrial();
    call.incoming();
    assert.deepEqual(call.press('1'), ['say: One moment, I am connecting you with Billing.', 'dial: olivia']);
    assert.equal(call.state().wish?.menuLabel, 'Billing');
    assert.equal(call.state().wish?.departmentId, billing);
    assert.deepEqual(call.entries()[2]?.detail, { key: '1', label: 'Billing' });
  });

  for (const [title, key, before] of [
    ['an invalid digit', '9', 'Sorry, I did not get that. '],
    ['silence', '', ''],
    ['two digits at once', '11', 'Sorry, I did not get that. '],
  ] as const) {
    test(`${title} repeats the menu twice, then a person is rung`, () => {
      const call = startTrial();
      call.incoming();
      for (const _ of [1, 2])
        assert.deepEqual(call.press(key), [`gather: ${before}For Billing, press 1.`, 'redirect: ivr-gather']);
      assert.deepEqual(call.press(key), ['say: One moment, please.', 'dial: olivia']);
      const missed = call.story().filter((entry) => entry.startsWith('menu-missed'));
      assert.equal(missed.length, 3);
      assert.equal(call.story().at(-1), 'ringing anyone-priority olivia');
    });
  }

  test('silence and wrong keys count together, and a right key in between still counts', () => {
    const call = startTrial();
    call.incoming();
    call.press('9');
    call.silence();
    assert.equal(call.press('1')?.at(-1), 'dial: olivia');
  });

  test('how often is the clinic’s choice', () => {
    const call = startTrial({ snapshot: billingClinic({ settings: { menuRepeats: 0 } }) });
    call.incoming();
    assert.equal(call.silence()?.at(-1), 'dial: olivia');
  });
});

describe('what an option leads to', () => {
  const options = [
    optionOf('1', { type: 'staff', staffId: 'james' }),
    optionOf('2', { type: 'voicemail', departmentId: billing }),
    optionOf('3', { type: 'external', number: '+13125550191' }),
    optionOf('4', { type: 'ai', departmentId: billing, fallbackToStaff: true }),
    optionOf('5', { type: 'menu' }, { id: 'more', label: 'more' }),
    optionOf(
      '1',
      { type: 'department', departmentId: billing },
      { id: 'sub', parentId: 'more', label: 'bills' },
    ),
  ];
  const chosen = (key: string) => {
    const call = startTrial({ snapshot: billingClinic({ options }) });
    call.incoming();
    return { call, lines: call.press(key) };
  };

  test('one person', () => {
    assert.deepEqual(chosen('1').lines, ['say: One moment, please.', 'dial: james']);
  });

  test('voicemail, for its department', () => {
    const { call, lines } = chosen('2');
    assert.match(lines![0]!, /Billing at Lakeside Dental/);
    assert.deepEqual(lines!.slice(1), ['record', 'say: We did not hear a message. Goodbye.', 'hang-up']);
    assert.equal(call.story().at(-1), 'voicemail menu');
  });

  test('an outside number; answered there, or voicemail', () => {
    const { call, lines } = chosen('3');
    assert.deepEqual(lines, ['dial: +13125550191']);
    assert.deepEqual(call.state().phase, { at: 'external', number: '+13125550191', answered: false });
    assert.equal(call.nobodyAnswered('busy')?.[1], 'record');
    assert.equal(call.story().at(-1), 'voicemail external-not-answered');
    const answered = chosen('3').call;
    answered.tell({ fact: 'customer-leg', legSid: 'x', status: 'in-progress' });
    assert.deepEqual(answered.talkEnded(), ['hang-up']);
    assert.deepEqual(answered.phase(), { at: 'ended', outcome: 'external', rang: null });
  });

  test('the assistant, which hands over to the department’s staff until it is set up', () => {
    const { call, lines } = chosen('4');
    assert.deepEqual(lines, ['redirect: ai-gather']);
    assert.equal(call.tell({ fact: 'assistant-asked' })?.at(-1), 'dial: olivia');
    assert.deepEqual(call.story().slice(-2), ['assistant not-set-up', 'ringing department-priority olivia']);
  });

  test('a sub-menu, which repeats itself and not the first one', () => {
    const { call, lines } = chosen('5');
    assert.deepEqual(lines, ['gather: For bills, press 1.', 'redirect: ivr-gather']);
    assert.equal(call.press('5')?.[0], 'gather: Sorry, I did not get that. For bills, press 1.');
    assert.equal(call.press('1')?.at(-1), 'dial: olivia');
  });
});

describe('without a menu', () => {
  test('direct: the greeting, then whoever takes general calls', () => {
    const call = startTrial({
      snapshot: billingClinic({
        settings: { menuEnabled: false },
        staff: [staffOf('sofia', [routeOf({ departmentId: null, phone: '+13125550114' })])],
      }),
    });
    assert.deepEqual(call.incoming(), [
      `say: ${greeting}`,
      'say: One moment, please.',
      'dial: sofia + +13125550114',
    ]);
  });

  test('direct, and nobody there: voicemail', () => {
    const call = startTrial({ snapshot: billingClinic({ settings: { menuEnabled: false }, staff: [] }) });
    assert.equal(call.incoming()?.[2], 'record');
    assert.deepEqual(call.story(), ['incoming no-menu', 'voicemail nobody-assigned']);
  });

  test('the assistant first', () => {
    const call = startTrial({
      snapshot: billingClinic({ settings: { menuEnabled: false, aiEnabled: true } }),
    });
    assert.deepEqual(call.incoming(), ['redirect: ai-gather']);
    assert.equal(call.tell({ fact: 'assistant-asked' })?.at(-1), 'dial: olivia');
  });
});

describe('after hours', () => {
  const closed = (settings: Partial<CallSettings>) =>
    startTrial({
      snapshot: billingClinic({ settings: { businessHours: { '7': [] }, ...settings } }),
    });
  const sentence = 'Lakeside Dental is closed at the moment.';

  test('voicemail, after saying so', () => {
    const lines = closed({}).incoming();
    assert.equal(lines?.[0], `say: ${sentence}`);
    assert.equal(lines?.[2], 'record');
  });

  test('the clinic’s own words in the caller’s language', () => {
    const words = { en: 'We open at eight.', de: 'Wir öffnen um acht.' };
    assert.equal(closed({ afterHoursMessage: words }).incoming()?.[0], 'say: We open at eight.');
  });

  test('the menu', () => {
    assert.equal(closed({ afterHours: 'menu' }).incoming()?.[0], `gather: ${sentence} For Billing, press 1.`);
  });

  test('staff', () => {
    assert.equal(closed({ afterHours: 'staff' }).incoming()?.at(-1), 'dial: olivia');
  });

  test('the answering service, after saying so; voicemail when it does not answer', () => {
    const call = closed({ afterHours: 'external', afterHoursNumber: '+13125550190' });
    assert.deepEqual(call.incoming(), [`say: ${sentence}`, 'dial: +13125550190']);
    assert.equal(call.nobodyAnswered()?.[1], 'record');
  });

  test('a holiday is named in the history', () => {
    const call = startTrial({
      snapshot: billingClinic({ settings: { holidays: { country: 'US' } } }),
      now: '2026-11-26T16:00:00Z',
    });
    call.incoming();
    assert.deepEqual(call.entries()[0]?.detail, { holiday: 'Thanksgiving Day' });
  });
});
