import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { restoreColumns } from './merge-columns.store.ts';
import type { OnMerges } from './merge-patients.ts';
import { takeSnapshot, type Snapshot } from './merge-snapshot.ts';
import { clearRows, enterRows, markUndone, redirect, returnRows, selectMerge } from './merge.store.ts';
import { lockPatient } from './patient-record.store.ts';
import { undoPeriod } from './rules/undo-period.ts';
import { sameRows } from './rules/same-rows.ts';

/** Rows in whose key the person stands: numbers, addresses, tags, family. Those that came since cannot be told apart. */
const inKey = ({ rows }: Snapshot): Snapshot['rows'] =>
  rows.filter(({ reference }) => reference.keys.includes(reference.column));

const restore = async (
  trx: ClinicTransaction,
  before: Snapshot,
  pair: { keptId: string; mergedId: string },
) => {
  const keyed = inKey(before);
  for (const { reference } of keyed) await clearRows(trx, reference, [pair.keptId, pair.mergedId]);
  for (const { reference, rows } of keyed) await enterRows(trx, reference.table, rows);
  for (const { reference, rows } of before.rows) {
    if (!keyed.some((one) => one.reference === reference)) {
      await returnRows(
        trx,
        reference,
        rows.filter((row) => row[reference.column] === pair.mergedId),
      );
    }
  }
};

/**
 * Takes a merge apart: each record has again what it had. What came since (calls, notes, appointments) stays with the
 * one that was kept. Refused when that one was changed since: whose change it is, nobody can tell.
 */
export const undoMerge = async (
  trx: ClinicTransaction,
  keptId: string,
  mergeId: string,
  by: { userId: string; at: Temporal.Instant },
  onMerges: OnMerges,
): Promise<'done' | 'no-such-merge' | 'too-late' | 'changed-meanwhile'> => {
  const kept = await lockPatient(trx, keptId);
  const merge = kept === null ? null : await selectMerge(trx, keptId, mergeId);
  if (kept === null || merge === null) return 'no-such-merge';
  const { mergedId, before, after } = merge;
  if (Temporal.Instant.compare(merge.at.add(undoPeriod), by.at) < 0) return 'too-late';
  const now = await takeSnapshot(
    trx,
    after.rows.map(({ reference }) => reference),
    [keptId],
  );
  const [record] = before.records;
  if (kept.revision !== Number(record['revision']) + 1 || !sameRows(inKey(now), inKey(after)))
    return 'changed-meanwhile';
  await redirect(trx, mergedId, null);
  await restore(trx, before, { keptId, mergedId });
  await restoreColumns(trx, record, by.at);
  await markUndone(trx, mergeId, by.at);
  await onMerges.parted(trx, mergeId);
  for (const id of [keptId, mergedId]) {
    await recordAudit(trx, { ...by, action: 'patient.merge-undone', subject: { kind: 'patient', id } });
    await announce(trx, 'patients', id);
  }
  return 'done';
};
