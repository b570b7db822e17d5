// The numbers of steps are kept with each instance. After random histories they are held against what the executions,
// messages, facts and calls tell, and against the people behind each number.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { noteStatus } from '../../messages/delivery/note-status.ts';
import { tellFacts } from '../../messages/delivery/tell-facts.ts';
import type { ReplyMeaning } from '../../messages/rules/reply-meaning.ts';
import { mergePatients, type OnMerges } from '../../patients/merge-patients.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { changeWorkflow } from '../change-workflow.ts';
import { engineOnTrial } from '../engine/engine-on-trial.ts';
import { followJoining, followParting } from '../engine/follow-merges.ts';
import { workThrough } from '../engine/work-through.ts';
import { definitionSchema, type Definition } from '../rules/definition.ts';
import { stepCounts, type Performance, type StepCount } from '../rules/step-numbers.ts';
import type { CallOutcome } from '../rules/steps.ts';
import { publishWorkflow } from '../versions/publish-workflow.ts';
import { pauseWorkflow, resumeWorkflow } from '../versions/switch-workflow.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';
import { actByHand } from './act-by-hand.ts';
import { everyInstance } from './instance-filter.store.ts';
import { measureSteps } from './measure-steps.ts';
import { countInstances } from './performance.store.ts';

const onTrial = await startWorkflowsOnTrial();
const { app, clinic, deps, by, inside, publish, instancesOf, book } = onTrial;
const { database, clock } = app;
const { goOn } = engineOnTrial(onTrial);

const definition = definitionSchema.parse({
  trigger: { events: ['APPOINTMENT_SCHEDULED'] },
  purpose: 'appointment',
  reentry: { rule: 'always' },
  exits: [{ when: 'appointment-cancelled' }],
  steps: [
    {
      id: 'before',
      do: 'WAIT',
      for: { until: 'before-appointment', span: { hours: 20 } },
      ifPast: 'skip',
    },
    {
      id: 'text',
      do: 'SEND',
      channel: 'sms',
      fallback: ['email'],
      content: { subject: { en: 'Your visit' }, text: { en: 'See you soon.' } },
    },
    { id: 'pause', do: 'WAIT', for: { until: 'later', span: { hours: 5 } } },
    {
      id: 'call',
      do: 'MAKE_PHONE_CALL',
      script: { en: 'You have an appointment.' },
      keys: { '1': 'confirm', '9': 'do-not-call' },
      retry: { times: 1, after: { hours: 2 }, on: ['busy'] },
    },
    { id: 'note', do: 'CREATE_CALL_NOTE', text: 'Was reminded.' },
    { id: 'after', do: 'WAIT', for: { until: 'later', span: { days: 3 } } },
    { id: 'thanks', do: 'SEND_SMS', content: { text: { en: 'Thank you.' } } },
  ],
});
const endsWithAnswer: Definition = { ...definition, exits: [{ when: 'replied' }, { when: 'opted-out' }] };

const meanings: ReplyMeaning[] = ['confirm', 'cancel', 'reschedule', 'stop', 'unclear'];
const ends: CallOutcome[] = ['confirmed', 'heard', 'busy', 'no-answer', 'do-not-call', 'wanted-someone'];

type Row = { id: string; key: string; instanceId: string; sid: string | null };
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];
const peopleOf = await inside((trx) =>
  trx.selectFrom('patients').select('id').where('clinic_id', '=', clinic.id).orderBy('id').limit(6).execute(),
);
const sentBy = (trx: ClinicTransaction, workflowId: string): Promise<Row[]> =>
  sql<Row>`SELECT m.id, m.key, m.instance_id AS "instanceId", m.carrier_sid AS sid FROM messages m
    JOIN workflow_instances i ON i.clinic_id = m.clinic_id AND i.id = m.instance_id
    WHERE i.clinic_id = ${clinic.id} AND i.workflow_id = ${workflowId} AND m.status IN ('sent', 'delivered') ORDER BY m.id`
    .execute(trx)
    .then(({ rows }) => rows);
const visitsOf = async (workflowId: string): Promise<string[]> =>
  (await instancesOf(workflowId)).flatMap(({ appointment_id }) => appointment_id ?? []);
const withVisit = async (
  workflowId: string,
  who: number,
  change: (id: string) => Promise<void>,
): Promise<void> => {
  const id = pick(await visitsOf(workflowId), who);
  if (id !== undefined) await change(id);
};

const onMerges: OnMerges = {
  joining: (trx, merge) => followJoining(trx, merge, clock.now()),
  parted: (trx, mergeId) => followParting(trx, mergeId, clock.now()),
};

/** What may happen in a workflow; two numbers choose among those who are there, and among what may be said of them. */
const deeds = {
  book: (_workflowId, who, n) => book(10 + (n % 80), pick(peopleOf, who)!.id),
  pass: async (_workflowId, who, n) => {
    for (let moments = 1 + (n % 3); moments > 0; moments -= 1) await goOn(pick(ends, who)!);
  },
  arrive: async (workflowId, who, n) => {
    const message = pick(await inside((trx) => sentBy(trx, workflowId)), who);
    if (message?.sid === null || message === undefined) return;
    const report = { sid: message.sid, status: n % 3 === 0 ? 'undelivered' : 'delivered', errorCode: null };
    await noteStatus(database, { clinicId: clinic.id, messageId: message.id }, report, clock.now());
  },
  answer: (workflowId, who, n) =>
    inside(async (trx) => {
      const message = pick(await sentBy(trx, workflowId), who);
      if (message === undefined) return;
      const fact = { fact: 'replied' as const, meaning: pick(meanings, n)!, text: 'said' };
      await tellFacts(trx, [{ ...message, fact }], clock.now());
    }),
  click: (workflowId, who) =>
    inside(async (trx) => {
      const message = pick(await sentBy(trx, workflowId), who);
      if (message === undefined) return;
      await sql`UPDATE messages SET clicked_at = ${clock.now()} WHERE clinic_id = ${clinic.id} AND id = ${message.id}`.execute(
        trx,
      );
      await tellFacts(trx, [{ ...message, fact: { fact: 'clicked' } }], clock.now());
    }),
  move: (workflowId, who, n) =>
    withVisit(workflowId, who, (id) => onTrial.moveVisit(id, clock.now().add({ hours: 10 + (n % 80) }))),
  cancel: (workflowId, who) =>
    withVisit(workflowId, who, (id) => onTrial.changeVisit(id, { status: 'cancelled' })),
  end: async (workflowId, who) => {
    const one = pick(await instancesOf(workflowId), who);
    if (one !== undefined) await inside((trx) => actByHand(trx, one.id, { act: 'end', why: 'x' }, by()));
  },
  again: (workflowId, who) =>
    inside(async (trx) => {
      const { rows } = await sql<{ id: string; step: string; number: number }>`
        SELECT x.instance_id AS id, x.step, max(x.number) AS number FROM task_executions x
        JOIN workflow_instances i ON i.clinic_id = x.clinic_id AND i.id = x.instance_id
        WHERE i.clinic_id = ${clinic.id} AND i.workflow_id = ${workflowId} AND x.step IS NOT NULL
        GROUP BY 1, 2 ORDER BY 1, 2`.execute(trx);
      const one = pick(rows, who);
      if (one === undefined) return;
      const seen = { step: one.step, seen: one.number, why: 'x' };
      await actByHand(trx, one.id, { act: one.step === 'after' ? 'go-on' : 'again', ...seen }, by());
    }),
  publish: (workflowId, who, n) =>
    inside(async (trx) => {
      const { revision } = await trx
        .selectFrom('workflows')
        .select('revision')
        .where('clinic_id', '=', clinic.id)
        .where('id', '=', workflowId)
        .executeTakeFirstOrThrow();
      // Without the call: whoever stands at it cannot go on.
      const draft = who % 2 === 0 ? definition : { ...definition, steps: definition.steps.toSpliced(3, 1) };
      await changeWorkflow(trx, workflowId, { revision, draft }, by());
      const underWay = pick(['keep', 'move', 'end'] as const, n)!;
      await publishWorkflow(trx, workflowId, { revision: revision + 1, underWay }, by());
    }),
  pause: (workflowId) => inside((trx) => pauseWorkflow(trx, workflowId, by())),
  resume: (workflowId, _who, n) =>
    inside((trx) => resumeWorkflow(trx, workflowId, { overdue: n % 2 === 0 ? 'skip' : 'send' }, by())),
  merge: async (_workflowId, who, n) => {
    const joined = new Error('given up: one of them is somebody else already');
    const pair = { keptId: pick(peopleOf, who)!.id, mergedId: pick(peopleOf, n)!.id };
    await inside(async (trx) => {
      if ((await mergePatients(trx, pair, [], by(), onMerges)) !== 'done') throw joined;
    }).catch((error: unknown) => assert.equal(error, joined));
  },
} satisfies Record<string, (workflowId: string, who: number, n: number) => Promise<unknown>>;

const rarely = Object.keys(deeds) as (keyof typeof deeds)[];
const often: typeof rarely = [
  'resume',
  'resume',
  'pass',
  'pass',
  'pass',
  'pass',
  'arrive',
  'arrive',
  'arrive',
  'answer',
  'answer',
  'again',
  'move',
];
const number = fc.nat({ max: 999 });
const history = fc.array(fc.tuple(fc.constantFrom(...often, ...rarely), number, number), {
  minLength: 30,
  maxLength: 40,
});

/** Of each step and each way of counting, those who count: out of everything that was written down. */
const countedByHand = (trx: ClinicTransaction, workflowId: string): Promise<Map<string, Set<string>>> =>
  sql<{ id: string; counted: string }>`
    WITH x AS (
      SELECT i.id, x.step, x.outcome, x.reason, x.key FROM workflow_instances i
      JOIN task_executions x ON x.clinic_id = i.clinic_id AND x.instance_id = i.id
      WHERE i.clinic_id = ${clinic.id} AND i.workflow_id = ${workflowId} AND x.step IS NOT NULL
    ), m AS (
      SELECT x.id, x.step, m.status, m.clicked_at, f.fact->>'meaning' AS meaning, f.fact IS NOT NULL AS replied FROM x
      JOIN messages m ON m.clinic_id = ${clinic.id} AND m.key = x.key
      LEFT JOIN message_facts f ON f.clinic_id = ${clinic.id} AND f.message_id = m.id AND f.fact->>'fact' = 'replied'
    ), c AS (
      SELECT x.id, x.step, c.outcome FROM x JOIN ordered_calls c ON c.clinic_id = ${clinic.id} AND c.key = x.key
      WHERE c.outcome NOT IN ('machine', 'left-message', 'busy', 'no-answer', 'failed', 'withheld', 'unknown')
    )
    SELECT DISTINCT id, concat_ws(' ', step, how) AS counted FROM (
      SELECT id, step, 'entered' AS how FROM x
      UNION ALL SELECT id, step, 'done' FROM x WHERE outcome IN ('done', 'chosen')
      UNION ALL SELECT id, step, outcome FROM x WHERE outcome IN ('skipped', 'failed')
      UNION ALL SELECT id, step, outcome || ' ' || reason FROM x WHERE outcome IN ('skipped', 'failed')
      UNION ALL SELECT id, state->'position'->>'step', 'waiting' FROM workflow_instances
        WHERE clinic_id = ${clinic.id} AND workflow_id = ${workflowId} AND status IN ('running', 'paused')
      UNION ALL SELECT id, step, 'delivered' FROM m WHERE status = 'delivered'
      UNION ALL SELECT id, step, 'clicked' FROM m WHERE clicked_at IS NOT NULL
      UNION ALL SELECT id, step, 'replied' FROM m WHERE replied
      UNION ALL SELECT id, step, 'confirmed' FROM m WHERE meaning IN ('confirm', 'yes')
      UNION ALL SELECT id, step, 'opted-out' FROM m WHERE meaning = 'stop'
      UNION ALL SELECT id, step, 'answered' FROM c
      UNION ALL SELECT id, step, 'confirmed' FROM c WHERE outcome = 'confirmed'
      UNION ALL SELECT id, step, 'opted-out' FROM c WHERE outcome = 'do-not-call'
    ) told WHERE how IS NOT NULL`
    .execute(trx)
    .then(({ rows }) => {
      const counted = new Map<string, Set<string>>();
      for (const { id, counted: name } of rows) counted.set(name, (counted.get(name) ?? new Set()).add(id));
      return counted;
    });

const written = (performance: Performance): Record<string, number> =>
  Object.fromEntries(
    performance.steps.flatMap(({ step, counts, reasons }) => [
      ...stepCounts.flatMap((how) => (counts[how] === 0 ? [] : [[`${step} ${how}`, counts[how]] as const])),
      ...reasons.map(({ how, reason, count }) => [`${step} ${how} ${reason}`, count] as const),
    ]),
  );

const holdAgainst = async (workflowId: string): Promise<void> =>
  inside(async (trx) => {
    const all = await instancesOf(workflowId);
    const counted = await countedByHand(trx, workflowId);
    const begun = all.map(({ started_at }) => started_at.toString()).toSorted();
    const middle = begun[Math.floor(begun.length / 2)];
    for (const query of [{}, { version: 2 }, { from: middle }, { to: middle }]) {
      const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
      const among = all.filter(
        ({ version, started_at }) =>
          (!('version' in query) || version === query.version) &&
          (!('from' in query) || middle === undefined || started_at.toString() >= middle) &&
          (!('to' in query) || middle === undefined || started_at.toString() < middle),
      );
      const ids = new Set(among.map(({ id }) => id));
      const expected = [...counted].flatMap(([name, who]) => {
        const count = who.intersection(ids).size;
        return count === 0 ? [] : [[name, count] as const];
      });
      const measured = await measureSteps(trx, workflowId, asked);
      assert.deepEqual(written(measured!), Object.fromEntries(expected), JSON.stringify(asked));
      assert.equal(measured!.instances, among.length);
    }
    for (const [name, who] of counted) {
      const [id, how, ...reason] = name.split(' ') as [string, StepCount, ...string[]];
      const step = { id, how, reason: reason.length === 0 ? null : reason.join(' ') };
      assert.equal(await countInstances(trx, { ...everyInstance, workflowId, step }), who.size, name);
    }
  });

/** What the migration makes of instances that were there before it is what they would have kept. */
const holdAgainstMigration = async (): Promise<void> => {
  const kept = () =>
    inside((trx) => trx.selectFrom('workflow_instances').select(['id', 'counts_as']).orderBy('id').execute());
  const before = await kept();
  await inside((trx) =>
    sql`UPDATE workflow_instances SET counts_as = '{}' WHERE clinic_id = ${clinic.id}`.execute(trx),
  );
  const file = new URL('../../../db/migrations/000074_counted_steps.sql', import.meta.url);
  await sql.raw(readFileSync(file, 'utf8').split(';\n').slice(1).join(';\n')).execute(database);
  assert.deepEqual(await kept(), before);
};

for (const [name, begun] of Object.entries({ 'goes on': definition, ends: endsWithAnswer }))
  test(`numbers are what was written down, whatever happened; who answers ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(history, async (happened) => {
        const workflowId = await publish(begun);
        for (let who = 0; who < 6; who += 1) await deeds.book(workflowId, who, 20 + 7 * who);
        for (const [deed, who, n] of happened) await deeds[deed](workflowId, who, n);
        await workThrough(deps);
        await holdAgainst(workflowId);
        await inside((trx) => pauseWorkflow(trx, workflowId, by()));
      }),
      { numRuns: 5, endOnFailure: true },
    );
    await holdAgainstMigration();
  });
