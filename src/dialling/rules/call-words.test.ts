import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { errandOutcomes } from '../../calls/rules/errand.ts';
import { orderOutcomes, reachedNobody } from './call-outcome.ts';
import { nextDial, type DialOutcome } from './dial-outcome.ts';
import { namedKeys } from './named-keys.ts';
import { offeredKeys } from './offered-keys.ts';
import { openingOf } from './opening.ts';
import { spokenSeconds } from './spoken-seconds.ts';
import { staleReason } from './stale-order.ts';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(time);

describe('what a call says by itself', () => {
  test('who calls always, and that nobody speaks in person where the gate asks for it', () => {
    assert.deepEqual(openingOf('Lakeside', 'en', ['identify-clinic']), {
      full: 'Hello, this is Lakeside.',
      withoutName: '',
    });
    assert.match(
      openingOf('Lakeside', 'en', ['automated-voice']).full,
      /^Hello.*automated call with a voice/,
    );
    const german = openingOf('Praxis am See', 'de', ['automated-voice', 'ai-voice']);
    assert.match(german.full, /^Guten Tag, hier ist Praxis am See\. .*mit einer KI/);
    assert.doesNotMatch(german.withoutName, /Praxis/);
  });

  const scripts: [script: string, language: 'en' | 'de', keys: string][] = [
    ['To confirm, press 1. If something came up, press 2.', 'en', '1,2'],
    ['You are expected at 9:30 on May 1.', 'en', ''],
    ['Drücken Sie die 1, um mit uns zu sprechen die 3.', 'de', '1,3'],
    ['Ihr Termin ist am 3. Mai um 9 Uhr.', 'de', ''],
  ];
  for (const [script, language, keys] of scripts)
    test(`"${script}" names the keys ${keys || 'not at all'}`, () => {
      assert.equal([...namedKeys(script, language)].join(','), keys);
    });

  test('keys are read out in one order, and a way to say no is there where the law wants one', () => {
    const own = { '9': 'confirm', '3': 'speak-to-someone', '1': 'reschedule' } as const;
    assert.deepEqual(offeredKeys(own, []), [
      { key: '9', means: 'confirm' },
      { key: '1', means: 'reschedule' },
      { key: '3', means: 'speak-to-someone' },
    ]);
    assert.deepEqual(offeredKeys(own, ['how-to-opt-out']).at(-1), { key: '8', means: 'do-not-call' });
    const no = { '5': 'do-not-call' } as const;
    assert.deepEqual(offeredKeys(no, ['how-to-opt-out']), [{ key: '5', means: 'do-not-call' }]);
  });

  test('160 words take about a minute', () => {
    assert.equal(spokenSeconds('hello '.repeat(160)), 60);
  });
});

test('what reached nobody does not count, all else does', () => {
  assert.deepEqual(orderOutcomes.filter(reachedNobody), ['machine', 'busy', 'no-answer', 'failed']);
  assert.ok(errandOutcomes.every((outcome) => orderOutcomes.includes(outcome)));
});

describe('an order that is due', () => {
  const now = at('2026-11-18T16:00:00Z');
  const order = {
    expiresAt: now.add({ minutes: 1 }),
    needsStanding: true,
    appointmentStatus: 'booked',
    isUnwanted: false,
  };
  const cases: [
    title: string,
    own: Partial<typeof order> | { appointmentStatus: null },
    expected: string | null,
  ][] = [
    ['of use', {}, null],
    ['confirmed meanwhile', { appointmentStatus: 'confirmed' }, null],
    ['too late', { expiresAt: now }, 'expired'],
    ['cancelled', { appointmentStatus: 'cancelled' }, 'appointment-gone'],
    ['its workflow has ended', { isUnwanted: true }, 'withdrawn'],
    ['the appointment is not there', { appointmentStatus: null }, 'appointment-gone'],
    ['its workflow has ended', { isUnwanted: true }, 'withdrawn'],
    ['about a missed appointment', { needsStanding: false, appointmentStatus: 'no-show' }, null],
  ];
  for (const [title, own, expected] of cases)
    test(title, () => assert.equal(staleReason({ ...order, ...own }, now), expected));
});

describe('after a request to the carrier', () => {
  const now = at('2026-11-18T16:00:00Z');
  const cases: [dialled: DialOutcome, attempts: number, expected: string | undefined][] = [
    [{ outcome: 'placed', sid: 'CA1' }, 1, 'under-way'],
    [{ outcome: 'not-placed', code: 20_429 }, 1, 'again'],
    [{ outcome: 'not-placed', code: 20_429 }, 18, 'give-up'],
    [{ outcome: 'was-not-placed' }, 30, 'again'],
    [{ outcome: 'unsure' }, 1, 'ask-later'],
    [{ outcome: 'unsure' }, 18, 'give-up'],
    [{ outcome: 'refused' }, 1, 'give-up'],
    [{ outcome: 'left' }, 1, undefined],
  ];
  for (const [dialled, attempts, expected] of cases)
    test(`${dialled.outcome}, ${attempts}: ${expected ?? 'nothing'}`, () => {
      assert.equal(nextDial(dialled, attempts, now)?.next, expected);
    });

  test('what stays unknown is called unknown, not failed', () => {
    const next = nextDial({ outcome: 'unsure' }, 18, now);
    assert.ok(next?.next === 'give-up');
    assert.equal(next.outcome, 'unknown');
  });
});
