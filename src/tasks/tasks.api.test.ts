import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomUUIDv7 } from 'node:crypto';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import type { StaffView } from '../staff/rules/staff-views.ts';
import type { TaskPage, TaskView } from './rules/task-view.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const daniel = 'daniel.brooks@lakeside.example';
const base = `/api/v1/clinics/${english.id}`;

const get = async <T>(path: string, as = olivia): Promise<T> => {
  const answer = await app.as(as, 'GET', `${base}/${path}`);
  assert.equal(answer.status, 200, path);
  return (await answer.json()) as T;
};
const add = async (body: object): Promise<TaskView> => {
  const answer = await app.as(olivia, 'POST', `${base}/tasks`, body);
  assert.equal(answer.status, 201);
  return (await answer.json()) as TaskView;
};
const change = (task: TaskView, body: object, as = olivia) =>
  app.as(as, 'PATCH', `${base}/tasks/${task.id}`, body);
const staff = (await get<{ items: StaffView[] }>('staff')).items;
const staffId = (name: string): string => staff.find((one) => one.name === name)!.id;
// The demo comes with tasks of its own.
for (const task of (await get<TaskPage>('tasks')).items) await change(task, { done: true });
const titles = ({ items }: TaskPage): (string | null)[] => items.map(({ title }) => title);

test('what is due first comes first, what has no time last, page by page', async () => {
  await add({ title: 'no time' });
  await add({ title: 'tomorrow', dueAt: '2026-11-21T15:00:00Z' });
  await add({ title: 'an hour ago', dueAt: '2026-11-20T14:00:00Z' });
  const all: (string | null)[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: TaskPage = await get(`tasks?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
    if (cursor === '') assert.deepEqual(page.counts, { open: 3, due: 1, mine: 0 });
    all.push(...titles(page));
    cursor = page.nextCursor;
  }
  assert.deepEqual(all, ['an hour ago', 'tomorrow', 'no time']);
  assert.deepEqual(titles(await get('tasks?due=true')), ['an hour ago']);
});

test('a task is given to somebody, found as theirs, done, and opened again', async () => {
  const task = await add({ title: 'Send the plan' });
  assert.equal((await change(task, { ownerId: staffId('Daniel Brooks') })).status, 200);
  assert.deepEqual(titles(await get('tasks?owner=me', daniel)), ['Send the plan']);
  assert.equal((await change(task, { done: true })).status, 200);
  assert.equal(
    (await change(task, { done: true }, daniel)).status,
    200,
    'two who tick it off are no conflict',
  );
  const done = await get<TaskView>(`tasks/${task.id}`);
  assert.equal(done.doneBy, 'Olivia Martin');
  assert.deepEqual(titles(await get('tasks?owner=me', daniel)), []);
  assert.ok(titles(await get('tasks?status=done')).includes('Send the plan'));
  await change(task, { done: false });
  assert.deepEqual(titles(await get('tasks?owner=me', daniel)), ['Send the plan']);
});

test('nobody writes over what somebody else changed meanwhile', async () => {
  const task = await add({ title: 'One' });
  assert.equal((await change(task, { revision: 1, title: 'Two' })).status, 200);
  assert.equal((await change(task, { revision: 1, title: 'Three' })).status, 409);
});

test('a callback needs no title and takes a number in any writing', async () => {
  const callback = await add({ kind: 'callback', phoneNumber: '(312) 555-0121' });
  assert.deepEqual([callback.title, callback.phoneNumber], [null, '+13125550121']);
});

test('what cannot be is refused: no title, unknown people, another clinic’s', async () => {
  const refusals: object[] = [
    {},
    { title: ' ' },
    { title: 'x', patientId: randomUUIDv7() },
    { title: 'x', ownerId: randomUUIDv7() },
    { title: 'x', callId: randomUUIDv7() },
    { kind: 'callback', phoneNumber: 'soon' },
  ];
  for (const body of refusals)
    assert.equal((await app.as(olivia, 'POST', `${base}/tasks`, body)).status, 400, JSON.stringify(body));
  const task = await add({ title: 'Ours' });
  assert.equal((await change(task, { title: null })).status, 400);
  const stranger = german.staff.find(({ role }) => role === 'owner')!.email;
  const there = `/api/v1/clinics/${german.id}/tasks/${task.id}`;
  assert.equal((await app.as(stranger, 'PATCH', there, { done: true })).status, 404);
});
