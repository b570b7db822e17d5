import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advance, type Advanced } from './advance.ts';
import { definitionFaults } from './check-definition.ts';
import { definitionSchema, type Definition } from './definition.ts';
import type { Fact } from './fact.ts';
import type { InstanceState } from './instance.ts';
import type { Subject } from './subject.ts';
import { missedCall as missedCallEntry } from './gallery/missed-call.ts';
import {
  appointmentAt,
  at,
  instanceOf,
  reminderChain,
  runOut,
  step,
  subjectOf,
  withCall,
} from './subject-on-trial.ts';

const reminders = withCall(reminderChain);
const missedCall = missedCallEntry.definition.en;

const local = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString({ smallestUnit: 'minute' });

/** What left, and when: `2026-06-02T10:00 email`. */
const sent = (story: { at: Temporal.Instant; advanced: Advanced }[]): string[] =>
  story.flatMap(({ at: when, advanced }) =>
    advanced.effects.flatMap((effect) => ('step' in effect ? `${local(when)} ${effect.step}` : [])),
  );

const definitionOf = (steps: unknown, more: object = {}): Definition =>
  definitionSchema.parse({
    trigger: { events: ['APPOINTMENT_SCHEDULED'] },
    purpose: 'care',
    reentry: { rule: 'always' },
    exits: [],
    steps,
    ...more,
  });
const sms = (id: string) => ({ id, do: 'SEND_SMS', content: { text: { en: id } } });

/** Drives an instance through facts; keeps everything that came of it. */
const drive = (definition: Definition, subject: Subject) => {
  let instance: InstanceState = instanceOf(definition, subject);
  return {
    get instance() {
      return instance;
    },
    tell(fact: Fact, now: string, about: Subject = subject): Advanced {
      const advanced = step(definition, instance, fact, about, at(now));
      instance = advanced.instance;
      return advanced;
    },
  };
};
const effects = (advanced: Advanced): string[] =>
  advanced.effects.map((effect) => ('step' in effect ? `${effect.effect} ${effect.step}` : effect.effect));
const reasons = (advanced: Advanced): string[] =>
  advanced.executions.map(({ step: id, outcome, reason }) => [id, outcome, reason].filter(Boolean).join(' '));
const due: Fact = { fact: 'due' };

describe('a reminder chain', () => {
  test('runs its course on its own timers', () => {
    const { story, instance } = runOut(
      reminders,
      subjectOf(appointmentAt('2026-06-05T11:00')),
      at('2026-05-20T16:00'),
    );
    assert.deepEqual(sent(story), [
      '2026-06-03T11:00 first-sms',
      '2026-06-04T10:00 email',
      '2026-06-04T10:00 call',
      '2026-06-05T08:00 morning-sms',
    ]);
    assert.equal(instance.status, 'done');
  });

  test('leaves out what is over already when it is booked late', () => {
    const { story } = runOut(reminders, subjectOf(appointmentAt('2026-06-05T11:00')), at('2026-06-04T16:00'));
    assert.deepEqual(sent(story), ['2026-06-05T08:00 morning-sms']);
    assert.deepEqual(reasons(story[0]!.advanced), [
      'two-days-before skipped time-over',
      'first-sms skipped time-over',
      'day-before skipped time-over',
      'unconfirmed chosen yes',
      'email skipped time-over',
      'call skipped time-over',
      'morning-of waiting',
    ]);
  });

  test('does not ask who has confirmed', () => {
    const { story } = runOut(
      reminders,
      subjectOf(appointmentAt('2026-06-05T11:00', 'confirmed')),
      at('2026-05-20T16:00'),
    );
    assert.deepEqual(sent(story), ['2026-06-03T11:00 first-sms', '2026-06-05T08:00 morning-sms']);
  });

  test('moves with its appointment, and begins again when something has left', () => {
    const old = subjectOf(appointmentAt('2026-06-05T11:00'));
    const instance = drive(reminders, old);
    instance.tell(due, '2026-05-20T16:00');
    const first = instance.tell(due, '2026-06-03T11:00');
    assert.deepEqual(effects(first), ['send-message first-sms']);
    const moved = subjectOf(appointmentAt('2026-06-12T09:00'));
    const after = instance.tell({ fact: 'changed' }, '2026-06-03T15:00', moved);
    assert.deepEqual(effects(after), ['withdraw']);
    assert.deepEqual(reasons(after), ['moved', 'two-days-before waiting']);
    assert.deepEqual(effects(instance.tell(due, '2026-06-04T10:00', moved)), []);
    const again = instance.tell(due, '2026-06-10T09:00', moved);
    assert.deepEqual(effects(again), ['send-message first-sms']);
    const keys = [first, again]
      .flatMap((advanced) => advanced.effects)
      .map((effect) => 'key' in effect && effect.key);
    assert.deepEqual(keys, ['i:first-sms:0.0', 'i:first-sms:1.0']);
  });

  test('notices by itself that the appointment moved, when nobody said so', () => {
    const instance = drive(reminders, subjectOf(appointmentAt('2026-06-05T11:00')));
    instance.tell(due, '2026-05-20T16:00');
    const late = instance.tell(due, '2026-06-03T11:00', subjectOf(appointmentAt('2026-06-08T11:00')));
    assert.deepEqual(effects(late), ['withdraw']);
    assert.equal(instance.instance.status, 'running');
  });

  test('ends with its appointment, and comes back with it', () => {
    const instance = drive(reminders, subjectOf(appointmentAt('2026-06-05T11:00')));
    instance.tell(due, '2026-05-20T16:00');
    const cancelled = subjectOf(appointmentAt('2026-06-05T11:00', 'cancelled'));
    assert.deepEqual(effects(instance.tell({ fact: 'changed' }, '2026-05-21T09:00', cancelled)), [
      'withdraw',
    ]);
    assert.equal(instance.instance.exit, 'appointment-cancelled');
    instance.tell({ fact: 'changed' }, '2026-05-22T09:00');
    assert.deepEqual(effects(instance.tell(due, '2026-06-03T11:00')), ['send-message first-sms']);
  });

  test('a last message that waits for the morning goes with a cancelled appointment', () => {
    const definition = { ...reminders, exits: [] };
    const { instance } = runOut(
      definition,
      subjectOf(appointmentAt('2026-06-05T11:00')),
      at('2026-05-20T16:00'),
    );
    const cancelled = subjectOf(appointmentAt('2026-06-05T11:00', 'cancelled'));
    const told = step(definition, instance, { fact: 'changed' }, cancelled, at('2026-06-05T08:01'));
    assert.deepEqual(effects(told), ['withdraw']);
  });

  test('a worker that comes back after the appointment sends nothing', () => {
    const instance = drive(reminders, subjectOf(appointmentAt('2026-06-05T11:00')));
    instance.tell(due, '2026-05-20T16:00');
    const late = instance.tell(due, '2026-06-05T11:01');
    assert.deepEqual(effects(late), []);
    assert.ok(reasons(late).includes('first-sms skipped appointment-begun'));
  });

  test('what came due during a pause can be left out', () => {
    const instance = drive(reminders, subjectOf(appointmentAt('2026-06-05T11:00')));
    instance.tell(due, '2026-05-20T16:00');
    const resumed = instance.tell({ fact: 'due', overdue: 'skip' }, '2026-06-03T12:00');
    assert.deepEqual(reasons(resumed), ['first-sms skipped overdue-after-pause', 'day-before waiting']);
  });
});

describe('a telephone call', () => {
  const calling = (now = '2026-06-04T10:00') => {
    const instance = drive(reminders, subjectOf(appointmentAt('2026-06-05T11:00')));
    instance.tell(due, '2026-05-20T16:00');
    instance.tell(due, '2026-06-03T11:00');
    instance.tell(due, now);
    return instance;
  };
  const outcome = (attempt: number, result: Extract<Fact, { fact: 'call' }>['outcome']): Fact => ({
    fact: 'call',
    key: `i:call:0.${attempt}`,
    outcome: result,
    reason: null,
  });

  test('is tried again by its rule, not more often', () => {
    const instance = calling();
    assert.deepEqual(reasons(instance.tell(outcome(0, 'busy'), '2026-06-04T10:01')), ['call waiting busy']);
    assert.deepEqual(effects(instance.tell(due, '2026-06-04T13:01')), ['place-call call']);
    assert.deepEqual(reasons(instance.tell(outcome(1, 'no-answer'), '2026-06-04T13:02')), [
      'call failed no-answer',
      'morning-of waiting',
    ]);
  });

  test('gives the front desk a task when another time is wanted', () => {
    assert.deepEqual(effects(calling().tell(outcome(0, 'confirmed'), '2026-06-04T10:01')), []);
    assert.deepEqual(effects(calling().tell(outcome(0, 'reschedule-asked'), '2026-06-04T10:01')), [
      'create-task call',
    ]);
  });

  test('puts a callback on the list, with a time at which the clinic is open', () => {
    const evening = calling('2026-06-04T20:30');
    const [task] = evening.tell(outcome(0, 'wanted-someone'), '2026-06-04T20:31').effects;
    assert.ok(task?.effect === 'create-task');
    assert.equal(task.kind, 'callback');
    const wanted = Temporal.Instant.from(task.dueAt!).toZonedDateTimeISO('Europe/Berlin');
    assert.ok(wanted.hour >= 8 && wanted.hour < 18, wanted.toString());
    const left: Fact = { fact: 'call', key: 'i:call:0.0', outcome: 'wanted-someone', reason: 'voicemail' };
    assert.deepEqual(
      effects(calling().tell(left, '2026-06-04T10:01')),
      [],
      'their message is on the list itself',
    );
  });

  test('word that comes twice or late changes nothing', () => {
    const instance = calling();
    instance.tell(outcome(0, 'confirmed'), '2026-06-04T10:01');
    assert.deepEqual(effects(instance.tell(outcome(0, 'confirmed'), '2026-06-04T10:02')), []);
    assert.deepEqual(effects(instance.tell(outcome(0, 'busy'), '2026-06-04T10:03')), []);
  });

  test('without any word its outcome is unknown', () => {
    const instance = calling();
    instance.tell(due, '2026-06-04T23:00');
    assert.equal(instance.instance.outcomes.call, 'unknown');
  });
});

describe('a message', () => {
  const told = (outcome: Extract<Fact, { fact: 'message' }>['outcome'], attempt = 0, round = 0): Fact => ({
    fact: 'message',
    key: `i:first-sms:${round}.${attempt}`,
    outcome,
    reason: null,
  });
  const after = () => {
    const instance = drive(reminders, subjectOf(appointmentAt('2026-06-05T11:00')));
    instance.tell(due, '2026-05-20T16:00');
    instance.tell(due, '2026-06-03T11:00');
    return instance;
  };

  test('that cannot be delivered goes by the next channel, once', () => {
    const instance = after();
    const failed = instance.tell(told('failed'), '2026-06-03T11:01');
    assert.deepEqual(
      failed.effects.map((effect) => 'channel' in effect && effect.channel),
      ['email'],
    );
    assert.deepEqual(effects(instance.tell(told('failed'), '2026-06-03T11:02')), []);
    assert.deepEqual(effects(instance.tell(told('failed', 1), '2026-06-03T11:03')), []);
  });

  test('an answer is not overwritten by word of the delivery', () => {
    const instance = after();
    instance.tell(told('confirmed'), '2026-06-03T11:01');
    instance.tell(told('delivered'), '2026-06-03T11:02');
    assert.equal(instance.instance.outcomes['first-sms'], 'confirmed');
  });

  test('of a round that is over counts no more', () => {
    const instance = after();
    const moved = subjectOf(appointmentAt('2026-06-12T09:00'));
    instance.tell({ fact: 'changed' }, '2026-06-03T15:00', moved);
    assert.deepEqual(effects(instance.tell(told('failed'), '2026-06-03T15:01', moved)), []);
  });
});

test('a missed call: an answer ends the wait, silence makes a callback', () => {
  const subject = subjectOf(null);
  const quiet = runOut(missedCall, subject, at('2026-06-05T10:00'));
  assert.deepEqual(sent(quiet.story), ['2026-06-05T10:05 sorry', '2026-06-05T12:05 callback']);
  const instance = drive(missedCall, subject);
  instance.tell(due, '2026-06-05T10:00');
  instance.tell(due, '2026-06-05T10:05');
  instance.tell(
    { fact: 'message', key: 'i:sorry:0.0', outcome: 'replied', reason: null },
    '2026-06-05T10:20',
  );
  assert.equal(instance.instance.status, 'done');
});

describe('who has confirmed and is not asked any more', () => {
  const asking: Definition = { ...reminderChain, exits: [{ when: 'appointment-confirmed' }] };
  const until = (status: Parameters<typeof appointmentAt>[1], day = '2026-06-05'): Subject =>
    subjectOf(appointmentAt(`${day}T11:00`, status));
  const confirmed = () => {
    const instance = drive(asking, until('booked'));
    instance.tell(due, '2026-06-01T10:00');
    instance.tell({ fact: 'changed' }, '2026-06-01T12:00', until('confirmed'));
    assert.equal(instance.instance.exit, 'appointment-confirmed');
    return instance;
  };

  test('is reminded of another time, which nobody has confirmed', () => {
    const instance = confirmed();
    instance.tell({ fact: 'changed' }, '2026-06-02T09:00', until('booked', '2026-07-10'));
    assert.equal(instance.instance.status, 'running');
    const told = instance.tell(due, '2026-07-08T11:00', until('booked', '2026-07-10'));
    assert.deepEqual(effects(told), ['send-message first-sms']);
  });

  test('and again when it was a slip', () => {
    const instance = confirmed();
    instance.tell({ fact: 'changed' }, '2026-06-01T12:01', until('booked'));
    assert.deepEqual(effects(instance.tell(due, '2026-06-03T11:00')), ['send-message first-sms']);
  });
});

test('a wait that hangs on the appointment in another version only is kept to like any other', () => {
  const before = { id: 'w', do: 'WAIT', for: { until: 'later', span: { days: 3 } } };
  const after = { id: 'w', do: 'WAIT', for: { until: 'before-appointment', span: { hours: 2 } } };
  const subject = subjectOf(appointmentAt('2026-06-05T11:00'));
  const waiting = drive(definitionOf([before, sms('soon')]), subject);
  waiting.tell(due, '2026-06-01T10:00');
  const moved = definitionOf([after, sms('soon')]);
  const late = step(moved, waiting.instance, due, subject, at('2026-06-05T11:30'));
  assert.deepEqual(effects(late), [], 'it has begun');
  const inTime = step(moved, waiting.instance, due, subject, at('2026-06-05T09:00'));
  assert.deepEqual(
    inTime.effects.map((effect) => 'expiresAt' in effect && effect.expiresAt),
    [subject.appointment!.startsAt.toString()],
  );
});

test('what fails during a pause goes by the next channel, held with the others', () => {
  const steps = [{ ...sms('soon'), do: 'SEND', channel: 'sms', fallback: ['email'] }];
  const definition = definitionOf(steps, { trigger: { events: ['PATIENT_CREATED'] } });
  const subject = subjectOf(null);
  const { instance } = step(
    definition,
    instanceOf(definition, subject),
    due,
    subject,
    at('2026-06-01T10:00'),
  );
  const failed: Fact = { fact: 'message', key: 'i:soon:0.0', outcome: 'failed', reason: 'unreachable' };
  const standing = { instanceId: 'i', workflowId: 'w', subject, now: at('2026-06-01T10:10'), paused: true };
  assert.deepEqual(effects(advance(definition, instance, failed, standing)), ['send-message soon']);
});

test('a goal reached ends it', () => {
  const instance = drive(missedCall, subjectOf(null));
  instance.tell(due, '2026-06-05T10:00');
  instance.tell({ fact: 'happened', kind: 'CALL_COMPLETED' }, '2026-06-05T10:02');
  assert.equal(instance.instance.exit, 'CALL_COMPLETED');
});

test('branches by percent are sticky and share out as they say', () => {
  const definition = definitionOf([
    {
      id: 'split',
      do: 'BRANCH',
      by: 'percent',
      branches: [
        { name: 'A', percent: 50, steps: [sms('a')] },
        { name: 'B', percent: 30, steps: [sms('b')] },
      ],
      otherwise: [],
    },
    sms('end'),
  ]);
  const taken = (id: string): string =>
    runOut(definition, subjectOf(null, { id }), at('2026-06-05T10:00')).story[0]!.advanced.executions[0]!
      .reason!;
  const all = Array.from({ length: 4000 }, (_, index) => taken(`patient-${index}`));
  assert.deepEqual(
    all.slice(0, 50),
    Array.from({ length: 50 }, (_, index) => taken(`patient-${index}`)),
  );
  const shareOf = (name: string): number => all.filter((found) => found === name).length / all.length;
  assert.ok(Math.abs(shareOf('A') - 0.5) < 0.04, String(shareOf('A')));
  assert.ok(Math.abs(shareOf('B') - 0.3) < 0.04, String(shareOf('B')));
});

test('faults are found and say where', () => {
  const codes = (definition: Definition): string[] =>
    definitionFaults(definition).map(({ step: id, code }) => `${id ?? '-'} ${code}`);
  assert.deepEqual(codes(definitionOf([])), ['- no-steps']);
  assert.deepEqual(codes(definitionOf([sms('a'), sms('a')])), ['a same-id-twice']);
  const rule = (field: string) => ({ combinator: 'and', rules: [{ field, operator: 'notNull' }] });
  const condition = (field: string) => [{ id: 'c', do: 'CONDITION', if: rule(field), yes: [], no: [] }];
  assert.deepEqual(codes(definitionOf(condition('patient.shoeSize'))), ['c unknown-field']);
  assert.deepEqual(codes(definitionOf(condition('steps.gone'))), ['c unknown-step-in-rule']);
  assert.deepEqual(codes(definitionOf(condition('event.startsAt'))), []);
  const wait = [{ id: 'w', do: 'WAIT', for: { until: 'morning-of-appointment' } }];
  assert.deepEqual(codes(definitionOf(wait, { trigger: { events: ['MISSED_CALL'] } })), ['w no-appointment']);
});

test('what somebody has not written yet is a fault, and no error of shape', () => {
  const all = { combinator: 'and', rules: [] };
  const definition = definitionOf(
    [
      { id: 'sms', do: 'SEND_SMS', content: { text: { en: ' ', de: '' } } },
      { id: 'wait', do: 'WAIT', for: { until: 'later', span: {} }, asSoonAs: all },
      { id: 'call', do: 'MAKE_PHONE_CALL', script: {}, keys: {}, retry: { times: 1, after: {}, on: [] } },
      { id: 'note', do: 'CREATE_CALL_NOTE', text: ' ' },
      { id: 'if', do: 'CONDITION', if: all, yes: [], no: [] },
      {
        id: 'ways',
        do: 'BRANCH',
        by: 'condition',
        branches: [
          { name: '', steps: [] },
          { name: '', if: all, steps: [] },
        ],
        otherwise: [],
      },
    ],
    { trigger: { events: [] }, exits: [{ when: 'event', kinds: [] }], reentry: { rule: 'always' } },
  );
  assert.deepEqual(
    definitionFaults(definition).map(({ step: id, code }) => `${id ?? '-'} ${code}`),
    [
      '- no-trigger',
      '- no-event',
      'sms no-text',
      'wait no-span',
      'wait no-condition',
      'call no-text',
      'call no-span',
      'call no-outcome',
      'note no-text',
      'if no-condition',
      'ways no-name',
      'ways same-name-twice',
      'ways branch-without-rule',
    ],
  );
});

test('an empty text of one language is a missing one: the other is used', () => {
  const { steps } = definitionOf([{ id: 'sms', do: 'SEND_SMS', content: { text: { en: 'Hello', de: '' } } }]);
  assert.deepEqual(steps[0], { id: 'sms', do: 'SEND_SMS', content: { text: { en: 'Hello' } } });
});

test('a condition without what it compares with is a fault', () => {
  const rule = { field: 'patient.language', operator: '=', value: '' };
  const found = definitionFaults(
    definitionOf([{ id: 'c', do: 'CONDITION', if: { combinator: 'and', rules: [rule] }, yes: [], no: [] }]),
  );
  assert.deepEqual(found, [{ step: 'c', code: 'no-value' }]);
});
