export type Row = Record<string, unknown>;

const reachesItself = (row: Row): boolean => 'guardian_id' in row && row['guardian_id'] === row['patient_id'];

/**
 * The rows of a duplicate as those of the person it becomes. A second "preferred" gives way to the one that is there,
 * and nobody becomes their own guardian.
 */
export const rowsAsOf = (
  rows: readonly Row[],
  column: string,
  { keptId, mergedId }: { keptId: string; mergedId: string },
): Row[] => {
  const keptHasPreferred = rows.some((row) => row[column] === keptId && row['preferred'] === true);
  return rows
    .filter((row) => row[column] === mergedId)
    .map((row) => ({
      ...row,
      [column]: keptId,
      ...(row['preferred'] === true && keptHasPreferred ? { preferred: false } : {}),
    }))
    .filter((row) => !reachesItself(row));
};
