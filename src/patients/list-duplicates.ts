import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { announce } from '../platform/live-updates.ts';
import { compareLater, compareMarked } from './compare-patients.ts';
import { insertDistinct, selectDuplicates } from './duplicates.store.ts';
import type { DuplicateReason } from './rules/merge-fields.ts';
import type { PatientView } from './rules/patient-views.ts';
import { showPatients } from './show-patient.ts';

type By = { userId: string; at: Temporal.Instant };
type DuplicateView = { one: PatientView; other: PatientView; reasons: DuplicateReason[] };

/**
 * Pairs that may be one person, both as on their own page, the surest first. `waiting`: how many people are still to be
 * compared, when very many are new; a worker does so.
 */
export const listDuplicates = async (
  trx: ClinicTransaction,
  limit: number,
  by: By,
  send: JobSender,
): Promise<{ pairs: DuplicateView[]; waiting: number }> => {
  const waiting = await compareMarked(trx);
  if (waiting > 0) await compareLater(trx, send);
  const found = await selectDuplicates(trx, limit);
  const ids = new Set(found.flatMap(({ oneId, otherId }) => [oneId, otherId]));
  const views = await showPatients(trx, [...ids], by);
  const pairs = found.flatMap(({ oneId, otherId, reasons }) => {
    const [one, other] = [views.get(oneId), views.get(otherId)];
    return one && other ? [{ one, other, reasons }] : [];
  });
  return { pairs, waiting };
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
