import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { insertDistinct, selectDuplicates } from './duplicates.store.ts';
import type { DuplicateReason } from './rules/merge-fields.ts';
import type { PatientView } from './rules/patient-views.ts';
import { showPatient } from './show-patient.ts';

export type DuplicateView = { one: PatientView; other: PatientView; reasons: DuplicateReason[] };

type By = { userId: string; at: Temporal.Instant };

/** Pairs that may be one person, both as on their own page, the surest first. */
export const listDuplicates = async (
  trx: ClinicTransaction,
  limit: number,
  by: By,
): Promise<DuplicateView[]> => {
  const pairs = await selectDuplicates(trx, limit);
  const ids = [...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
  // All at once: the connection takes the questions one after the other without waiting for each answer.
  const views = new Map(
    await Promise.all(ids.map(async (id) => [id, await showPatient(trx, id, by)] as const)),
  );
  return pairs.flatMap(({ oneId, otherId, reasons }) => {
    const [one, other] = [views.get(oneId), views.get(otherId)];
    return one && other ? [{ one, other, reasons }] : [];
  });
};

/** Remembers that these are two people, so that they are not shown as duplicates again. */
export const keepApart = async (
  trx: ClinicTransaction,
  ids: readonly [string, string],
  by: By,
): Promise<'done' | 'no-such-patient'> => {
  if (!(await insertDistinct(trx, ids, by))) return 'no-such-patient';
  const [id, other] = ids;
  const detail = { patientId: other };
  await recordAudit(trx, { ...by, action: 'patient.kept-apart', subject: { kind: 'patient', id }, detail });
  await announce(trx, 'patients', id);
  return 'done';
};
