import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { joinColumns, lockedRecords } from './merge-columns.store.ts';
import {
  clearRows,
  enterRows,
  insertMerge,
  moveRows,
  redirect,
  referencesToPatients,
} from './merge.store.ts';
import { takeSnapshot } from './merge-snapshot.ts';
import type { MergeField } from './rules/merge-fields.ts';
import { rowsAsOf } from './rules/merge-rows.ts';

type Pair = { keptId: string; mergedId: string };

/**
 * Told in the transaction that makes two records one, or takes that back: what hangs on them follows. Handed in where
 * things are wired, because patients know nothing of automation.
 */
export type OnMerges = {
  /** before the records are locked. What it has done goes when the merge is refused. */
  joining(trx: ClinicTransaction, merge: Pair & { mergeId: string }): Promise<void>;
  /** when each record has its own again */
  parted(trx: ClinicTransaction, mergeId: string): Promise<void>;
};

/** Every table that points to patients gives the duplicate's rows to the one that is kept. */
const moveEverything = async (trx: ClinicTransaction, pair: Pair): Promise<void> => {
  const { keptId, mergedId } = pair;
  for (const reference of await referencesToPatients(trx)) {
    if (!reference.keys.includes(reference.column)) {
      await moveRows(trx, reference, mergedId, keptId);
      continue;
    }
    const { rows } = await takeSnapshot(trx, [reference], [keptId, mergedId]);
    await clearRows(trx, reference, [mergedId]);
    await enterRows(trx, reference.table, rowsAsOf(rows[0]!.rows, reference.column, pair));
  }
};

/**
 * Makes two records of one person one. The duplicate stays as a redirect, so that a link or an import that names it
 * still finds the person, and so that the merge can be undone.
 * @returns anything but `done`: the transaction has to be given up
 */
export const mergePatients = async (
  trx: ClinicTransaction,
  pair: Pair,
  take: readonly MergeField[],
  by: { userId: string; at: Temporal.Instant },
  onMerges: OnMerges,
): Promise<'done' | 'no-such-patient' | 'same'> => {
  const { keptId, mergedId } = pair;
  if (keptId === mergedId) return 'same';
  const id = randomUUIDv7();
  await onMerges.joining(trx, { ...pair, mergeId: id });
  const records = await lockedRecords(trx, keptId, mergedId);
  if (records === null) return 'no-such-patient';
  const references = await referencesToPatients(trx);
  const before = { records, ...(await takeSnapshot(trx, references, [keptId, mergedId])) };
  await moveEverything(trx, pair);
  await joinColumns(trx, records, take, by.at);
  await redirect(trx, mergedId, keptId);
  const after = await takeSnapshot(trx, references, [keptId]);
  await insertMerge(trx, { id, ...pair, at: by.at, userId: by.userId, before, after });
  for (const [subject, other] of [
    [keptId, mergedId],
    [mergedId, keptId],
  ] as const) {
    const detail = { patientId: other, kept: subject === keptId };
    await recordAudit(trx, {
      ...by,
      action: 'patient.merged',
      subject: { kind: 'patient', id: subject },
      detail,
    });
    await announce(trx, 'patients', subject);
  }
  return 'done';
};
