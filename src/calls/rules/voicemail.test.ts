import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { billing, optionOf, routeOf, staffOf } from '../../routing/rules/snapshot-on-trial.ts';
import { billingClinic, recordingSid, startTrial, talkingWithOlivia, type Trial } from './call-on-trial.ts';
import { newInboundCall } from './call-state.ts';

const atTheTone = (snapshot = billingClinic({ staff: [] })): Trial => {
  const call = startTrial({ snapshot });
  call.incoming();
  call.press('1');
  return call;
};
const outcome = (call: Trial): string | null => {
  const phase = call.phase();
  return phase.at === 'ended' ? phase.outcome : null;
};
const messages = (call: Trial) => call.story().filter((entry) => entry.startsWith('recorded'));

describe('what a caller hears before the tone', () => {
  const greetings = (department: object, voicemailMessage: object, language: 'en' | 'de' = 'en'): string => {
    const snapshot = billingClinic({
      staff: [],
      settings: { voicemailMessage },
      departments: [
        {
          id: billing,
          name: 'Billing',
          emergency: false,
          voicemailGreeting: department,
          voicemailRecordings: {},
        },
      ],
    });
    const call = startTrial({ snapshot, state: newInboundCall(language) });
    call.incoming();
    return call.press('1')![0]!;
  };

  test('the department’s own greeting, else the clinic’s, else ours', () => {
    assert.equal(greetings({ en: 'Billing here.' }, { en: 'Clinic here.' }), 'say: Billing here.');
    assert.equal(greetings({}, { en: 'Clinic here.' }), 'say: Clinic here.');
    assert.match(greetings({}, {}), /^say: You have reached Billing at Lakeside Dental\./);
  });

  test('in the caller’s language, and in the other rather than none', () => {
    assert.equal(greetings({ en: 'Billing.', de: 'Abrechnung.' }, {}, 'de'), 'say: Abrechnung.');
    assert.equal(greetings({ en: 'Billing.' }, {}, 'de'), 'say: Billing.');
    assert.match(greetings({}, {}, 'de'), /^say: Hier ist Lakeside Dental, Billing\. .* Signalton/);
  });

  test('an empty greeting is none', () => {
    assert.equal(greetings({ en: '  ' }, { en: 'Clinic here.' }), 'say: Clinic here.');
  });

  test('up to five minutes', () => {
    const record = atTheTone()
      .steps()
      .find((step) => step.do === 'record');
    assert.equal(record?.do === 'record' && record.maxSeconds, 300);
  });
});

describe('a message', () => {
  test('is kept for the department and thanked for', () => {
    const call = atTheTone();
    assert.deepEqual(call.recorded(), ['say: Thank you. We have your message. Goodbye.', 'hang-up']);
    assert.deepEqual(call.effects(), [`save recording for ${billing}`]);
    call.hangsUp();
    assert.equal(outcome(call), 'voicemail');
  });

  /** The Record action and the recording callback both tell of it, and the end of the call comes at any place. */
  const action = (call: Trial) => call.recorded();
  const hungUpAction = (call: Trial) => call.recorded({ callerGone: true });
  const callback = (call: Trial) => call.recorded({ seconds: 8 });
  const end = (call: Trial) => call.hangsUp();
  const orders: [title: string, steps: ((call: Trial) => unknown)[]][] = [
    ['action, callback, end', [action, callback, end]],
    ['callback, action, end', [callback, action, end]],
    ['action, end, callback', [action, end, callback]],
    ['end, action, callback', [end, action, callback]],
    ['end, callback, action', [end, callback, action]],
    ['end, callback alone', [end, callback]],
    ['the caller hangs up while speaking: action, callback, end', [hungUpAction, callback, end]],
    ['the caller hangs up while speaking: end, callback, action', [end, callback, hungUpAction]],
    ['everything twice', [action, action, callback, callback, end, end]],
  ];
  for (const [title, steps] of orders)
    test(`is in the log once: ${title}`, () => {
      const call = atTheTone();
      let saved = 0;
      for (const step of steps) {
        step(call);
        saved += call.effects().filter((effect) => effect.startsWith('save recording')).length;
      }
      assert.equal(outcome(call), 'voicemail');
      assert.equal(messages(call).length, 1);
      assert.ok(saved >= 1, 'storing is told at least once; it is stored by its sid');
    });

  test('that was left is not asked for again', () => {
    const call = atTheTone();
    call.recorded();
    assert.equal(call.tell({ fact: 'trouble' })?.[0], 'say: Thank you. We have your message. Goodbye.');
    assert.equal(
      call.tell({ fact: 'voicemail-asked' })?.[0],
      'say: Thank you. We have your message. Goodbye.',
    );
    call.hangsUp();
    assert.equal(outcome(call), 'voicemail');
  });

  test('of a caller who leaves without a word: missed', () => {
    const call = atTheTone();
    call.hangsUp();
    assert.equal(outcome(call), 'missed');
  });

  test('left while we were away, before anything else was known of the call', () => {
    const call = startTrial();
    call.recorded();
    assert.equal(call.phase().at, 'voicemail');
    call.hangsUp();
    assert.equal(outcome(call), 'voicemail');
  });

  test('left at the carrier while our answer to the end of a ring was lost: nobody stays busy', () => {
    const call = startTrial();
    call.incoming();
    call.press('1');
    call.recorded();
    assert.deepEqual(call.phase(), { at: 'voicemail', departmentId: billing, recordingSid });
  });

  test('told of late, in the middle of a conversation, is kept and ends nothing', () => {
    const call = talkingWithOlivia();
    call.recorded();
    assert.deepEqual(call.effects(), [`save recording for ${billing}`]);
    assert.equal(call.phase().at, 'connected');
  });

  test('told of after an answered call does not make it a voicemail', () => {
    const call = talkingWithOlivia();
    call.talkEnded();
    call.recorded();
    assert.equal(outcome(call), 'answered');
  });
});

test('somebody who gets free fetches a waiting caller even out of voicemail', () => {
  const busy = (busyWithCallId: string | null) =>
    billingClinic({
      settings: { maxWaitSeconds: 60 },
      options: [optionOf('1', { type: 'department', departmentId: billing }, { label: 'Billing' })],
      staff: [staffOf('olivia', [routeOf()], { busyWithCallId })],
    });
  const call = startTrial({ snapshot: busy('another') });
  call.incoming();
  call.press('1');
  call.tell({ fact: 'somebody-free' });
  call.routeAsked('1');
  call.set(busy(null));
  assert.equal(call.routeAsked()?.at(-1), 'dial: olivia');
});
