import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoApp } from '../../../test/fixtures/demo-app.ts';
import { insertVisit } from '../../../test/fixtures/insert-visit.ts';
import { inClinic } from '../../platform/database/database.ts';
import { gallery } from '../rules/gallery/gallery.ts';
import type { Rehearsal } from '../rules/play/rehearsal-views.ts';
import { readScene } from '../rules/play/scene-view.ts';

const app = await startDemoApp();
const [clinic, german] = app.clinics;
const manager = 'daniel.brooks@lakeside.example';
const of = (id: string, rest: string): string => `/api/v1/clinics/${id}/${rest}`;

const patientOf = (clinicId: string, givenName: string) =>
  inClinic(app.database, clinicId, (trx) =>
    trx
      .selectFrom('patients')
      .select('id')
      .where('clinic_id', '=', clinicId)
      .where('given_name', '=', givenName)
      .executeTakeFirstOrThrow(),
  );

const definitionOf = (key: string) => gallery.find((entry) => entry.key === key)!.definition.en;

const rehearse = async (body: object): Promise<Rehearsal> => {
  const answer = await app.as(manager, 'POST', of(clinic.id, 'workflow-rehearsals'), body);
  assert.equal(answer.status, 200);
  return (await answer.json()) as Rehearsal;
};

test('what a play has to know of a patient is told to managers, read back as it was, and recorded', async () => {
  const { id } = await patientOf(clinic.id, 'Laura');
  const path = of(clinic.id, `workflow-scenes/${id}`);
  const answer = await app.as(manager, 'GET', path);
  assert.equal(answer.status, 200);
  const known = readScene(await answer.json());
  assert.equal(known.patient.givenName, 'Laura');
  assert.ok(known.at.equals(app.clock.now()));
  assert.ok(known.readers.sms?.gate.to?.startsWith('+'));
  assert.equal((await app.as('olivia.martin@lakeside.example', 'GET', path)).status, 403);
  const log = await app.as('margaret.chen@lakeside.example', 'GET', of(clinic.id, `audit?subject=${id}`));
  assert.match(await log.text(), /workflow\.played/);
});

test('nobody of another clinic is played, and no event of somebody else', async () => {
  const [{ id }, { id: strange }] = [
    await patientOf(clinic.id, 'Laura'),
    await patientOf(german.id, 'Hans-Peter'),
  ];
  for (const rest of [strange, `${id}?eventId=${strange}`])
    assert.equal((await app.as(manager, 'GET', of(clinic.id, `workflow-scenes/${rest}`))).status, 404);
});

test('every workflow of the gallery is rehearsed, and contacts nobody', async () => {
  const count = async (): Promise<number> => {
    const tables = ['messages', 'ordered_calls', 'tasks', 'contact_decisions'] as const;
    return inClinic(app.database, clinic.id, async (trx) => {
      let sum = 0;
      for (const table of tables)
        sum += (await trx.selectFrom(table).select('id').where('clinic_id', '=', clinic.id).execute()).length;
      return sum;
    });
  };
  const before = await count();
  for (const { key, definition } of gallery) {
    const { rows, sums } = await rehearse({ definition: definition.en });
    assert.ok(rows.length <= 100, key);
    assert.equal(sums.events, rows.length, key);
    const times = rows.map(({ event }) => event.at);
    assert.deepEqual(times, times.toSorted().toReversed(), key);
  }
  assert.equal(await count(), before);
});

test('pages follow each other without a gap and without anybody twice', async () => {
  const { id } = await patientOf(clinic.id, 'Laura');
  // Two of each at the same moment: the order is certain all the same.
  const wanted = await inClinic(app.database, clinic.id, async (trx) => {
    const ids: string[] = [];
    for (let index = 0; index < 120; index += 1) {
      const startsAt = app.clock.now().subtract({ hours: 1000 + Math.floor(index / 2) });
      ids.push(await insertVisit(trx, id, startsAt, 'completed'));
    }
    return ids;
  });
  const definition = definitionOf('post-appointment-call');
  const seen: (string | null)[] = [];
  for (let cursor: string | null | undefined; cursor !== null && seen.length < 1000;) {
    const page = await rehearse({ definition, ...(cursor === undefined ? {} : { cursor }) });
    assert.ok(page.rows.length <= 100);
    seen.push(...page.rows.map(({ appointmentId }) => appointmentId));
    cursor = page.nextCursor;
  }
  assert.equal(new Set(seen).size, seen.length);
  assert.deepEqual(new Set(wanted).difference(new Set(seen)), new Set());
});

test('a cursor that is none is refused', async () => {
  const definition = definitionOf('birthday');
  for (const cursor of ['x', '2026-13-01T00:00:00Z_0199a1b2-1e2b-7036-8314-ef1ff8eaa8f1']) {
    const body = { definition, cursor };
    const answer = await app.as(manager, 'POST', of(clinic.id, 'workflow-rehearsals'), body);
    assert.equal(answer.status, 400);
  }
});
