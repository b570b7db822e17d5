import type { SQLInputValue } from 'node:sqlite';
import type { Condition } from './table.ts';

/** The condition, or none where the value was not given. */
export function given(sql: string, value: SQLInputValue | undefined): Condition[] {
  return value === null || value === undefined ? [] : [{ sql, values: [value] }];
}

/** A span of time: from `after` (inclusive) to `before` (exclusive), both in milliseconds. */
export type Span = { readonly after?: number | null; readonly before?: number | null };

export const within = (column: string, span: Span): Condition[] => [
  ...given(`${column} >= ?`, span.after),
  ...given(`${column} < ?`, span.before),
];
