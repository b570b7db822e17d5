import { sql, type RawBuilder } from 'kysely';
import { isGroup, ruleHolds, type Rule, type RuleGroup } from '../rules/rule-tree.ts';

type Condition = RawBuilder<boolean>;

/** A field as the database has it. Of a list only one thing is ever asked: whether something is in it. */
export type SqlField =
  | { type: 'text' | 'number' | 'boolean'; value: RawBuilder<unknown> }
  | { type: 'list'; has: (entry: string) => Condition };
/** @returns null for a field that nobody has here */
export type SqlFields = (field: string) => SqlField | null;
type Single = Extract<SqlField, { value: unknown }>;

const always = (is: boolean): Condition => (is ? sql`true` : sql`false`);
const either = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? always(false) : sql`(${sql.join(conditions, sql` OR `)})`;

const types = { text: sql`text`, number: sql`float8`, boolean: sql`boolean` };
const typeOf = (wanted: unknown): Single['type'] => {
  if (typeof wanted === 'number') return 'number';
  return typeof wanted === 'boolean' ? 'boolean' : 'text';
};

/** The rules compare what is of one kind only; numbers as they do, texts byte by byte. */
const comparable = ({ type, value }: Single): RawBuilder<unknown> => {
  if (type === 'number') return sql`(${value})::float8`;
  return type === 'text' ? sql`(${value}) COLLATE "C"` : value;
};

/** What is missing compares with nothing: never unknown, so that its opposite is true. */
const compare = (
  field: Single,
  operator: '=' | '<' | '<=' | '>' | '>=',
  wanted: string | number | boolean,
): Condition =>
  typeOf(wanted) === field.type
    ? sql`(${field.value} IS NOT NULL AND ${comparable(field)} ${sql.raw(operator)} ${wanted}::${types[field.type]})`
    : always(false);

const inText = (field: SqlField, matches: (text: RawBuilder<unknown>) => RawBuilder<unknown>): Condition =>
  field.type === 'text'
    ? sql`(${field.value} IS NOT NULL AND ${matches(sql`(${field.value})`)})`
    : always(false);

const same = (field: SqlField, wanted: string | number | boolean): Condition =>
  field.type === 'list' ? field.has(String(wanted)) : compare(field, '=', wanted);

const contains = (field: SqlField, wanted: string): Condition =>
  field.type === 'list'
    ? field.has(wanted)
    : inText(field, (text) => sql`position(${wanted}::text IN ${text}) > 0`);

const isBetween = (field: SqlField, [from, to]: [string | number, string | number]): Condition =>
  field.type === 'list'
    ? always(false)
    : sql`(${compare(field, '>=', from)} AND ${compare(field, '<=', to)})`;

const ruleCondition = (rule: Rule, field: SqlField): Condition => {
  const not = (condition: Condition): Condition => sql`NOT ${condition}`;
  switch (rule.operator) {
    case '=':
      return same(field, rule.value);
    case '!=':
      return not(same(field, rule.value));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return field.type === 'list' ? always(false) : compare(field, rule.operator, rule.value);
    case 'contains':
      return contains(field, rule.value);
    case 'doesNotContain':
      return not(contains(field, rule.value));
    case 'beginsWith':
      return inText(field, (text) => sql`starts_with(${text}, ${rule.value}::text)`);
    case 'doesNotBeginWith':
      return not(inText(field, (text) => sql`starts_with(${text}, ${rule.value}::text)`));
    case 'endsWith':
      return inText(field, (text) => sql`right(${text}, length(${rule.value}::text)) = ${rule.value}::text`);
    case 'doesNotEndWith':
      return not(
        inText(field, (text) => sql`right(${text}, length(${rule.value}::text)) = ${rule.value}::text`),
      );
    case 'null':
      return field.type === 'list' ? always(false) : sql`(${field.value} IS NULL)`;
    case 'notNull':
      return field.type === 'list' ? always(true) : sql`(${field.value} IS NOT NULL)`;
    case 'in':
      return either(rule.value.map((wanted) => same(field, wanted)));
    case 'notIn':
      return not(either(rule.value.map((wanted) => same(field, wanted))));
    case 'between':
      return isBetween(field, rule.value);
    case 'notBetween':
      return not(isBetween(field, rule.value));
  }
};

/**
 * The tree as a condition of a statement. It is true for exactly those for whom `holds` of `rules/rule-tree.ts` is, and
 * false, never unknown, for all others. Fields that nobody has are asked for as what is missing.
 */
export const treeCondition = (group: RuleGroup, fields: SqlFields): Condition => {
  const each = (rule: Rule | RuleGroup): Condition => {
    if (isGroup(rule)) return treeCondition(rule, fields);
    const field = fields(rule.field);
    return field === null ? always(ruleHolds(rule, () => null)) : ruleCondition(rule, field);
  };
  const parts = group.rules.map(each);
  const joined =
    parts.length === 0
      ? always(true)
      : sql<boolean>`(${sql.join(parts, group.combinator === 'and' ? sql` AND ` : sql` OR `)})`;
  return group.not === true ? sql`NOT ${joined}` : joined;
};
