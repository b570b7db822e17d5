import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const sheets = globSync(['web/**/*.module.css', 'src/**/*.module.css'], { cwd: root });
const pages = globSync(['web/**/*.tsx', 'src/sandbox/**/*.tsx'], { cwd: root });
const beside = (file: string, specifier: string): string => path.join(path.dirname(file), specifier);

/** The sheet without remarks, and without classes that are not its own. */
const rulesOf = (sheet: string): string => read(sheet).replaceAll(/\/\*[^]*?\*\/|:global\([^)]*\)/g, '');
const definedIn = (sheet: string): Set<string> =>
  new Set([...rulesOf(sheet).matchAll(/\.([a-zA-Z]\w*)(?=[^{};]*\{)/g)].map(([, name]) => name!));

type Use = { file: string; sheet: string; name: string };
const uses: Use[] = pages.flatMap((file) => {
  const text = read(file);
  return [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(([, as, specifier]) => {
    const inFile = text.matchAll(new RegExp(`(?<!['/\\w-])${as}(?:\\.(\\w+)|\\['([^']+)'\\]|\\[[^'])`, 'g'));
    // By a name that is made at run time: it may be any.
    return [...inFile].map(([, dotted, quoted]): Use => {
      return { file, sheet: beside(file, specifier!), name: dotted ?? quoted ?? '*' };
    });
  });
});

// A class that a sheet does not have is no error to anybody: the page only looks wrong.
test('every class that a page names stands in its sheet', () => {
  const missing = uses.filter(({ sheet, name }) => name !== '*' && !definedIn(sheet).has(name));
  assert.deepEqual(missing, []);
  assert.ok(uses.length > 1000, 'the pages are found');
});

test('every class of a sheet is named by a page or by another class', () => {
  const composed = sheets.flatMap((sheet) =>
    [...rulesOf(sheet).matchAll(/composes: ([\w ]+?)(?: from '([^']+)')?;/g)].flatMap(([, names, from]) =>
      names!.split(' ').map((name) => ({ sheet: from === undefined ? sheet : beside(sheet, from), name })),
    ),
  );
  const named = Map.groupBy([...uses, ...composed], ({ sheet }) => sheet);
  for (const sheet of sheets) {
    const names = new Set(named.get(sheet)?.map(({ name }) => name));
    if (names.has('*')) continue;
    assert.deepEqual([...definedIn(sheet).difference(names)], [], sheet);
  }
});
