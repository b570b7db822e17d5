import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { auditDe } from './audit.de.ts';
import { auditEn } from './audit.en.ts';
import { readAuditSearch } from './audit-search.ts';
import { sectionNames } from '../../src/settings/rules/installation-settings.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Every action that is written into the log: what stands behind `action`, and what is handed on to be one. */
const recorded = (): Set<string> => {
  const actions = new Set<string>(sectionNames.map((name) => `installation.${name}-changed`));
  for (const file of globSync('src/**/*.ts', { cwd: root })) {
    if (/\.test\.ts$|-on-trial\.ts$|^src\/sandbox\//.test(file)) continue;
    const text = readFileSync(path.join(root, file), 'utf8');
    if (!/\baction\b|recordAudit/.test(text) && !file.includes('my-calls')) continue;
    for (const [, statement] of text.matchAll(/\baction\b[^;,\n]*?((?:'[a-z-]+\.[a-z-]+'[^;,\n]*)+)/g))
      for (const [, action] of (statement ?? '').matchAll(/'([a-z-]+\.[a-z-]+)'/g)) actions.add(action ?? '');
    if (file.includes('my-calls'))
      for (const [, action] of text.matchAll(/'(call\.[a-z-]+)'/g)) actions.add(action ?? '');
  }
  return actions;
};

const wordOf = (words: object, action: string): unknown => {
  const [kind = '', deed = ''] = action.split('.');
  return Reflect.get((Reflect.get(words, kind) as object | undefined) ?? {}, deed);
};

test('every action that is recorded has words in both languages, and its kind can be chosen', () => {
  const actions = recorded();
  assert.ok(actions.size > 20, `only ${actions.size} actions found: has the way of writing them changed?`);
  const missing = [...actions].flatMap((action) => [
    ...(typeof wordOf(auditEn.actions, action) === 'string' ? [] : [`${action}: English words`]),
    ...(typeof wordOf(auditDe.actions, action) === 'string' ? [] : [`${action}: German words`]),
    ...((action.split('.')[0] ?? '') in auditEn.kinds ? [] : [`${action}: its kind in the list`]),
  ]);
  assert.deepEqual(missing, []);
});

test('only what is a filter is taken from the address', () => {
  assert.deepEqual(readAuditSearch({ kind: 'call', from: '2026-11-01', to: 'soon', person: 7, other: 'x' }), {
    kind: 'call',
    from: '2026-11-01',
  });
});
