import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { manualClock } from '../platform/clock.ts';
import { inClinic } from '../platform/database/database.ts';
import { importsIn } from './import-on-trial.ts';
import { keepImportsUp } from './keep-imports-up.ts';
import { readFile } from './read-file.ts';
import type { ImportView } from './rules/import-views.ts';
import { runImport } from './run-import.ts';
import { undoBatches } from './undo-import.ts';

const app = await startDemoApp();
const [english] = app.clinics;
const imports = importsIn(app, english.id, 'daniel.brooks@lakeside.example');
const { deps } = imports;

const fileOf = (count: number, prefix: string): string =>
  [
    'Number,Last name,First name,DOB,Mobile',
    ...Array.from({ length: count }, (_, index) => {
      const born = index % 50 === 7 ? '31/31/1980' : `1980-01-${String(1 + (index % 28)).padStart(2, '0')}`;
      return `${prefix}-${index},${prefix}son${index},Ann,${born},312 555 ${String(1000 + index)}`;
    }),
  ].join('\n');

const countOf = async (prefix: string): Promise<number> => {
  const { rows } = await imports.inClinic((trx) =>
    sql<{ count: number }>`SELECT count(*) AS count FROM patients p
      WHERE clinic_id = ${trx.clinicId} AND family_name LIKE ${`${prefix}son%`}`.execute(trx),
  );
  return rows[0]!.count;
};

const started = async (content: string): Promise<ImportView> => {
  const one = await imports.read(content);
  await app.as('daniel.brooks@lakeside.example', 'POST', imports.path(`/${one.id}/start`));
  return one;
};

/** A worker that dies while it does the batch with this number: its connection is cut in the middle of a transaction. */
const dieIn = async (importId: string, dying: number): Promise<void> => {
  let count = 0;
  // The clock is asked once a batch, after the import is locked and before anything is saved or committed.
  const clock = {
    ...manualClock('2026-11-21T10:00:00Z'),
    now: () => {
      count += 1;
      if (count === dying) throw new Error('killed');
      return app.clock.now();
    },
  };
  await assert.rejects(runImport({ ...deps, clock }, { clinicId: english.id, importId }), /killed/);
};

/** As the owner of the tables, who may hang a trigger on one. */
const asOwner = async (statement: string): Promise<void> => {
  const client = new pg.Client(app.connection);
  await client.connect();
  await client.query(statement);
  await client.end();
};

test('a worker killed between batches is followed by one that does exactly the rest', async () => {
  const one = await started(fileOf(1000, 'Between'));
  await dieIn(one.id, 3);
  const half = await imports.get<ImportView>(`/${one.id}`);
  assert.deepEqual([half.status, half.rowsDone, half.tally.added], ['running', 500, 490]);
  assert.equal(await countOf('Between'), 490);
  await runImport(deps, { clinicId: english.id, importId: one.id });
  const done = await imports.get<ImportView>(`/${one.id}`);
  assert.deepEqual(
    [done.status, done.rowsDone, done.tally.added, done.tally.updated],
    ['done', 1000, 980, 0],
  );
  assert.equal(done.tally.refused, 20);
  assert.equal(await countOf('Between'), 980);
});

test('a worker killed in the middle of a batch leaves nothing of that batch', async () => {
  const one = await started(fileOf(600, 'Middle'));
  // Patients are written first, findings after them. The connection is cut between the two.
  await asOwner(`CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.row_number > 300 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END $$`);
  await asOwner('ALTER FUNCTION cut_off() SECURITY DEFINER');
  await asOwner(
    'CREATE TRIGGER cut_off BEFORE INSERT ON import_findings FOR EACH ROW EXECUTE FUNCTION cut_off()',
  );
  await assert.rejects(runImport(deps, { clinicId: english.id, importId: one.id }));
  assert.equal(
    await countOf('Middle'),
    245,
    'the first batch of 250, of which 5 are refused, and nothing of the second',
  );
  await asOwner('DROP TRIGGER cut_off ON import_findings');
  await runImport(deps, { clinicId: english.id, importId: one.id });
  assert.equal(await countOf('Middle'), 588);
  const { tally } = await imports.get<ImportView>(`/${one.id}`);
  assert.deepEqual([tally.added, tally.updated, tally.refused], [588, 0, 12]);
});

test('two workers on one import do each row once', async () => {
  const one = await started(fileOf(1000, 'Both'));
  const which = { clinicId: english.id, importId: one.id };
  await Promise.all([runImport(deps, which), runImport(deps, which), runImport(deps, which)]);
  const { tally, rowsDone } = await imports.get<ImportView>(`/${one.id}`);
  assert.deepEqual([tally.added, tally.updated, rowsDone], [980, 0, 1000]);
  assert.equal(await countOf('Both'), 980);
});

test('two files with the same people at once do not double them', async () => {
  const files = [await started(fileOf(300, 'Twice')), await started(fileOf(300, 'Twice'))];
  await Promise.all(files.map(({ id }) => runImport(deps, { clinicId: english.id, importId: id })));
  assert.equal(await countOf('Twice'), 294);
});

test('reading a file that was read half begins again', async () => {
  const { id } = (await (await imports.upload(fileOf(600, 'Read'))).json()) as ImportView;
  const which = { clinicId: english.id, importId: id };
  await asOwner(`CREATE FUNCTION cut_reading() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.number = 1 THEN RAISE EXCEPTION 'cut'; END IF; RETURN NEW; END $$`);
  await asOwner(
    'CREATE TRIGGER cut_reading BEFORE INSERT ON import_batches FOR EACH ROW EXECUTE FUNCTION cut_reading()',
  );
  await assert.rejects(readFile(deps, which));
  assert.equal((await imports.get<ImportView>(`/${id}`)).status, 'reading');
  await asOwner('DROP TRIGGER cut_reading ON import_batches');
  await readFile(deps, which);
  await readFile(deps, which);
  const one = await imports.get<ImportView>(`/${id}`);
  assert.deepEqual([one.status, one.rowsTotal], ['ready', 600]);
});

test('undoing takes away who was added, and keeps whoever somebody has worked with', async () => {
  const { id } = await started(fileOf(300, 'Undo'));
  await runImport(deps, { clinicId: english.id, importId: id });
  const changed = (await imports.patients()).find(({ family_name }) => family_name === 'Undoson3')!;
  await imports.inClinic((trx) =>
    sql`UPDATE patients SET revision = 2 WHERE clinic_id = ${trx.clinicId} AND id = ${changed.id}`.execute(
      trx,
    ),
  );
  await app.as('daniel.brooks@lakeside.example', 'POST', imports.path(`/${id}/undo`));
  await undoBatches(deps, { clinicId: english.id, importId: id });
  const { status, tally } = await imports.get<ImportView>(`/${id}`);
  assert.deepEqual([status, tally.removed, tally.kept], ['undone', 293, 1]);
  assert.equal(await countOf('Undo'), 1);
});

test('what nobody started is gone after a week, and the rows of a report after three months', async () => {
  const left = await imports.read(fileOf(3, 'Left'));
  const done = await started('Last name,DOB\nNever,32/32/1980\n');
  await runImport(deps, { clinicId: english.id, importId: done.id });
  const later = (hours: number) => ({
    ...deps,
    clock: manualClock(app.clock.now().add({ hours }).toString()),
  });
  await keepImportsUp(later(24));
  assert.equal((await imports.findings(done.id))[0]?.cells.length, 2);
  assert.equal((await imports.get<ImportView>(`/${left.id}`)).status, 'ready');
  await keepImportsUp(later(24 * 100));
  assert.deepEqual((await imports.findings(done.id))[0]?.cells, []);
  assert.equal(
    (await app.as('daniel.brooks@lakeside.example', 'GET', imports.path(`/${left.id}`))).status,
    404,
  );
});

test('nothing of the file lies open in the database', async () => {
  const one = await started('Last name,DOB\nVerysecretname,32/32/1980\n');
  await runImport(deps, { clinicId: english.id, importId: one.id });
  await imports.read('Last name,DOB\nVerysecretname,32/32/1980\n');
  for (const table of ['imports', 'import_pieces', 'import_batches', 'import_findings']) {
    const { rows } = await inClinic(app.database, english.id, (trx) =>
      sql<{
        text: string;
      }>`SELECT encode(t::text::bytea, 'escape') AS text FROM ${sql.table(table)} t`.execute(trx),
    );
    assert.ok(
      rows.every(({ text }) => !text.includes('Verysecret')),
      table,
    );
  }
});
