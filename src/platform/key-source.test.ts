import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, test } from 'node:test';
import { environmentKeys, fileKeys } from './key-source.ts';
import { fingerprintOf } from './keyring.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const inFolder = () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-keys-'));
  folders.push(folder);
  return { folder, keys: fileKeys(folder) };
};
const base64 = (fill: number): string => Buffer.alloc(32, fill).toString('base64');

test('the first key is made once, for its owner only', () => {
  const { folder, keys } = inFolder();
  assert.deepEqual(keys.read(), []);
  keys.make();
  const made = readFileSync(keys.file, 'utf8');
  assert.equal(statSync(keys.file).mode & 0o777, 0o600);
  fileKeys(folder).make();
  assert.equal(readFileSync(keys.file, 'utf8'), made);
  assert.deepEqual(readdirSync(folder), ['encryption.key']);
});

test('a new key stands before the former one, which is kept until it is thrown away', () => {
  const { folder, keys } = inFolder();
  writeFileSync(keys.file, `${base64(1)}\n`, { mode: 0o644 });
  keys.add();
  const [fresh, former, ...none] = keys.read();
  assert.equal(none.length, 0);
  assert.deepEqual(Buffer.from(former!), Buffer.alloc(32, 1));
  assert.equal(statSync(keys.file).mode & 0o777, 0o600);
  keys.keep([fingerprintOf(fresh!)]);
  assert.deepEqual(keys.read(), [fresh]);
  assert.throws(() => keys.keep([]), /never thrown away/);
  assert.deepEqual(readdirSync(folder), ['encryption.key']);
});

test('a file that holds no key is refused and left as it is', () => {
  for (const contents of ['', '\n', 'not a key\n', `${base64(1)}\nshort\n`]) {
    const { keys } = inFolder();
    writeFileSync(keys.file, contents);
    assert.throws(() => keys.read(), /encryption\.key/);
    keys.make();
    assert.equal(readFileSync(keys.file, 'utf8'), contents);
  }
});

test('keys of the environment: the one to seal with, then former ones, none twice', () => {
  const keys = environmentKeys(base64(1), ` ${base64(2)}, ${base64(1)}\n${base64(3)}`).read();
  assert.deepEqual(
    keys.map((key) => key[0]),
    [1, 2, 3],
  );
  assert.throws(() => environmentKeys('short', undefined), /^StartFailure: ENCRYPTION_KEY must be 32 bytes/);
  assert.throws(() => environmentKeys(base64(1), 'short'), /Each of ENCRYPTION_KEYS_FORMER must be/);
});
