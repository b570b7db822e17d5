import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Definition } from '../definition.ts';
import { appointmentAt, at, reminderChain, subjectOf, withCall } from '../subject-on-trial.ts';
import { messageAnswers, type Answer } from './answer.ts';
import { channelOf } from './contact.ts';
import { gateVerdict } from './gate-verdict.ts';
import { isOver, openContacts } from './go-on.ts';
import { beginPlay, play, type Act } from './play.ts';
import { sceneOf } from './scene-on-trial.ts';
import type { Staging, World } from './world.ts';

const reminders: Definition = { ...withCall(reminderChain), exits: [{ when: 'appointment-cancelled' }] };
const subject = subjectOf(appointmentAt('2026-03-30T09:30'));
const start = at('2026-03-20T09:00');

const stagingOf = (definition: Definition): Staging => ({
  definition,
  ids: { instanceId: 'play', workflowId: 'play' },
  verdict: gateVerdict(definition, sceneOf(subject)),
  calls: 'heard',
});

const begin = (definition = reminders, from = start) => {
  const staging = stagingOf(definition);
  return { staging, world: beginPlay(staging, subject, from) };
};

/** Lets things go on until a contact of this step is open. */
const until = (staging: Staging, world: World, step: string): { world: World; key: string } => {
  let here = world;
  for (let turns = 0; turns < 100; turns += 1) {
    const open = openContacts(here).find((contact) => contact.step === step);
    if (open !== undefined) return { world: here, key: open.key };
    here = play(staging, here, { act: 'go-on' });
  }
  throw new Error(`${step} was never open`);
};

const toTheEnd = (staging: Staging, world: World): World => {
  let here = world;
  for (let turns = 0; turns < 200 && !isOver(here); turns += 1) here = play(staging, here, { act: 'go-on' });
  return here;
};

const time = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString({ smallestUnit: 'minute' });

/** `2026-03-28T09:30 first-sms now` for each time that a contact was asked about. */
const contacts = ({ story }: World): string[] =>
  story.flatMap((entry) =>
    entry.told === 'contact'
      ? [
          [
            time(entry.at),
            entry.contact.step,
            entry.verdict.may === 'now' ? channelOf(entry.contact.effect) : entry.verdict.reason,
          ].join(' '),
        ]
      : [],
  );

const answered = (step: string, said: Answer, definition = reminders): World => {
  const { staging, world } = begin(definition);
  const open = until(staging, world, step);
  return toTheEnd(staging, play(staging, open.world, { act: 'answer', key: open.key, answer: said }));
};

// 48 hours before 9:30 on Monday is 8:30 on Saturday: the clocks go forward in between. Nobody is called on a Sunday, and
// the call is of no use the day after.
const tables: [title: string, world: () => World, expected: string[]][] = [
  [
    'nobody answers: everything is sent, the call is heard',
    () => toTheEnd(stagingOf(reminders), begin().world),
    [
      '2026-03-28T08:30 first-sms sms',
      '2026-03-29T10:00 email email',
      '2026-03-29T10:00 call quiet-hours',
      '2026-03-30T08:00 morning-sms sms',
    ],
  ],
  [
    'STOP: no text message any more, the others go on',
    () => answered('first-sms', 'stop'),
    [
      '2026-03-28T08:30 first-sms sms',
      '2026-03-29T10:00 email email',
      '2026-03-29T10:00 call quiet-hours',
      '2026-03-30T08:00 morning-sms opted-out',
    ],
  ],
  [
    'the answer confirms: no reminder by e-mail and no call',
    () => answered('first-sms', 'confirm'),
    ['2026-03-28T08:30 first-sms sms', '2026-03-30T08:00 morning-sms sms'],
  ],
  [
    'the answer cancels: nothing any more',
    () => answered('first-sms', 'cancel'),
    ['2026-03-28T08:30 first-sms sms'],
  ],
  [
    'it cannot be delivered: the next way is tried',
    () => answered('first-sms', 'failed'),
    [
      '2026-03-28T08:30 first-sms sms',
      '2026-03-28T08:30 first-sms email',
      '2026-03-29T10:00 email email',
      '2026-03-29T10:00 call quiet-hours',
      '2026-03-30T08:00 morning-sms sms',
    ],
  ],
];
for (const [title, world, expected] of tables)
  test(title, () => assert.deepEqual(contacts(world()), expected));

test('a moved appointment takes back what waits and begins anew', () => {
  const { staging, world } = begin();
  const open = until(staging, world, 'first-sms');
  const moved = play(staging, open.world, {
    act: 'happen',
    happening: { what: 'appointment-moved', startsAt: at('2026-04-10T14:00').toString() },
  });
  const told = contacts(toTheEnd(staging, moved));
  assert.deepEqual(
    told.filter((one) => one.endsWith('first-sms sms')),
    ['2026-03-28T08:30 first-sms sms', '2026-04-08T14:00 first-sms sms'],
  );
});

test('who wants no more calls gets no second one', () => {
  const twice: Definition = {
    ...reminders,
    exits: [],
    steps: [
      { ...callStep('call'), retry: undefined },
      { id: 'day', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'go-on' },
      { ...callStep('again'), retry: undefined },
    ],
  };
  assert.deepEqual(contacts(answered('call', 'do-not-call', twice)), [
    '2026-03-20T09:00 call call',
    '2026-03-21T09:00 again do-not-call',
  ]);
});

const callStep = (id: string) => {
  const [found] = reminders.steps
    .flatMap((step) => (step.do === 'CONDITION' ? step.yes : []))
    .filter((step) => step.do === 'MAKE_PHONE_CALL');
  return { ...found!, id };
};

test('what is written names the appointment as it is at that moment, in the reader’s language', () => {
  const { staging, world } = begin();
  const { story } = until(staging, world, 'first-sms').world;
  const told = story.findLast((entry) => entry.told === 'contact');
  assert.ok(told?.told === 'contact' && told.verdict.says?.as === 'text');
  assert.equal(
    told.verdict.says.body,
    'Guten Tag Anna Becker, Ihr Termin bei Praxis am See ist am 30. März um 09:30 Uhr. Antworten Sie JA, um zu bestätigen.',
  );
});

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Act>({ act: 'go-on' }) },
    {
      weight: 3,
      arbitrary: fc
        .record({
          key: fc.constantFrom(
            'play:first-sms:0.0',
            'play:email:0.0',
            'play:call:0.0',
            'play:call:0.1',
            'play:morning-sms:0.0',
          ),
          answer: fc.constantFrom<Answer>(...messageAnswers, 'no-answer', 'do-not-call', 'confirmed', 'busy'),
        })
        .map((given): Act => ({ act: 'answer', ...given })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Act>(
        { act: 'happen', happening: { what: 'appointment-confirmed' } },
        { act: 'happen', happening: { what: 'appointment-cancelled' } },
        {
          act: 'happen',
          happening: { what: 'appointment-moved', startsAt: at('2026-04-02T16:00').toString() },
        },
      ),
    },
  ),
  { maxLength: 25 },
);

test('whatever is done: the same again from the same, time never goes back, nothing leaves twice, and a no is kept', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const run = (): World[] => {
        const { staging, world } = begin();
        return all.reduce((worlds, act) => [...worlds, play(staging, worlds.at(-1)!, act)], [world]);
      };
      const worlds = run();
      const last = worlds.at(-1)!;
      assert.deepEqual(contacts(run().at(-1)!), contacts(last));
      for (const [index, entry] of last.story.entries())
        assert.ok(index === 0 || Temporal.Instant.compare(last.story[index - 1]!.at, entry.at) <= 0);
      const left = last.story.flatMap((entry) =>
        entry.told === 'contact' && entry.verdict.may === 'now' ? [entry.contact.key] : [],
      );
      assert.equal(new Set(left).size, left.length);
      const stop = last.story.findIndex((entry) => entry.told === 'answer' && entry.answer === 'stop');
      const sms = last.story
        .slice(stop + 1)
        .filter((entry) => entry.told === 'contact' && entry.verdict.may === 'now')
        .filter((entry) => entry.told === 'contact' && channelOf(entry.contact.effect) === 'sms');
      if (stop >= 0 && last.optOuts.some(({ channel }) => channel === 'sms')) assert.equal(sms.length, 0);
    }),
    { numRuns: 150 },
  );
});
