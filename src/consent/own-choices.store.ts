import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Channel, ChosenPurpose } from './rules/contact-request.ts';

export type OwnDeclined = { id: string; channel: Channel | null; purpose: ChosenPurpose | null; how: string };

/** What somebody has declined, themselves or by an address of theirs. */
export const selectOwnDeclined = async (
  trx: ClinicTransaction,
  patientId: string,
  addresses: readonly string[],
): Promise<OwnDeclined[]> => {
  const { rows } = await sql<OwnDeclined>`
    SELECT id, channel, purpose, how FROM contact_opt_outs
    WHERE clinic_id = ${trx.clinicId} AND lifted_at IS NULL
      AND (patient_id = ${patientId} OR address = ANY(${addresses}::text[]))`.execute(trx);
  return rows;
};

export const liftOwn = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<number> => {
  const { rows } = await sql`UPDATE contact_opt_outs SET lifted_at = ${at}, lifted_how = 'link'
    WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[]) AND how = 'link' AND lifted_at IS NULL
    RETURNING id`.execute(trx);
  return rows.length;
};

export const hasNewsConsent = async (trx: ClinicTransaction, patientId: string): Promise<boolean> => {
  const { rows } =
    await sql`SELECT FROM contact_consents WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId}
    AND purpose = 'marketing' AND withdrawn_at IS NULL LIMIT 1`.execute(trx);
  return rows.length > 0;
};
