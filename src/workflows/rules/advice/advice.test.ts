import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EventKind } from '../../../events/rules/event-kinds.ts';
import type { Definition } from '../definition.ts';
import { gallery } from '../gallery/gallery.ts';
import type { Moment, Span } from '../moment.ts';
import type { RuleGroup } from '../rule-tree.ts';
import type { Branch, Step } from '../steps.ts';
import { adviceOn } from './advice.ts';

const both = { en: 'Hello.', de: 'Guten Tag.' };
const sms = (id: string, text: { en?: string; de?: string } = both): Step => ({
  id,
  do: 'SEND_SMS',
  content: { text },
});
const email = (id: string): Step => ({
  id,
  do: 'SEND',
  channel: 'email',
  content: { text: both, subject: both },
});
const call = (id: string): Step => ({ id, do: 'MAKE_PHONE_CALL', script: both, keys: {} });
const until = (id: string, moment: Moment): Step => ({ id, do: 'WAIT', for: moment, ifPast: 'skip' });
const later = (id: string, span: Span): Step => until(id, { until: 'later', span });
const before = (id: string, span: Span): Step => until(id, { until: 'before-appointment', span });
const about = (field: string): RuleGroup => ({
  combinator: 'and',
  rules: [{ field, operator: '=', value: 'answered' }],
});
const vip = about('patient.vip');
const choice = (id: string, rule: RuleGroup, yes: Step[], no: Step[] = []): Step => ({
  id,
  do: 'CONDITION',
  if: rule,
  yes,
  no,
});
const ways = (by: 'condition' | 'percent', branches: Branch[], otherwise: Step[] = []): Step => ({
  id: 'ways',
  do: 'BRANCH',
  by,
  branches,
  otherwise,
});

const definition = (steps: Step[], trigger: Definition['trigger']): Definition => ({
  trigger,
  purpose: 'care',
  reentry: { rule: 'always' },
  exits: [],
  steps,
});
const on = (...events: EventKind[]): Definition['trigger'] => ({ events });
const told = (steps: Step[], trigger: Definition['trigger'] = on('PATIENT_CREATED')): string[] =>
  adviceOn(definition(steps, trigger), ['en', 'de']).map(({ step, code, detail }) =>
    [step ?? 'begin', code, ...(detail === undefined ? [] : [detail])].join(' '),
  );

const tables: Record<string, [string, string[], string[]][]> = {
  'a text in one language only': [
    ['both are written', told([sms('a')]), []],
    ['German is missing', told([sms('a', { en: 'Hello.' })]), ['a one-language de']],
    ['blanks are no text', told([sms('a', { en: ' ', de: 'Guten Tag.' })]), ['a one-language en']],
    ['none is written: that is a fault already', told([sms('a', {})]), []],
  ],
  'two messages close together': [
    ['one right behind the other', told([sms('a'), sms('b')]), ['b close-together']],
    ['by another way', told([sms('a'), email('b')]), []],
    ['four minutes later', told([sms('a'), later('w', { minutes: 4 }), sms('b')]), ['b close-together']],
    ['five minutes later', told([sms('a'), later('w', { minutes: 5 }), sms('b')]), []],
    ['a call between them takes its time', told([sms('a'), call('c'), sms('b')]), []],
    ['on one of two ways', told([choice('c', vip, [sms('a')]), sms('b')]), ['b close-together']],
    ['on ways that exclude each other', told([choice('c', vip, [sms('a')], [sms('b')])]), []],
  ],
  'contacts at night': [
    [
      'an SMS at 22:00',
      told([until('w', { until: 'time-of-day', at: '22:00' }), sms('a')]),
      ['w at-night 22:00'],
    ],
    [
      'a call at 06:30',
      told([until('w', { until: 'time-of-day', at: '06:30' }), call('a')]),
      ['w at-night 06:30'],
    ],
    ['at 08:00', told([until('w', { until: 'time-of-day', at: '08:00' }), call('a')]), []],
    ['an e-mail wakes nobody', told([until('w', { until: 'time-of-day', at: '22:00' }), email('a')]), []],
    [
      'another wait before the contact',
      told([until('w', { until: 'time-of-day', at: '05:00' }), later('v', { hours: 4 }), sms('a')]),
      [],
    ],
    [
      'begun every day at night',
      told([sms('a')], { events: [], daily: { at: '03:00' } }),
      ['begin at-night 03:00'],
    ],
  ],
  'reminders that come too early for some': [
    [
      'a week before only',
      told([before('w', { weeks: 1 }), sms('a')], on('APPOINTMENT_SCHEDULED')),
      ['w nothing-for-late-bookings'],
    ],
    [
      'a day before as well',
      told(
        [before('w', { weeks: 1 }), sms('a'), before('v', { days: 1 }), sms('b')],
        on('APPOINTMENT_SCHEDULED'),
      ),
      [],
    ],
    ['a day before', told([before('w', { days: 1 }), sms('a')], on('APPOINTMENT_SCHEDULED')), []],
    [
      'something is sent when they book',
      told([email('e'), before('w', { weeks: 1 }), sms('a')], on('APPOINTMENT_SCHEDULED')),
      [],
    ],
    [
      'nobody is reached by it',
      told(
        [before('w', { weeks: 1 }), { id: 'n', do: 'CREATE_CALL_NOTE', text: 'Look.' }],
        on('APPOINTMENT_SCHEDULED'),
      ),
      [],
    ],
  ],
  'ways that nobody takes': [
    [
      'no share',
      told([
        ways('percent', [
          { name: 'A', percent: 100, steps: [] },
          { name: 'B', percent: 0, steps: [sms('b')] },
        ]),
      ]),
      ['ways never-reached B'],
    ],
    [
      'nothing is left over',
      told([ways('percent', [{ name: 'A', percent: 100, steps: [] }], [sms('o')])]),
      ['ways never-reached'],
    ],
    [
      'the same condition twice',
      told([
        ways('condition', [
          { name: 'A', if: vip, steps: [] },
          { name: 'B', if: vip, steps: [sms('b')] },
        ]),
      ]),
      ['ways same-twice B'],
    ],
    [
      'the same question again at once',
      told([choice('c', vip, [choice('d', vip, [sms('a')], [sms('b')])])]),
      ['d never-reached'],
    ],
    [
      'the same question a day later is another one',
      told([choice('c', vip, [later('w', { days: 1 }), choice('d', vip, [sms('a')], [sms('b')])])]),
      [],
    ],
    ['asked before it was done', told([choice('c', about('steps.a'), []), sms('a')]), ['c asked-too-early']],
    ['asked behind it', told([sms('a'), choice('c', about('steps.a'), [])]), []],
    [
      'done on one of the ways',
      told([choice('c', vip, [call('a')]), choice('d', about('steps.a'), [email('b')])]),
      [],
    ],
  ],
};

for (const [name, cases] of Object.entries(tables))
  describe(name, () => {
    for (const [what, found, expected] of cases) test(what, () => assert.deepEqual(found, expected));
  });

test('nothing in the gallery needs advice', () => {
  for (const { key, definition: ready } of gallery)
    assert.deepEqual([key, adviceOn(ready.en, ['en', 'de'])], [key, []]);
});

test('a clinic that speaks one language needs one', () => {
  const german = definition([sms('a', { de: 'Guten Tag.' })], on('PATIENT_CREATED'));
  assert.deepEqual(adviceOn(german, ['de']), []);
  assert.deepEqual(adviceOn(german, ['en']), [{ step: 'a', code: 'one-language', detail: 'en' }]);
});
