import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { prepareDataDir } from './data-folder.ts';
import { StartFailure } from './start-failure.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-data-'));
after(() => rmSync(scratch, { recursive: true }));

test('a folder is made with the folders above it, and made once', () => {
  const folder = path.join(scratch, 'a/b/c');
  prepareDataDir(folder);
  prepareDataDir(folder);
  assert.ok(statSync(folder).isDirectory());
});

test('a place where no folder can be made is refused at once', { timeout: 5000 }, () => {
  const file = path.join(scratch, 'file');
  writeFileSync(file, '');
  const places = [
    path.join(file, 'below'),
    file,
    ...(process.platform === 'linux' ? ['/proc/nothing/here'] : []),
  ];
  for (const place of places) assert.throws(() => prepareDataDir(place), StartFailure, place);
});
