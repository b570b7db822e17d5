import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { NewOptOut } from './opt-out.ts';
import type { Channel } from './rules/contact-request.ts';

/** Enters a no that is not there yet. @returns null when the same one stands already */
export const insertOptOut = async (
  trx: ClinicTransaction,
  no: NewOptOut,
  at: Temporal.Instant,
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO contact_opt_outs (clinic_id, id, patient_id, address, channel, purpose, how, note, since, recorded_by)
    SELECT ${trx.clinicId}, ${randomUUIDv7()}::uuid, ${no.patientId}::uuid, ${no.address}, ${no.channel}, ${no.purpose}, ${no.how},
      ${no.note ?? null}, ${at}::timestamptz, ${no.userId}::uuid
    WHERE ${no.address}::text IS NOT NULL OR NOT EXISTS (SELECT 1 FROM contact_opt_outs WHERE clinic_id = ${trx.clinicId}
      AND patient_id = ${no.patientId}::uuid AND address IS NULL AND channel IS NOT DISTINCT FROM ${no.channel}
      AND purpose IS NOT DISTINCT FROM ${no.purpose} AND lifted_at IS NULL)
    ON CONFLICT (clinic_id, address, channel, purpose) WHERE lifted_at IS NULL AND address IS NOT NULL DO NOTHING
    RETURNING id`.execute(trx);
  return rows[0]?.id ?? null;
};

/** The same no, where it stands already. */
export const selectStanding = async (trx: ClinicTransaction, no: NewOptOut): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM contact_opt_outs WHERE clinic_id = ${trx.clinicId} AND lifted_at IS NULL
      AND address IS NOT DISTINCT FROM ${no.address} AND (${no.address}::text IS NOT NULL OR patient_id = ${no.patientId}::uuid)
      AND channel IS NOT DISTINCT FROM ${no.channel} AND purpose IS NOT DISTINCT FROM ${no.purpose}`.execute(
    trx,
  );
  return rows[0]?.id ?? null;
};

type Lifting = { how: 'keyword' | 'link' | 'staff'; userId: string | null; at: Temporal.Instant };

/** Takes back every no that this number or address gave for the channel. @returns how many there were */
export const liftByAddress = async (
  trx: ClinicTransaction,
  address: string,
  channel: Channel,
  { how, userId, at }: Lifting,
): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    UPDATE contact_opt_outs SET lifted_at = ${at}, lifted_how = ${how}, lifted_by = ${userId}::uuid
    WHERE clinic_id = ${trx.clinicId} AND address = ${address} AND channel = ${channel} AND lifted_at IS NULL
    RETURNING id`.execute(trx);
  return rows.length;
};

/** @returns whose it was; undefined when there is no such no that still stands */
export const liftById = async (
  trx: ClinicTransaction,
  id: string,
  { how, userId, at }: Lifting,
): Promise<{ patientId: string | null } | undefined> => {
  const { rows } = await sql<{ patientId: string | null }>`
    UPDATE contact_opt_outs SET lifted_at = ${at}, lifted_how = ${how}, lifted_by = ${userId}::uuid
    WHERE clinic_id = ${trx.clinicId} AND id = ${id} AND lifted_at IS NULL
    RETURNING patient_id AS "patientId"`.execute(trx);
  return rows[0];
};
