import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Locator } from 'playwright-core';
import { eventBell } from '../../src/events/event-bell.ts';
import { inClinic, type ClinicTransaction } from '../../src/platform/database/database.ts';
import type { Definition } from '../../src/workflows/rules/definition.ts';
import type { Step } from '../../src/workflows/rules/steps.ts';
import type { WorkflowView } from '../../src/workflows/rules/workflow-views.ts';
import { openBrowser, openPage, signIn } from '../fixtures/browser.ts';
import { callableDay } from '../fixtures/callable-day.ts';
import { eventually } from '../fixtures/installation-eventually.ts';
import { startInstallation } from '../fixtures/installation.ts';
import { bookVisits, insertThreeHundred, tellOfPatients, threeHundred } from '../fixtures/three-hundred.ts';

const world = await startInstallation({
  startsAt: callableDay().toZonedDateTime({ timeZone: 'America/Chicago', plainTime: '09:00' }).toInstant(),
});
const browser = await openBrowser();
const clinicId = world.english.id;
const manager = 'Daniel Brooks';
const { api } = await world.english.staff(manager);
const { page, context, errors } = await openPage(browser);
after(() => context.close());
await signIn(page, world.demo, manager);
const main = page.getByRole('main');

const now = (): Temporal.Instant => world.clock.product.now();
const inside = <T>(work: (trx: ClinicTransaction) => Promise<T>): Promise<T> =>
  inClinic(world.database, clinicId, work);
const patients = await inside((trx) => insertThreeHundred(trx, now()));

/** Has the workers look now. */
const wakeWorkers = () => sql`SELECT pg_notify(${eventBell}, '')`.execute(world.database);
const later = async (days: number): Promise<void> => {
  await world.skip({ hours: 24 * days });
  await wakeWorkers();
};

const publish = async (name: string, definition: Definition): Promise<string> => {
  const { id, revision } = await api.post<WorkflowView>('workflows', { name, definition });
  await api.post(`workflows/${id}/publish`, { revision, underWay: 'keep' });
  return id;
};
const open = async (workflowId: string, name: string): Promise<void> => {
  await page.goto(`${world.portalUrl}/clinics/${clinicId}/workflows/${workflowId}`);
  await main.getByRole('heading', { name, exact: true }).waitFor();
};

/** What the engine has made of everybody, as it stands in the database. */
const factsOf = async (workflowId: string) =>
  inside(async (trx) => {
    const count = async (from: ReturnType<typeof sql>): Promise<Record<string, number>> => {
      const { rows } = await sql<{ what: string; count: number }>`
        SELECT what, count(*)::integer AS count FROM (${from}) f WHERE what IS NOT NULL GROUP BY what ORDER BY what`.execute(
        trx,
      );
      return Object.fromEntries(rows.map((row) => [row.what, row.count]));
    };
    const own = sql`clinic_id = ${clinicId} AND workflow_id = ${workflowId}`;
    return {
      people: await count(
        sql`SELECT concat_ws(' ', version, status, exit_reason) AS what FROM workflow_instances WHERE ${own}`,
      ),
      // Whoever is about to do a step has not begun to wait there: time that passes now would not count.
      at: await count(
        sql`SELECT state->'position'->>'step' AS what FROM workflow_instances
          WHERE ${own} AND status IN ('running', 'paused') AND state->'position'->>'doing' <> 'ready'`,
      ),
      messages: await count(
        sql`SELECT m.cause->>'step' AS what FROM messages m JOIN workflow_instances i ON i.clinic_id = m.clinic_id AND i.id = m.instance_id
          WHERE i.clinic_id = ${clinicId} AND i.workflow_id = ${workflowId}`,
      ),
      tasks: await count(
        sql`SELECT t.title AS what FROM tasks t JOIN workflow_instances i ON i.clinic_id = t.clinic_id AND i.id = t.source_id
          WHERE i.clinic_id = ${clinicId} AND i.workflow_id = ${workflowId}`,
      ),
      leftOut: await count(
        sql`SELECT concat_ws(' ', x.step, x.reason) AS what FROM task_executions x
          JOIN workflow_instances i ON i.clinic_id = x.clinic_id AND i.id = x.instance_id
          WHERE i.clinic_id = ${clinicId} AND i.workflow_id = ${workflowId} AND x.outcome = 'skipped'`,
      ),
    };
  });
type Facts = Awaited<ReturnType<typeof factsOf>>;

const messagesWaiting = (workflowId: string): Promise<number> =>
  inside(async (trx) => {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::integer AS count FROM message_outbox o JOIN messages m ON m.clinic_id = o.clinic_id AND m.id = o.message_id
      JOIN workflow_instances i ON i.clinic_id = m.clinic_id AND i.id = m.instance_id
      WHERE o.clinic_id = ${clinicId} AND i.workflow_id = ${workflowId}`.execute(trx);
    return rows[0]!.count;
  });

/** Waits until the engine is there, and then compares the whole of it. */
const becomes = async (workflowId: string, expected: Partial<Facts>): Promise<void> => {
  const looked = async (): Promise<Partial<Facts>> => {
    const facts = await factsOf(workflowId);
    return Object.fromEntries(Object.keys(expected).map((key) => [key, facts[key as keyof Facts]]));
  };
  let last: Partial<Facts> = {};
  await eventually('the engine to be there', async () => {
    last = await looked();
    return JSON.stringify(last) === JSON.stringify(expected);
  }).catch(() => assert.deepEqual(last, expected));
};

const before = (id: string, days: number): Step => ({
  id,
  do: 'WAIT',
  for: { until: 'before-appointment', span: { days } },
  ifPast: 'skip',
});
const sms = (id: string, text: string): Step => ({ id, do: 'SEND_SMS', content: { text: { en: text } } });
const note = (id: string, text: string): Step => ({ id, do: 'CREATE_CALL_NOTE', text });

const reminders: Definition = {
  trigger: { events: ['APPOINTMENT_SCHEDULED'] },
  purpose: 'appointment',
  reentry: { rule: 'once-per-appointment' },
  exits: [{ when: 'appointment-cancelled' }],
  steps: [
    before('early', 3),
    sms('remind', 'We expect you on {{ appointment.date }}.'),
    before('day-before', 1),
    note('papers', 'Are the papers there?'),
    { id: 'after', do: 'WAIT', for: { until: 'after-appointment', span: { days: 1 } }, ifPast: 'skip' },
    sms('thanks', 'Thank you for coming.'),
  ],
};

/** Step 1 waits for five days before instead of three, and step 3 is gone. */
const changeInTheEditor = async (): Promise<void> => {
  await main.getByRole('link', { name: 'Edit', exact: true }).click();
  const steps = main.getByRole('button', { name: /^Step \d+: / });
  await steps.nth(5).waitFor();
  await steps.nth(0).click();
  await main
    .getByRole('region', { name: /^Step 1: / })
    .getByLabel('How many', { exact: true })
    .fill('5');
  await steps.nth(2).click();
  await main.getByRole('region', { name: /^Step 3: / }).waitFor();
  await steps.nth(2).press('Delete');
  await steps.nth(5).waitFor({ state: 'detached' });
  await main.getByText('Saved as a draft', { exact: true }).waitFor();
  await main.getByRole('link', { name: 'Look through and publish' }).click();
  await main.getByRole('heading', { name: 'What the draft changes' }).waitFor();
};

const publishDraft = async (): Promise<void> => {
  await main.getByRole('button', { name: 'Publish', exact: true }).click();
  await main.getByRole('heading', { name: 'What the draft changes' }).waitFor({ state: 'detached' });
};

/** A change that moves nobody. */
const changeWords = async (workflowId: string, text: string): Promise<void> => {
  const { revision, draft, definition } = await api.get<WorkflowView>(`workflows/${workflowId}`);
  const { steps, ...rest } = (draft ?? definition)!;
  const reworded = steps.map((step) => (step.id === 'thanks' ? sms('thanks', text) : step));
  await api.patch(`workflows/${workflowId}`, { revision, draft: { ...rest, steps: reworded } });
};

test('a manager edits a workflow with 300 in it: keep, move, end; each is as it was said before', async () => {
  const id = await publish('Before the visit', reminders);
  await inside(async (trx) => {
    await bookVisits(trx, patients.slice(0, 100), 2, now());
    await bookVisits(trx, patients.slice(100, 220), 4, now());
    await bookVisits(trx, patients.slice(220), 9, now());
  });
  const leftOut = { 'early time-over': 100, 'remind time-over': 100 };
  await becomes(id, {
    people: { '1 running': threeHundred },
    at: { 'day-before': 100, early: 200 },
    leftOut,
  });

  await open(id, 'Before the visit');
  await main.getByText('200 stand here', { exact: true }).waitFor();
  await changeInTheEditor();
  await main.getByText('What becomes of the 300 under way?').waitFor();
  const move = main.getByRole('radio', { name: 'They go on with the new version (300)' });
  await move.click();
  // By its words, though only an earlier version still has that step.
  const ends = /^100 people at “3 · .*1 day before.*” end: the new version has no such step\.$/;
  const atOnce =
    'At once: 120 messages, 120 tasks for the staff. Each still asks the consent gate before it leaves.';
  await main.getByText(ends).waitFor();
  await main.getByText(atOnce).waitFor();

  await main.getByRole('radio', { name: 'They finish with their version (300)' }).click();
  await publishDraft();
  await wakeWorkers();
  await becomes(id, {
    people: { '1 running': threeHundred },
    at: { 'day-before': 100, early: 200 },
    messages: {},
    tasks: {},
    leftOut,
  });

  await changeWords(id, 'Thank you for coming today.');
  await move.click();
  await main.getByText(ends).waitFor();
  await main.getByText(atOnce).waitFor();
  await publishDraft();
  await becomes(id, {
    people: { '3 exited step-gone': 100, '3 running': 200 },
    at: { after: 120, early: 80 },
    messages: { remind: 120 },
    tasks: { 'Are the papers there?': 120 },
    leftOut,
  });

  const list = main.getByRole('region', { name: 'Who went in' });
  await main.getByRole('searchbox', { name: 'Name or number' }).fill('Ada Abbott');
  await list.getByRole('link', { name: 'Ada Abbott' }).click();
  await main.getByRole('heading', { name: 'Ada Abbott' }).waitFor();
  await main.getByText('Ended: the new version has no such step').waitFor();
  await main.getByRole('link', { name: 'version 3' }).waitFor();

  await open(id, 'Before the visit');
  await changeWords(id, 'Thank you.');
  await main.getByRole('radio', { name: 'They end now (200)' }).click();
  await publishDraft();
  await becomes(id, {
    people: { '3 exited ended-by-hand': 200, '3 exited step-gone': 100 },
    at: {},
    tasks: { 'Are the papers there?': 120 },
  });
  assert.deepEqual(errors, []);
});

const fiveDays = (id: string): Step => ({
  id,
  do: 'WAIT',
  for: { until: 'later', span: { days: 5 } },
  ifPast: 'skip',
});
const welcome: Definition = {
  trigger: { events: ['PATIENT_CREATED'] },
  purpose: 'care',
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    fiveDays('wait-1'),
    note('note-1', 'Ask how it was.'),
    fiveDays('wait-2'),
    sms('sms-2', 'How are you?'),
    fiveDays('wait-3'),
    note('note-3', 'Offer a check-up.'),
    fiveDays('wait-4'),
    sms('sms-4', 'See you soon.'),
    fiveDays('wait-5'),
  ],
};

/** Pauses it for a week. @returns the panel that asks how to go on */
const pauseForAWeek = async (): Promise<Locator> => {
  await main.getByRole('button', { name: 'Pause', exact: true }).click();
  const resume = main.getByRole('button', { name: 'Resume', exact: true });
  await resume.waitFor();
  await later(7);
  await resume.click();
  const panel = main.getByRole('region', { name: 'Resume' });
  await panel.getByRole('radiogroup').waitFor();
  return panel;
};
const goOn = async (panel: Locator): Promise<void> => {
  await panel.getByRole('button', { name: 'Resume', exact: true }).click();
  await main.getByRole('button', { name: 'Pause', exact: true }).waitFor();
};

test('300 are paused for a week, three times, and go on by leaving out, at once, and bit by bit', async () => {
  const id = await publish('Welcome', welcome);
  await inside((trx) => tellOfPatients(trx, patients.slice(0, 200), now()));
  await becomes(id, { at: { 'wait-1': 200 } });
  await later(7);
  await becomes(id, { at: { 'wait-2': 200 } });
  await inside((trx) => tellOfPatients(trx, patients.slice(200), now()));
  await becomes(id, { at: { 'wait-1': 100, 'wait-2': 200 }, tasks: { 'Ask how it was.': 200 } });

  await open(id, 'Welcome');
  const skip = await pauseForAWeek();
  await skip.getByText('During the pause, 300 steps came due').waitFor();
  await skip.getByText(/^200 times “4 · .*” is left out: it came due during a pause\.$/).waitFor();
  await skip.getByText(/^100 times “2 · .*” is left out: it came due during a pause\.$/).waitFor();
  await goOn(skip);
  const leftOut = { 'note-1 overdue-after-pause': 100, 'sms-2 overdue-after-pause': 200 };
  await becomes(id, {
    people: { '1 running': threeHundred },
    at: { 'wait-2': 100, 'wait-3': 200 },
    messages: {},
    tasks: { 'Ask how it was.': 200 },
    leftOut,
  });

  const send = await pauseForAWeek();
  await send.getByRole('radio', { name: 'Do it now' }).click();
  await send.getByText('At once: 100 messages, 200 tasks for the staff.').waitFor();
  await goOn(send);
  await becomes(id, {
    at: { 'wait-3': 100, 'wait-4': 200 },
    messages: { 'sms-2': 100 },
    tasks: { 'Ask how it was.': 200, 'Offer a check-up.': 200 },
    leftOut,
  });
  // What was ordered leaves at the number's pace; a pause would hold the rest of it.
  await world.skip({ minutes: 5 });
  await wakeWorkers();
  await eventually('everything to have left', async () => (await messagesWaiting(id)) === 0);

  const spread = await pauseForAWeek();
  await spread.getByRole('radio', { name: 'Do it bit by bit' }).click();
  await spread.getByLabel('Over').selectOption({ label: '24 hours' });
  await spread.getByText('In the order in which it came due, about one every 5 minutes.').waitFor();
  await spread.getByText('Bit by bit: 200 messages, 100 tasks for the staff.').waitFor();
  await goOn(spread);
  const done = async (): Promise<number> => {
    const { messages, tasks } = await factsOf(id);
    return (messages['sms-4'] ?? 0) + (tasks['Offer a check-up.'] ?? 0) - 200;
  };
  await world.skip({ hours: 12 });
  await wakeWorkers();
  const half = await eventually('half of it', async () => {
    const count = await done();
    return count >= threeHundred / 2 ? count : undefined;
  });
  assert.ok(half <= threeHundred / 2 + 3, `${half} after half of the time`);
  await world.skip({ hours: 12 });
  await wakeWorkers();
  await becomes(id, {
    people: { '1 running': threeHundred },
    at: { 'wait-4': 100, 'wait-5': 200 },
    messages: { 'sms-2': 100, 'sms-4': 200 },
    tasks: { 'Ask how it was.': 200, 'Offer a check-up.': 300 },
    leftOut,
  });
  assert.deepEqual(errors, []);
});
