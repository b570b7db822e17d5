import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../test/fixtures/database.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { fingerprintOf } from '../platform/keyring.ts';
import { changeInstallation } from '../settings/change-installation.ts';
import { loadInstallation } from '../settings/load-installation.ts';
import {
  addClinic,
  addVoicemail,
  clock,
  depsOf,
  keyOf,
  keysOf,
  readVoicemails,
} from './installation-on-trial.ts';
import { selectKeys } from './encryption.store.ts';
import { openSecrets } from './open-secrets.ts';
import { reseal } from './reseal.ts';
import { showKeys } from './show-keys.ts';
import { watchKeys } from './watch-keys.ts';

type TestDatabase = Awaited<ReturnType<typeof testDatabase>>;

/** An installation has one key: each test has a database of its own. */
const fresh: TestDatabase[] = [];
for (let count = 0; count < 6; count += 1) fresh.push(await testDatabase());
let database: Database;
let connection: TestDatabase['connection'];
beforeEach(() => {
  ({ database, connection } = fresh.pop()!);
});

/** A process that has started with these keys and runs. */
const start = async (...fills: number[]) => {
  const secrets = await openSecrets(database, keysOf(...fills), clock.now());
  const sent: string[] = [];
  const deps = depsOf(database, secrets, sent);
  const { close, refresh } = await watchKeys(deps, connection);
  return { secrets, sent, deps, close, refresh };
};

const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`);
const addVoicemails = async (clinicId: string, secrets: Parameters<typeof depsOf>[1]): Promise<void> => {
  for (const text of texts) await addVoicemail(database, clinicId, { secrets, key: keyOf(1), text });
};

test('two processes change the key one after the other; everything opens with both all the time', async () => {
  const clinicId = await addClinic(database);
  const [one, two] = [await start(1), await start(1)];
  await addVoicemails(clinicId, one.secrets);
  const { authSecret } = one.secrets;
  await one.close();
  const first = await start(2, 1);
  assert.equal(first.secrets.keys.current(), fingerprintOf(keyOf(1)), 'the other does not have the new key');
  await addVoicemail(database, clinicId, { secrets: first.secrets, key: keyOf(1), text: 'between' });
  assert.deepEqual(await readVoicemails(database, clinicId, two.secrets).then(({ texts: all }) => all), [
    ...texts,
    'between',
  ]);
  await two.close();
  const second = await start(2, 1);
  assert.equal(second.secrets.keys.current(), fingerprintOf(keyOf(2)));
  assert.deepEqual(second.sent, ['encryption.reseal']);
  await first.refresh();
  const slow = '01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e3';
  await sql`INSERT INTO key_holders (process, wants, holds, seals)
    SELECT ${slow}, wants, holds, ${fingerprintOf(keyOf(1))} FROM key_holders LIMIT 1`.execute(database);
  await reseal(second.deps);
  assert.notEqual((await showKeys(second.deps)).resealing, null, 'one still seals with the former key');
  await sql`DELETE FROM key_holders WHERE process = ${slow}`.execute(database);
  await reseal(second.deps);
  const view = await showKeys(second.deps);
  assert.deepEqual([view.resealing, view.waiting, view.unopened], [null, null, 0]);
  assert.deepEqual(
    view.former.map(({ needed }) => needed),
    [false],
  );
  await Promise.all([first.close(), second.close()]);

  const alone = await start(2);
  const read = await readVoicemails(database, clinicId, alone.secrets);
  assert.deepEqual(read.texts, [...texts, 'between']);
  assert.deepEqual(
    read.sounds,
    [...texts, 'between'].map((text) => `audio ${text}`),
  );
  assert.equal(alone.secrets.authSecret, authSecret, 'sessions and links outlive the change');
  await alone.close();
});

test('a worker that is killed in the middle leaves nothing half done, and the next goes on', async () => {
  const clinicId = await addClinic(database);
  const before = await start(1);
  await addVoicemails(clinicId, before.secrets);
  await before.close();
  const { secrets, deps, close } = await start(2, 1);
  await dieAfterOneBatch();
  const half = await readVoicemails(database, clinicId, secrets);
  assert.ok(half.withCurrentKey > 0 && half.withCurrentKey < 2 * texts.length, String(half.withCurrentKey));
  assert.deepEqual(half.texts, texts);
  const { resealing } = await showKeys(deps);
  assert.deepEqual(resealing, { total: 2 * texts.length, done: half.withCurrentKey });
  await reseal(deps);
  const after = await readVoicemails(database, clinicId, secrets);
  assert.deepEqual([after.texts, after.withCurrentKey], [texts, 2 * texts.length]);
  assert.equal((await selectKeys(database))[0]?.resealed, 2 * texts.length);
  await close();
});

/** A process of its own seals anew, and is killed by the operating system after its first batch. */
const dieAfterOneBatch = async (): Promise<void> => {
  const from = (file: string): string => JSON.stringify(path.join(import.meta.dirname, file));
  const script = `
    const { createDatabase } = await import(${from('../platform/database/database.ts')});
    const { createLog } = await import(${from('../platform/log.ts')});
    const { openSecrets } = await import(${from('open-secrets.ts')});
    const { reseal } = await import(${from('reseal.ts')});
    const { clock, depsOf, keysOf } = await import(${from('installation-on-trial.ts')});
    const { sealedVoicemails } = await import(${from('../voicemail/sealed-content.ts')});
    const { database } = createDatabase(${JSON.stringify(connection)}, createLog('silent'), 2);
    const secrets = await openSecrets(database, keysOf(2, 1), clock.now());
    let sealed = 0;
    const { encrypt } = secrets.keys;
    secrets.keys.encrypt = (plain, context) => {
      if (context.startsWith('voicemail:') && ++sealed > 2 * sealedVoicemails.rowsAtOnce + 3)
        process.kill(process.pid, 'SIGKILL');
      return encrypt(plain, context);
    };
    await reseal(depsOf(database, secrets));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  const signal = await new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)));
  assert.equal(signal, 'SIGKILL');
};

test('what is sealed meanwhile, settings, secrets of webhooks and files of imports go along', async () => {
  const clinicId = await addClinic(database);
  const before = await start(1);
  const mail = { kind: 'default' as const };
  const by = { userId: null as never, at: clock.now() };
  await changeInstallation(before.deps, { name: 'mail', value: mail }, by);
  const id = '01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e3';
  const seal = (context: string) => Buffer.from(before.secrets.encrypt(Buffer.from('secret'), context));
  await inClinic(database, clinicId, async (trx) => {
    await sql`INSERT INTO webhooks (clinic_id, id, url, secret, created_at)
      VALUES (${clinicId}, ${id}, 'https://x.example', ${seal(`webhook ${clinicId} ${id}`)}, now())`.execute(
      trx,
    );
    await sql`INSERT INTO imports (clinic_id, id, file_name, kind, created_at) VALUES (${clinicId}, ${id}, 'a.csv', 'csv', now())`.execute(
      trx,
    );
    for (const number of [1, 2, 10])
      await sql`INSERT INTO import_pieces (clinic_id, import_id, number, content)
        VALUES (${clinicId}, ${id}, ${number}, ${seal(`import:${clinicId}:${id}:piece`)})`.execute(trx);
    const rows = seal(`import:${clinicId}:${id}:rows`);
    await sql`INSERT INTO import_batches (clinic_id, import_id, stage, number, rows, content) VALUES (${clinicId}, ${id}, 0, 1, 1, ${rows})`.execute(
      trx,
    );
    await sql`INSERT INTO import_findings (clinic_id, import_id, row_number, outcome, reasons, content)
      VALUES (${clinicId}, ${id}, 1, 'refused', '[]', ${rows}), (${clinicId}, ${id}, 2, 'refused', '[]', NULL)`.execute(
      trx,
    );
  });
  await before.close();
  const { deps, close } = await start(2, 1);
  await reseal(deps);
  await close();
  const alone = await start(2);
  const { stored } = await loadInstallation(database, alone.secrets, alone.deps.log);
  assert.deepEqual(stored.mail, mail);
  const { rows } = await inClinic(database, clinicId, (trx) =>
    sql<{ sealed: Buffer }>`SELECT secret AS sealed FROM webhooks UNION ALL SELECT content FROM import_pieces
      UNION ALL SELECT content FROM import_batches UNION ALL SELECT content FROM import_findings WHERE content IS NOT NULL
      UNION ALL SELECT sealed FROM signing_secrets UNION ALL SELECT sealed FROM installation_settings`.execute(
      trx,
    ),
  );
  assert.equal(rows.length, 10);
  for (const { sealed } of rows) assert.deepEqual(sealed.subarray(0, 9), alone.secrets.keys.mark());
  const log = await inClinic(database, clinicId, (trx) =>
    sql<{ action: string; detail: unknown }>`SELECT action, detail FROM audit_log
      WHERE action LIKE 'installation.key-%' ORDER BY action`.execute(trx),
  );
  assert.deepEqual(log.rows, [
    { action: 'installation.key-changed', detail: { values: 6 } },
    { action: 'installation.key-resealed', detail: { resealed: 6, unopened: 0 } },
  ]);
  await alone.close();
});

test('what no key opens stays as it is, is counted, and keeps nothing from ending', async () => {
  const clinicId = await addClinic(database);
  const before = await start(1);
  const id = await addVoicemail(database, clinicId, { secrets: before.secrets, key: keyOf(9), text: 'lost' });
  await before.close();
  const { deps, close, secrets } = await start(2, 1);
  await reseal(deps);
  const { unopened, resealing, former } = await showKeys(deps);
  assert.deepEqual([unopened, resealing, former[0]?.needed], [1, null, false]);
  const { texts: read } = await readVoicemails(database, clinicId, secrets);
  assert.deepEqual(read, [null]);
  assert.ok(id);
  await close();
});

test('a process with the wrong keys does not start, and changes nothing', async () => {
  const clinicId = await addClinic(database);
  const before = await start(1);
  await addVoicemails(clinicId, before.secrets);
  await before.close();
  const known = await selectKeys(database);
  await assert.rejects(
    openSecrets(database, keysOf(2), clock.now()),
    /^StartFailure: This database was set up with another encryption key\./,
  );
  assert.deepEqual(await selectKeys(database), known);
  const changing = await start(2, 1);
  await changing.close();
  await assert.rejects(openSecrets(database, keysOf(2), clock.now()), {
    name: 'StartFailure',
    message: new RegExp(`being changed.*${fingerprintOf(keyOf(1))}`),
  });
  await reseal(changing.deps);
  await openSecrets(database, keysOf(2), clock.now());
  await assert.rejects(openSecrets(database, keysOf(1), clock.now()), /another encryption key/);
});

test('the change is taken back, or overtaken by the next, before it has ended', async () => {
  const clinicId = await addClinic(database);
  const before = await start(1);
  await addVoicemails(clinicId, before.secrets);
  await before.close();
  await (await start(2, 1)).close();
  const overtaking = await start(3, 2, 1);
  await reseal(overtaking.deps);
  assert.deepEqual(
    (await showKeys(overtaking.deps)).former.map(({ needed }) => needed),
    [false, false],
  );
  await overtaking.close();
  const back = await start(1, 3);
  await reseal(back.deps);
  await back.close();
  const alone = await start(1);
  assert.deepEqual((await readVoicemails(database, clinicId, alone.secrets)).texts, texts);
  await alone.close();
});
