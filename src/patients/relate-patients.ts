import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { deleteGuardian, isGuardianOf, upsertGuardian } from './family.store.ts';
import { lockPatient } from './patient-record.store.ts';
import type { Relation } from './rules/relation.ts';

type By = { userId: string; at: Temporal.Instant };
type Pair = { childId: string; guardianId: string };

const record = async (
  trx: ClinicTransaction,
  { childId, guardianId }: Pair,
  action: string,
  by: By,
): Promise<void> => {
  for (const [id, other] of [
    [childId, guardianId],
    [guardianId, childId],
  ] as const) {
    await recordAudit(trx, { ...by, action, subject: { kind: 'patient', id }, detail: { patientId: other } });
    await announce(trx, 'patients', id);
  }
};

/** Locks both in one order, so that two who relate the same two people the other way round do not wait for each other. */
const lockBoth = async (trx: ClinicTransaction, { childId, guardianId }: Pair): Promise<boolean> => {
  for (const id of [childId, guardianId].toSorted()) if ((await lockPatient(trx, id)) === null) return false;
  return true;
};

/** Says who answers for whom, or changes how. Nobody answers for who answers for them. */
export const relatePatients = async (
  trx: ClinicTransaction,
  pair: Pair,
  { relation, speaksFor }: { relation: Relation; speaksFor: boolean },
  by: By,
): Promise<'done' | 'no-such-patient' | 'circle'> => {
  if (pair.childId === pair.guardianId) return 'circle';
  if (!(await lockBoth(trx, pair))) return 'no-such-patient';
  if (await isGuardianOf(trx, { childId: pair.guardianId, guardianId: pair.childId })) return 'circle';
  await upsertGuardian(trx, pair, relation, speaksFor);
  await record(trx, pair, 'patient.family-changed', by);
  return 'done';
};

export const separatePatients = async (
  trx: ClinicTransaction,
  pair: Pair,
  by: By,
): Promise<'done' | 'no-such-patient'> => {
  if (!(await deleteGuardian(trx, pair))) return 'no-such-patient';
  await record(trx, pair, 'patient.family-changed', by);
  return 'done';
};
