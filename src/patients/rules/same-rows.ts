import type { Row } from './merge-rows.ts';

type Tables = readonly { reference: { table: string; column: string }; rows: readonly Row[] }[];

const written = (value: Row): string =>
  JSON.stringify(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));

const contents = (tables: Tables): string =>
  JSON.stringify(
    tables.map(({ reference, rows }) => [reference.table, reference.column, rows.map(written).toSorted()]),
  );

/** Whether both hold the same rows, in whatever order the rows and their columns come. */
export const sameRows = (one: Tables, other: Tables): boolean => contents(one) === contents(other);
