import { z } from 'zod';

/**
 * A tree of conditions in the format of react-querybuilder (lists as arrays). Every rule is either true or false, never
 * unknown: what is missing equals nothing, and the negative operators are exactly the opposite of the positive ones. So the
 * same tree says the same here and in SQL.
 */

/** PostgreSQL keeps neither a zero byte nor half a character: such a word could not be asked for there. */
const word = z
  .string()
  .max(200)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'not a text');
const single = z.union([word, z.number(), z.boolean()]);
const field = z.string().min(1).max(80);

const ruleSchema = z.discriminatedUnion('operator', [
  z.object({ field, operator: z.enum(['=', '!=']), value: single }),
  z.object({ field, operator: z.enum(['<', '<=', '>', '>=']), value: z.union([word, z.number()]) }),
  z.object({
    field,
    operator: z.enum([
      'contains',
      'doesNotContain',
      'beginsWith',
      'doesNotBeginWith',
      'endsWith',
      'doesNotEndWith',
    ]),
    value: word,
  }),
  z.object({ field, operator: z.enum(['null', 'notNull']) }),
  z.object({
    field,
    operator: z.enum(['in', 'notIn']),
    value: z.array(z.union([word, z.number()])).max(100),
  }),
  z.object({
    field,
    operator: z.enum(['between', 'notBetween']),
    value: z.union([z.tuple([z.number(), z.number()]), z.tuple([word, word])]),
  }),
]);
export type Rule = z.infer<typeof ruleSchema>;
export type RuleGroup = { combinator: 'and' | 'or'; not?: boolean | undefined; rules: (Rule | RuleGroup)[] };

const partSchema: z.ZodType<Rule | RuleGroup> = z.lazy(() => z.union([ruleSchema, ruleGroupSchema]));

export const ruleGroupSchema: z.ZodType<RuleGroup> = z
  .object({
    combinator: z.enum(['and', 'or']),
    not: z.boolean().optional(),
    rules: z.array(partSchema).max(50),
  })
  .meta({
    id: 'RuleGroup',
    examples: [{ combinator: 'and', rules: [{ field: 'patient.language', operator: '=', value: 'de' }] }],
  });

/** What a field of somebody may hold. */
export type FieldValue = string | number | boolean | readonly string[] | null;
export type ReadField = (field: string) => FieldValue;

export const isGroup = (rule: Rule | RuleGroup): rule is RuleGroup => 'combinator' in rule;

const same = (value: FieldValue, wanted: string | number | boolean): boolean =>
  Array.isArray(value) ? value.includes(String(wanted)) : value === wanted;

/** By code points, as PostgreSQL does: UTF-16 has rare characters in another order. */
const orderOfTexts = (one: string, other: string): number => {
  const [left, right] = [one[Symbol.iterator](), other[Symbol.iterator]()];
  for (;;) {
    const [a, b] = [left.next().value, right.next().value];
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
    if (a !== b) return a.codePointAt(0)! - b.codePointAt(0)!;
  }
};

/** Negative, zero or positive; null where the two cannot be compared. */
const order = (value: FieldValue, wanted: string | number): number | null => {
  if (typeof value === 'number' && typeof wanted === 'number') return value - wanted;
  if (typeof value === 'string' && typeof wanted === 'string') return orderOfTexts(value, wanted);
  return null;
};

const ordered = (value: FieldValue, wanted: string | number, holds: (order: number) => boolean): boolean => {
  const found = order(value, wanted);
  return found !== null && holds(found);
};

const textMatches = (value: FieldValue, matches: (text: string) => boolean): boolean =>
  typeof value === 'string' && matches(value);

const contains = (value: FieldValue, wanted: string): boolean =>
  Array.isArray(value) ? value.includes(wanted) : textMatches(value, (text) => text.includes(wanted));

const isBetween = (value: FieldValue, [from, to]: [string | number, string | number]): boolean =>
  ordered(value, from, (found) => found >= 0) && ordered(value, to, (found) => found <= 0);

export const ruleHolds = (rule: Rule, read: ReadField): boolean => {
  const value = read(rule.field);
  switch (rule.operator) {
    case '=':
      return same(value, rule.value);
    case '!=':
      return !same(value, rule.value);
    case '<':
      return ordered(value, rule.value, (found) => found < 0);
    case '<=':
      return ordered(value, rule.value, (found) => found <= 0);
    case '>':
      return ordered(value, rule.value, (found) => found > 0);
    case '>=':
      return ordered(value, rule.value, (found) => found >= 0);
    case 'contains':
      return contains(value, rule.value);
    case 'doesNotContain':
      return !contains(value, rule.value);
    case 'beginsWith':
      return textMatches(value, (text) => text.startsWith(rule.value));
    case 'doesNotBeginWith':
      return !textMatches(value, (text) => text.startsWith(rule.value));
    case 'endsWith':
      return textMatches(value, (text) => text.endsWith(rule.value));
    case 'doesNotEndWith':
      return !textMatches(value, (text) => text.endsWith(rule.value));
    case 'null':
      return value === null;
    case 'notNull':
      return value !== null;
    case 'in':
      return rule.value.some((wanted) => same(value, wanted));
    case 'notIn':
      return !rule.value.some((wanted) => same(value, wanted));
    case 'between':
      return isBetween(value, rule.value);
    case 'notBetween':
      return !isBetween(value, rule.value);
  }
};

/** Whether the tree holds. A group without rules holds: nothing is asked. */
export const holds = (group: RuleGroup, read: ReadField): boolean => {
  const each = (rule: Rule | RuleGroup): boolean =>
    isGroup(rule) ? holds(rule, read) : ruleHolds(rule, read);
  const found =
    group.rules.length === 0 ||
    (group.combinator === 'and' ? group.rules.every(each) : group.rules.some(each));
  return group.not === true ? !found : found;
};

/** Every field that the tree reads. */
export const fieldsIn = (group: RuleGroup): string[] =>
  group.rules.flatMap((rule) => (isGroup(rule) ? fieldsIn(rule) : [rule.field]));
