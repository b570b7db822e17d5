import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { NewOptOut } from './opt-out.ts';
import type { Channel, ChosenPurpose } from './rules/contact-request.ts';
import type { OptOutHow } from './rules/opt-out-view.ts';

/** Enters a no that is not there yet. @returns null when the same one stands already */
export const insertOptOut = async (
  trx: ClinicTransaction,
  no: NewOptOut,
  at: Temporal.Instant,
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO contact_opt_outs (clinic_id, id, patient_id, address, channel, purpose, how, note, since, recorded_by, message_id)
    SELECT ${trx.clinicId}, ${randomUUIDv7()}::uuid, ${no.patientId}::uuid, ${no.address}, ${no.channel}, ${no.purpose}, ${no.how},
      ${no.note ?? null}, ${at}::timestamptz, ${no.userId}::uuid, ${no.messageId ?? null}::uuid
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

/** Somebody by the way that a link came to them: an address, or, where there is none, the person. */
export type LinkHolder = { patientId: string | null; address: string | null; channel: Channel };

const ofHolder = (trx: ClinicTransaction, { patientId, address, channel }: LinkHolder) => sql`
  clinic_id = ${trx.clinicId} AND lifted_at IS NULL AND (channel = ${channel} OR channel IS NULL)
  AND CASE WHEN ${address}::text IS NULL THEN patient_id = ${patientId}::uuid ELSE address = ${address} END`;

/** What they have declined, on this channel or on all. */
export const selectDeclined = async (
  trx: ClinicTransaction,
  holder: LinkHolder,
): Promise<{ purpose: ChosenPurpose | null; how: OptOutHow }[]> => {
  const { rows } = await sql<{ purpose: ChosenPurpose | null; how: OptOutHow }>`
    SELECT purpose, how FROM contact_opt_outs WHERE ${ofHolder(trx, holder)} ORDER BY since, id`.execute(trx);
  return rows;
};

/** Takes back what they have said with links, and nothing that they said otherwise. @returns how many there were */
export const liftByLink = async (
  trx: ClinicTransaction,
  holder: LinkHolder,
  purposes: readonly (ChosenPurpose | null)[],
  at: Temporal.Instant,
): Promise<number> => {
  const { rows } = await sql`
    UPDATE contact_opt_outs SET lifted_at = ${at}, lifted_how = 'link' WHERE ${ofHolder(trx, holder)} AND how = 'link'
      AND coalesce(purpose, '') = ANY(${purposes.map((purpose) => purpose ?? '')}::text[]) RETURNING id`.execute(
    trx,
  );
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
