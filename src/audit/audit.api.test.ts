import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import { recordAudit } from './record-audit.ts';
import { auditCsvLine } from './rules/audit-csv.ts';
import type { AuditPage, AuditPeople } from './rules/audit-views.ts';

const app = await startDemoApp();
const [lakeside, german] = app.clinics;
const manager = 'daniel.brooks@lakeside.example';
const path = `/api/v1/clinics/${lakeside.id}/audit`;
const read = async <T = AuditPage>(query = ''): Promise<T> => {
  const answer = await app.as(manager, 'GET', path + query);
  assert.equal(answer.status, 200, query);
  return (await answer.json()) as T;
};

const { rows } = await sql<{ id: string; name: string }>`SELECT id, name FROM users`.execute(app.database);
const idOf = (name: string) => rows.find((row) => row.name === name)!.id;
const [olivia, daniel] = [idOf('Olivia Martin'), idOf('Daniel Brooks')];
const voicemail = '01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e3';
const at = (text: string) => Temporal.Instant.from(text);

await inClinic(app.database, lakeside.id, async (trx) => {
  const subject = { kind: 'voicemail', id: voicemail };
  // Five at the same instant: a page that ends among them must not lose or repeat any.
  for (let count = 0; count < 5; count += 1)
    await recordAudit(trx, {
      userId: olivia,
      action: 'voicemail.listened',
      subject,
      at: at('2026-11-18T05:59:00Z'),
    });
  await recordAudit(trx, {
    userId: daniel,
    action: 'routing.published',
    subject: { kind: 'routing', id: null },
    detail: { number: 2 },
    at: at('2026-11-18T06:00:00Z'),
  });
  await recordAudit(trx, {
    userId: null,
    action: 'voicemail.expired',
    subject,
    at: at('2026-11-19T12:00:00Z'),
  });
});

/** Before this test's own sign-ins, which stand in the log as well. */
const before = 'to=2026-11-19';

test('the newest come first, in pages that lose and repeat nothing', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: AuditPage = await read(
      `?limit=2&${before}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  assert.equal(seen.length, 7);
  assert.equal(new Set(seen).size, 7);
  const { items } = await read(`?${before}`);
  assert.deepEqual(
    [items[0]?.action, items[0]?.userName, items[1]?.detail],
    ['voicemail.expired', null, { number: 2 }],
  );
});

test('narrowed by person, action, subject and day of the clinic', async () => {
  const count = async (query: string) => (await read(query)).items.length;
  assert.equal(await count(`?person=${olivia}`), 5);
  assert.equal(await count('?kind=voicemail'), 6);
  assert.equal(await count('?action=routing.published'), 1);
  assert.equal(await count(`?subject=${voicemail}`), 6);
  // 05:59 UTC is the evening before in Chicago; 06:00 UTC is midnight there.
  assert.equal(await count('?from=2026-11-17&to=2026-11-17'), 5);
  assert.equal(await count('?from=2026-11-18&to=2026-11-18'), 1);
  const { people } = await read<AuditPeople>('/people');
  assert.deepEqual(
    people.map(({ name }) => name),
    ['Daniel Brooks', 'Olivia Martin'],
  );
});

test('only managers and owners read it, and only their own clinic’s', async () => {
  assert.equal((await app.as('olivia.martin@lakeside.example', 'GET', path)).status, 403);
  assert.equal((await app.as(manager, 'GET', path.replace(lakeside.id, german.id))).status, 404);
  for (const query of [
    '?cursor=x',
    '?from=yesterday',
    '?person=me',
    '?limit=0',
    '?cursor=2026-99-99T00:00:00Z_01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e3',
  ])
    assert.equal((await app.as(manager, 'GET', path + query)).status, 400, query);
});

test('nobody changes or deletes an entry', async () => {
  for (const statement of [
    sql`UPDATE audit_log SET action = 'x.y'`,
    sql`DELETE FROM audit_log`,
    sql`TRUNCATE audit_log`,
  ])
    await assert.rejects(inClinic(app.database, lakeside.id, (trx) => statement.execute(trx)));
  assert.equal((await read(`?${before}`)).items.length, 7);
});

test('the export is a table without formulas, and stands in the log itself', async () => {
  const answer = await app.as(manager, 'GET', `${path}/export?kind=voicemail`);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/);
  const lines = (await answer.text()).trim().split('\r\n');
  assert.equal(lines.length, 7);
  assert.match(lines[1] ?? '', /^2026-11-19T12:00:00Z,,,voicemail\.expired,voicemail,/);
  assert.equal((await read()).items[0]?.action, 'audit.exported');
  const hostile = {
    id: '1',
    at: '2026-11-19T12:00:00Z',
    userId: null,
    userName: '=HYPERLINK("x")',
    apiKey: null,
    action: 'a.b',
    subject: { kind: 'c', id: null, name: null },
    detail: { note: 'a, "b"\nc' },
  };
  assert.equal(
    auditCsvLine(hostile),
    '2026-11-19T12:00:00Z,"\'=HYPERLINK(""x"")",,a.b,c,,"note=a, ""b""\nc"\r\n',
  );
});

test('an entry names its subject', async () => {
  const { rows: patients } = await inClinic(app.database, lakeside.id, (trx) =>
    sql<{ id: string; name: string }>`
      SELECT id, given_name || ' ' || family_name AS name FROM patients ORDER BY id LIMIT 1`.execute(trx),
  );
  const [patient] = patients;
  assert.ok(patient);
  await app.as(manager, 'GET', `/api/v1/clinics/${lakeside.id}/patients/${patient.id}`);
  const { items } = await read(`?subject=${patient.id}`);
  assert.deepEqual(
    items.map(({ action, subject }) => [action, subject.name]),
    [['patient.seen', patient.name]],
  );
});
