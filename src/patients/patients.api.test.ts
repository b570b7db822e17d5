import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import type { PatientPage, PatientView } from './rules/patient-views.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const grace = 'grace.lee@lakeside.example';
const miriam = 'miriam.schaefer@praxis-am-park.example';
const base = `/api/v1/clinics/${english.id}/patients`;

const json = async <T>(response: Response | Promise<Response>, status = 200): Promise<T> => {
  const answer = await response;
  const body = await answer.text();
  assert.equal(answer.status, status, body);
  return JSON.parse(body) as T;
};
const list = (query: string, email = olivia) => json<PatientPage>(app.as(email, 'GET', `${base}?${query}`));
const names = async (query: string) => (await list(query)).patients.map(({ name }) => name);
const add = (body: unknown) => json<PatientView>(app.as(olivia, 'POST', base, body), 201);
const read = (id: string) => json<PatientView>(app.as(olivia, 'GET', `${base}/${id}`));
const change = (id: string, body: unknown) => app.as(olivia, 'PATCH', `${base}/${id}`, body);
const problemOf = async (response: Response | Promise<Response>) => {
  const answer = await response;
  return { status: answer.status, ...((await answer.json()) as { code: string; detail?: string }) };
};

suite('the list', () => {
  test('goes page by page in the order of names, and counts', async () => {
    const first = await list('limit=5');
    assert.equal(first.patients.length, 5);
    assert.deepEqual(first.total, { count: 12, exact: true });
    const seen = [...first.patients];
    for (let cursor = first.nextCursor; cursor !== null;) {
      const page = await list(`limit=5&cursor=${cursor}`);
      assert.equal(page.total, null);
      seen.push(...page.patients);
      cursor = page.nextCursor;
    }
    const families = seen.map(({ name }) => name.split(' ').at(-1)!.toLowerCase());
    assert.equal(new Set(seen.map(({ id }) => id)).size, 12);
    assert.deepEqual(families, families.toSorted());
  });

  test('shows whose number a child is reached on, and whom a mother answers for', async () => {
    const [laura] = (await list('sort=balance&limit=2')).patients.filter(
      ({ name }) => name === 'Laura Bennett',
    );
    assert.equal(laura?.familyHint, 'mother of Anna and Ben');
    assert.equal(laura.contactNumber?.number, '+13125550121');
    assert.equal(laura.email, 'laura.bennett@mail.example');
  });

  test('filters narrow each other', async () => {
    assert.deepEqual(await names('minor=true'), ['Anna Bennett', 'Ben Bennett']);
    assert.deepEqual(await names('minor=true&birthdayFrom=11-01&birthdayTo=12-31'), ['Ben Bennett']);
    assert.deepEqual(await names('birthdayFrom=11-20&birthdayTo=02-15'), [
      'Ben Bennett',
      'Evelyn Harper',
      'Aisha Khan',
      'Priya Patel',
    ]);
    assert.deepEqual(await names('vip=true'), ['Evelyn Harper']);
    assert.deepEqual(await names('balanceOver=10000&sort=balance'), ['Robert Hughes', 'Laura Bennett']);
    assert.deepEqual(await names('language=de'), ['Jürgen Vogel']);
    assert.deepEqual(await names('hasNumber=false'), []);
  });

  test('wrong values are refused, and a cursor of another order too', async () => {
    const { nextCursor } = await list('limit=2&sort=newest');
    for (const query of [
      `cursor=${nextCursor}`,
      'cursor=x',
      'limit=0',
      'birthdayFrom=13-01',
      'minor=maybe',
      'sort=x',
    ])
      assert.equal((await problemOf(app.as(olivia, 'GET', `${base}?${query}`))).code, 'invalid', query);
  });
});

suite('a person', () => {
  test('is added with numbers in any writing, and read back as E.164', async () => {
    const view = await add({
      givenName: 'Nora',
      familyName: 'Łukasz',
      phoneNumbers: [
        { number: '(312) 555-0190', kind: 'home', takesSms: false },
        { number: '312.555.0190' },
        { number: '+49 30 23125 091', preferred: true },
      ],
      emails: [{ email: 'Nora@Mail.example' }],
      tags: ['early riser', 'early riser'],
      identifiers: [{ system: 'practice', value: 'P-1' }],
    });
    assert.deepEqual(
      view.phoneNumbers.map(({ number, preferred }) => [number, preferred]),
      [
        ['+493023125091', true],
        ['+13125550190', false],
      ],
    );
    assert.deepEqual(view.emails, [{ email: 'nora@mail.example', preferred: true }]);
    assert.deepEqual(view.tags, ['early riser']);
    assert.deepEqual(view.timeZone, { zone: 'Europe/Berlin', source: 'number' });
    assert.deepEqual(await read(view.id), view);
    assert.deepEqual(await names('tag=early%20riser'), ['Nora Łukasz']);
  });

  test('is refused with a number that nobody could dial, or an identifier of somebody else', async () => {
    const nobody = { givenName: 'X', familyName: 'Y' };
    const number = await problemOf(
      app.as(olivia, 'POST', base, { ...nobody, phoneNumbers: [{ number: '12' }] }),
    );
    assert.deepEqual([number.status, number.detail], [400, 'phoneNumbers/0/number: too-short']);
    await add({ ...nobody, identifiers: [{ system: 'practice', value: 'P-2' }] });
    const before = (await list('limit=1')).total;
    const taken = await problemOf(
      app.as(olivia, 'POST', base, { ...nobody, identifiers: [{ system: 'practice', value: 'P-2' }] }),
    );
    assert.equal(taken.code, 'conflict');
    assert.deepEqual((await list('limit=1')).total, before, 'nothing of the refused one is left');
    assert.equal((await problemOf(app.as(olivia, 'POST', base, { givenName: 'X' }))).code, 'invalid');
  });

  test('is changed by one of two who saw the same revision', async () => {
    const { id, revision } = await add({ givenName: 'Two', familyName: 'Hands' });
    const answers = await Promise.all([
      change(id, { revision, preferredName: 'One' }),
      change(id, { revision, preferredName: 'Other' }),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409],
    );
    const now = await read(id);
    assert.equal(now.revision, revision + 1);
    assert.equal((await change(id, { revision: now.revision, preferredName: null })).status, 200);
    assert.equal((await read(id)).preferredName, null);
  });

  test('is archived, leaves the list, and comes back', async () => {
    const { id, revision } = await add({ givenName: 'Arch', familyName: 'Ived' });
    const archived = await json<PatientView>(change(id, { revision, archived: true }));
    assert.ok(archived.archivedAt);
    assert.ok(!(await names('limit=200')).includes('Arch Ived'));
    assert.deepEqual(await names('archived=only'), ['Arch Ived']);
    await json(change(id, { revision: archived.revision, archived: false }));
    assert.deepEqual(await names('archived=only'), []);
  });

  test('does not exist in another clinic, for another clinic, or without the role', async () => {
    const { id, revision } = await add({ givenName: 'Only', familyName: 'Here' });
    const there = `/api/v1/clinics/${german.id}/patients/${id}`;
    for (const [method, body] of [['GET'], ['PATCH', { revision }]] as const)
      assert.equal((await app.as(miriam, method, there, body)).status, 404);
    assert.equal((await app.as(miriam, 'GET', `${base}/${id}`)).status, 404);
    assert.equal((await app.as(miriam, 'GET', `${there}/timeline`)).status, 404);
    assert.equal((await app.as(grace, 'PATCH', `${base}/${id}`, { revision })).status, 403);
    assert.equal((await app.as(grace, 'GET', `${base}/${id}`)).status, 200);
  });
});
