import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Plan } from './rules/care-records.ts';

const columns = sql`id, patient_id AS "patientId", name, phase, phase_since AS "phaseSince", milestone,
  total_cents AS "totalCents", currency, link, source, reference, revision`;

const isOpen = sql`phase IN ('proposed', 'accepted', 'active', 'retention')`;

/** Those that go on first, the newest first. */
export const selectPlans = async (
  trx: ClinicTransaction,
  patientId: string,
  most: number,
): Promise<Plan[]> => {
  const { rows } = await sql<Plan>`SELECT ${columns} FROM treatment_plans
    WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId}
    ORDER BY ${isOpen} DESC, created_at DESC, id DESC LIMIT ${most}`.execute(trx);
  return rows;
};

/** What names a plan: our id, or another system's, or the name of one that goes on. */
export type WhichPlan =
  | { id: string }
  | { source: string; reference: string }
  | { patientId: string; name: string };

const named = (which: WhichPlan): RawBuilder<unknown> => {
  if ('id' in which) return sql`id = ${which.id}`;
  if ('source' in which) return sql`source = ${which.source} AND reference = ${which.reference}`;
  return sql`patient_id = ${which.patientId} AND lower(name) = lower(${which.name}) AND ${isOpen}`;
};

/** Locked until the transaction ends; of several the newest. */
export const lockPlan = async (trx: ClinicTransaction, which: WhichPlan): Promise<Plan | null> => {
  const { rows } = await sql<Plan>`SELECT ${columns} FROM treatment_plans
    WHERE clinic_id = ${trx.clinicId} AND ${named(which)} ORDER BY created_at DESC, id DESC LIMIT 1 FOR UPDATE`.execute(
    trx,
  );
  return rows[0] ?? null;
};

export const insertPlan = async (
  trx: ClinicTransaction,
  plan: Omit<Plan, 'revision'>,
  now: Temporal.Instant,
): Promise<void> => {
  const { patientId, phaseSince, totalCents, ...same } = plan;
  await trx
    .insertInto('treatment_plans')
    .values({
      ...same,
      clinic_id: trx.clinicId,
      patient_id: patientId,
      phase_since: phaseSince,
      total_cents: totalCents,
      created_at: now,
    })
    .execute();
};

export const updatePlan = async (trx: ClinicTransaction, plan: Plan): Promise<void> => {
  const { id, name, phase, phaseSince, milestone, totalCents, link } = plan;
  await trx
    .updateTable('treatment_plans')
    .set({
      name,
      phase,
      phase_since: phaseSince,
      milestone,
      total_cents: totalCents,
      link,
      revision: sql`revision + 1`,
    })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .execute();
};
