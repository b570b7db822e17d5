import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/fixtures/database.ts';
import { treeCondition, type SqlField } from './rule-tree.store.ts';
import { holds, ruleGroupSchema, type FieldValue } from '../rules/rule-tree.ts';

/* Every operator on every kind of value, as the database and as the interpreter see it. */

const { database } = await testDatabase();

const text = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'A', 'ä', 'z', '%', '_', '\\', '\uE000', '𝒳', '1'),
  fc.string({ unit: 'grapheme', maxLength: 3 }).filter((made) => !made.includes('\0') && made.isWellFormed()),
);
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, Number.MAX_VALUE, Number.MIN_VALUE),
);
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.constant(null),
  text,
  number,
  fc.boolean(),
  fc.array(text, { maxLength: 3 }),
);

const operator = fc.constantFrom(
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'contains',
  'doesNotContain',
  'beginsWith',
  'doesNotBeginWith',
  'endsWith',
  'doesNotEndWith',
  'null',
  'notNull',
  'in',
  'notIn',
  'between',
  'notBetween',
);
const single = fc.oneof(text, number, fc.boolean());

const asField = (held: FieldValue, wanted: unknown): SqlField => {
  if (Array.isArray(held))
    return { type: 'list', has: (entry) => sql`${entry}::text = ANY(${held}::text[])` };
  if (typeof held === 'number') return { type: 'number', value: sql`${held}::float8` };
  if (typeof held === 'boolean') return { type: 'boolean', value: sql`${held}::boolean` };
  if (held === null && typeof wanted === 'number') return { type: 'number', value: sql`NULL::integer` };
  return { type: 'text', value: sql`${held}::text` };
};

test('each operator says in SQL what it says here, and never that it does not know', async () => {
  let [yes, no] = [0, 0];
  const property = fc.asyncProperty(
    value,
    operator,
    single,
    single,
    fc.boolean(),
    async (held, asked, wanted, other, not) => {
      const wantedOf: Record<string, unknown> = {
        in: [wanted, other],
        notIn: [wanted, other],
        between: [wanted, other],
        notBetween: [wanted, other],
      };
      const rule = { field: 'f', operator: asked, value: wantedOf[asked] ?? wanted };
      const read = ruleGroupSchema.safeParse({ combinator: 'and', not, rules: [rule] });
      fc.pre(read.success);
      const here = holds(read.data, () => held);
      const condition = treeCondition(read.data, () => asField(held, wanted));
      const { rows } = await sql<{ there: boolean }>`SELECT ${condition} AS there`.execute(database);
      assert.equal(rows[0]!.there, here);
      if (here) yes += 1;
      else no += 1;
    },
  );
  await fc.assert(property, { numRuns: 1500 });
  assert.ok(yes > 200 && no > 200, 'both answers are common');
});
