import type { ClinicTransaction } from '../platform/database/database.ts';
import { rowsOf, type Reference } from './merge.store.ts';
import type { Row } from './rules/merge-rows.ts';

export type Snapshot = { rows: { reference: Reference; rows: Row[] }[] };

/** All rows that point to these people, table by table. */
export const takeSnapshot = async (
  trx: ClinicTransaction,
  references: readonly Reference[],
  patientIds: readonly string[],
): Promise<Snapshot> => {
  const rows = [];
  for (const reference of references)
    rows.push({ reference, rows: await rowsOf(trx, reference, patientIds) });
  return { rows };
};
