import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';

export type Standing = { balanceCents: number; currency: string; timeZone: string };

const standing = (trx: ClinicTransaction, patientId: string) => sql<Standing>`
  SELECT p.balance_cents AS "balanceCents", c.currency, c.time_zone AS "timeZone"
  FROM patients p JOIN clinics c ON c.id = p.clinic_id
  WHERE p.clinic_id = ${trx.clinicId} AND p.id = ${patientId} AND p.merged_into IS NULL`;

export const selectStanding = async (trx: ClinicTransaction, patientId: string): Promise<Standing | null> =>
  (await standing(trx, patientId).execute(trx)).rows[0] ?? null;

/** Nobody else changes what they owe meanwhile; rows that only point to them may be entered. */
export const lockStanding = async (trx: ClinicTransaction, patientId: string): Promise<Standing | null> =>
  (await sql<Standing>`${standing(trx, patientId)} FOR NO KEY UPDATE OF p`.execute(trx)).rows[0] ?? null;

export const updateBalance = async (
  trx: ClinicTransaction,
  patientId: string,
  cents: number,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`UPDATE patients SET balance_cents = ${cents}, revision = revision + 1, updated_at = ${now}
    WHERE clinic_id = ${trx.clinicId} AND id = ${patientId}`.execute(trx);
};
