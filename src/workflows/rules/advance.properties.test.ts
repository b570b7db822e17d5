import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Advanced } from './advance.ts';
import { definitionSchema, type Definition } from './definition.ts';
import { messageOutcomes, type Fact } from './fact.ts';
import { wakeOf, type InstanceState } from './instance.ts';
import { isOver, openContacts } from './play/go-on.ts';
import { beginPlay, play as playAct } from './play/play.ts';
import type { Staging } from './play/world.ts';
import { readMessageFact } from './read-message-fact.ts';
import { callOutcomes } from './steps.ts';
import { isAhead, type Subject } from './subject.ts';
import {
  appointmentAt,
  at,
  instanceOf,
  reminderChain,
  step,
  subjectOf,
  withCall,
} from './subject-on-trial.ts';

const reminders = withCall(reminderChain);
const start = at('2026-03-20T09:00');

/** Days in which the clocks change are among them. */
const anyStart = fc
  .record({ day: fc.integer({ min: 0, max: 20 }), quarter: fc.integer({ min: 24, max: 76 }) })
  .map(({ day, quarter }) => {
    const time = Temporal.PlainTime.from('00:00').add({ minutes: quarter * 15 });
    return Temporal.PlainDate.from('2026-03-21').add({ days: day }).toPlainDateTime(time).toString();
  });

type Happening =
  | { what: 'move'; to: string; told: boolean }
  | { what: 'status'; status: 'booked' | 'confirmed' | 'cancelled' | 'completed' | 'no-show'; told: boolean }
  | { what: 'word'; fact: Fact };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ what: fc.constant('move' as const), to: anyStart, told: fc.boolean() }),
  fc.record({
    what: fc.constant('status' as const),
    status: fc.constantFrom('booked', 'confirmed', 'cancelled', 'completed', 'no-show'),
    told: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('word' as const),
    fact: fc.oneof(
      fc.record({
        fact: fc.constant('message' as const),
        key: fc.constantFrom(
          'i:first-sms:0.0',
          'i:first-sms:1.0',
          'i:first-sms:0.1',
          'i:email:0.0',
          'nonsense',
        ),
        outcome: fc.constantFrom(...messageOutcomes),
        reason: fc.constant(null),
      }),
      fc.record({
        fact: fc.constant('call' as const),
        key: fc.constantFrom('i:call:0.0', 'i:call:0.1', 'i:call:1.0'),
        outcome: fc.constantFrom(...callOutcomes),
        reason: fc.constant(null),
      }),
      fc.constant<Fact>({ fact: 'due', overdue: 'skip' }),
    ),
  }),
);
/** Each with how many minutes after the one before; workers come late by that much as well. */
const days = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 0, max: 600 }), happening),
  { maxLength: 12 },
);

type World = { subject: Subject; instance: InstanceState; now: Temporal.Instant };
type Check = (advanced: Advanced, world: World) => void;

const change = ({ subject }: World, event: Happening): Subject => {
  const appointment = subject.appointment!;
  if (event.what === 'status') return subjectOf({ ...appointment, status: event.status });
  return event.what === 'move' ? subjectOf(appointmentAt(event.to, appointment.status)) : subject;
};

/** Plays a history: timers fire (late), the appointment changes (with or without word of it), word comes back. */
const play = (
  definition: Definition,
  first: string,
  history: [number, number, Happening][],
  check: Check,
): World => {
  const subject = subjectOf(appointmentAt(first));
  const world: World = { subject, instance: instanceOf(definition, subject), now: start };
  const tell = (fact: Fact): void => {
    const advanced = step(definition, world.instance, fact, world.subject, world.now);
    check(advanced, world);
    world.instance = advanced.instance;
  };
  const timers = (until: Temporal.Instant, late: number): void => {
    for (let turns = 0; turns < 200; turns += 1) {
      const wake = wakeOf(world.instance, world.now)?.add({ minutes: late });
      if (wake === undefined || Temporal.Instant.compare(wake, until) > 0) return;
      if (Temporal.Instant.compare(wake, world.now) > 0) world.now = wake;
      tell({ fact: 'due' });
    }
    assert.fail('an instance must not wake for ever');
  };
  for (const [minutes, late, event] of history) {
    const until = world.now.add({ minutes });
    timers(until, late);
    world.now = until;
    world.subject = change(world, event);
    if (event.what === 'word') tell(event.fact);
    else if (event.told) tell({ fact: 'changed' });
  }
  timers(start.add({ hours: 24 * 60 }), 0);
  return world;
};

test('no wrong reminder, ever: appointments move and are cancelled against firing timers', () => {
  fc.assert(
    fc.property(anyStart, days, (first, history) => {
      const keys: string[] = [];
      play(reminders, first, history, ({ effects }, { subject, now }) => {
        for (const effect of effects) {
          if ('key' in effect) keys.push(`${effect.effect} ${effect.key}`);
          if (effect.effect !== 'send-message' && effect.effect !== 'place-call') continue;
          const { startsAt } = subject.appointment!;
          assert.ok(isAhead(subject.appointment!), 'only for an appointment that stands');
          assert.ok(Temporal.Instant.compare(now, startsAt) < 0, 'only before it begins');
          const expiresAt = Temporal.Instant.from(effect.expiresAt!);
          assert.ok(Temporal.Instant.compare(expiresAt, startsAt) <= 0, 'of no use after its beginning');
          const hours = now.until(startsAt).total('hours');
          if (effect.step === 'first-sms') assert.ok(hours <= 48, 'not before its time');
          if (effect.step === 'morning-sms') assert.ok(hours <= 24, 'not before its day');
        }
      });
      assert.equal(new Set(keys).size, keys.length, 'no effect twice');
    }),
    { numRuns: 400 },
  );
});

test('every instance ends, and the same history gives the same instance', () => {
  fc.assert(
    fc.property(anyStart, days, (first, history) => {
      const [once, twice] = [0, 1].map(() => play(reminders, first, history, () => {}).instance);
      assert.deepEqual(once, twice);
      assert.notEqual(once!.status, 'running');
      assert.equal(once!.position, null);
    }),
    { numRuns: 200 },
  );
});

const { step: anySteps } = fc.letrec((tie) => ({
  step: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant({ do: 'SEND_SMS', content: { text: { en: 'x' } } }),
    fc.record({
      do: fc.constant('WAIT'),
      for: fc.oneof(
        fc.record({
          until: fc.constant('later'),
          span: fc.record({ hours: fc.integer({ min: 0, max: 50 }) }),
        }),
        fc.record({
          until: fc.constant('before-appointment'),
          span: fc.record({ days: fc.integer({ min: 0, max: 9 }) }),
        }),
        fc.constant({ until: 'after-appointment', span: { days: 1 } }),
        fc.constant({ until: 'business-day', at: '09:00' }),
      ),
      ifPast: fc.constantFrom('skip', 'go-on'),
    }),
    fc.record({
      do: fc.constant('CONDITION'),
      if: fc.constantFrom(
        { combinator: 'and', rules: [{ field: 'appointment.status', operator: '=', value: 'booked' }] },
        { combinator: 'and', rules: [{ field: 'appointment.hoursAway', operator: '<', value: 30 }] },
      ),
      yes: tie('steps'),
      no: tie('steps'),
    }),
  ),
  steps: fc.array(tie('step'), { maxLength: 4, depthIdentifier: 'steps' }),
}));

/** Steps get their ids in the order in which they are read. */
const numbered = (steps: unknown[]): unknown[] => {
  let next = 0;
  const name = (list: unknown[]): unknown[] =>
    list.map((entry) => {
      const found = entry as Record<string, unknown>;
      next += 1;
      const own = { ...found, id: `s${next}` };
      return found.do === 'CONDITION'
        ? { ...own, yes: name(found.yes as unknown[]), no: name(found.no as unknown[]) }
        : own;
    });
  return name(steps);
};

test('whatever the steps are: it ends, does no step twice in a round, and no key twice', () => {
  fc.assert(
    fc.property(fc.array(anySteps, { maxLength: 6 }), anyStart, days, (steps, first, history) => {
      const definition = definitionSchema.parse({
        trigger: { events: ['APPOINTMENT_SCHEDULED'] },
        purpose: 'care',
        reentry: { rule: 'always' },
        exits: [{ when: 'appointment-cancelled' }],
        steps: numbered(steps),
      });
      const done: string[] = [];
      const { instance } = play(definition, first, history, ({ executions, effects }) => {
        done.push(...executions.flatMap(({ outcome, key }) => (outcome === 'done' && key ? key : [])));
        assert.deepEqual(
          effects.flatMap((effect) => ('key' in effect ? effect.key : [])),
          executions.flatMap(({ key }) => key ?? []),
        );
      });
      assert.equal(new Set(done).size, done.length);
      assert.notEqual(instance.status, 'running');
    }),
    { numRuns: 200 },
  );
});

const messageAnswers = ['delivered', 'opened', 'failed', 'unclear'] as const;
type Answer = (typeof messageAnswers)[number];

const factsOf = (key: string, said: Answer): Fact[] => {
  if (said === 'unclear') return readMessageFact(key, { fact: 'replied', meaning: said, text: '' });
  return readMessageFact(key, said === 'failed' ? { fact: said, reason: 'unreachable' } : { fact: said });
};

const mostTurns = 400;

/** The interpreter on its own: everything leaves at once, and is answered in its order as said. */
const driven = (definition: Definition, subject: Subject, answers: readonly Answer[]): string[] => {
  const told: string[] = [];
  const facts: Fact[] = [];
  const open: string[] = [];
  let instance = instanceOf(definition, subject);
  let now = start;
  let given = 0;
  for (let turns = 0; turns < mostTurns; turns += 1) {
    const wake = wakeOf(instance, now);
    const isDue = wake !== null && Temporal.Instant.compare(wake, now) <= 0;
    const fact = facts.shift() ?? (isDue ? { fact: 'due' as const } : null);
    if (fact === null) {
      const key = open.shift();
      if (key !== undefined) facts.push(...factsOf(key, answers[given++ % answers.length]!));
      else if (wake === null) break;
      else now = wake;
      continue;
    }
    const advanced = step(definition, instance, fact, subject, now);
    ({ instance } = advanced);
    for (const { step: id, outcome, reason } of advanced.executions)
      told.push(`${now.toString()} ${id} ${outcome} ${reason}`);
    for (const effect of advanced.effects) {
      if (effect.effect !== 'send-message') continue;
      open.push(effect.key);
      facts.push({ fact: 'message', key: effect.key, outcome: 'sent', reason: null });
    }
  }
  return told;
};

/** The same by a play whose gate lets everything leave. */
const played = (definition: Definition, subject: Subject, answers: readonly Answer[]): string[] => {
  const staging: Staging = {
    definition,
    ids: { instanceId: 'i', workflowId: 'w' },
    calls: 'heard',
    verdict: () => ({
      may: 'now',
      personId: null,
      says: null,
      decision: null,
      to: null,
      reader: null,
      together: [],
    }),
  };
  let world = beginPlay(staging, subject, start);
  let given = 0;
  for (let turns = 0; turns < mostTurns && !isOver(world); turns += 1) {
    const [contact] = openContacts(world);
    world = playAct(
      staging,
      world,
      contact === undefined
        ? { act: 'go-on' }
        : { act: 'answer', key: contact.key, answer: answers[given++ % answers.length]! },
    );
  }
  return world.story.flatMap((entry) => {
    if (entry.told !== 'step') return [];
    const { step: id, outcome, reason } = entry.execution;
    return [`${entry.at.toString()} ${id} ${outcome} ${reason}`];
  });
};

test('a play is the interpreter: the same steps in the same order, with the same times and reasons', () => {
  const anyAnswers = fc.array(fc.constantFrom(...messageAnswers), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(anySteps, { maxLength: 6 }), anyStart, anyAnswers, (steps, first, answers) => {
      const definition = definitionSchema.parse({
        trigger: { events: ['APPOINTMENT_SCHEDULED'] },
        purpose: 'care',
        reentry: { rule: 'always' },
        exits: [{ when: 'replied' }],
        steps: numbered(steps),
      });
      const subject = subjectOf(appointmentAt(first));
      assert.deepEqual(played(definition, subject, answers), driven(definition, subject, answers));
    }),
    { numRuns: 200 },
  );
});
