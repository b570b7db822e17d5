import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';
import {
  insertBelongings,
  insertNotes,
  insertPatients,
  lockImporting,
  selectKnown,
  sortNames,
  updatePatients,
} from './imported-patients.store.ts';
import type { ImportedPatient } from './rules/imported-patient.ts';
import { planPatients, type OnDuplicate, type PatientPlan } from './rules/plan-patients.ts';

/** `key` names the row in the answer. */
export type DraftRow = { key: number; draft: ImportedPatient };

/** What saving these rows would do, without doing it. */
export const planImportedPatients = async (
  trx: ClinicTransaction,
  rows: readonly DraftRow[],
  onDuplicate: OnDuplicate,
): Promise<PatientPlan> => {
  const names = await sortNames(
    trx,
    rows.map(({ key, draft: { familyName, givenName } }) => ({ key, familyName, givenName })),
  );
  const incoming = rows.map(({ key, draft }) => ({
    key,
    draft,
    id: randomUUIDv7(),
    sortName: names.get(key) ?? '',
  }));
  const ids = rows.flatMap(({ draft }) => draft.externalIds);
  const known = await selectKnown(trx, [...new Set(names.values())], ids);
  return planPatients(incoming, known, onDuplicate);
};

/**
 * Adds and updates patients from a file, however many, with the same few statements. Says of each row what came of it
 * and who it is about; two rows of the same person become one patient.
 */
export const saveImportedPatients = async (
  trx: ClinicTransaction,
  rows: readonly DraftRow[],
  onDuplicate: OnDuplicate,
  at: Temporal.Instant,
): Promise<PatientPlan['outcomes']> => {
  if (rows.length === 0) return [];
  await lockImporting(trx);
  const { outcomes, writes } = await planImportedPatients(trx, rows, onDuplicate);
  const fresh = writes.filter(({ isNew }) => isNew);
  const changed = writes.filter(({ isNew }) => !isNew);
  if (fresh.length > 0) await insertPatients(trx, fresh, at);
  if (changed.length > 0) await updatePatients(trx, changed, at);
  if (writes.length > 0) await insertBelongings(trx, writes);
  const notes = writes.flatMap(({ id, draft }) =>
    draft.note === null ? [] : [{ noteId: randomUUIDv7(), id, body: draft.note }],
  );
  await insertNotes(trx, notes, at);
  return outcomes;
};

/** Who is known by these ids of another system; the key is `JSON.stringify([system, value])`. */
export const findPatientsByExternalIds = async (
  trx: ClinicTransaction,
  ids: { system: string; value: string }[],
): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const known = await selectKnown(trx, [], ids);
  return new Map(
    known.flatMap(({ id, externalIds }) =>
      externalIds.map(({ system, value }) => [JSON.stringify([system, value]), id] as const),
    ),
  );
};
