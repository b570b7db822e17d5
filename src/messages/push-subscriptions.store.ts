import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { PushSubscription } from '../ports/push/push.port.ts';

export type KeptSubscription = PushSubscription & { id: string };

/** A browser belongs to whoever subscribed in it last. */
export const upsertSubscription = async (
  trx: ClinicTransaction,
  patientId: string,
  { endpoint, keys }: PushSubscription,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`INSERT INTO push_subscriptions (clinic_id, id, patient_id, endpoint, keys, created_at)
    VALUES (${trx.clinicId}, ${randomUUIDv7()}, ${patientId}, ${endpoint}, ${JSON.stringify(keys)}::jsonb, ${now})
    ON CONFLICT (clinic_id, endpoint) DO UPDATE SET patient_id = excluded.patient_id, keys = excluded.keys`.execute(
    trx,
  );
};

/** So many browsers of one person are enough; the oldest goes first. */
export const keepNewest = async (trx: ClinicTransaction, patientId: string, most: number): Promise<void> => {
  await sql`DELETE FROM push_subscriptions WHERE clinic_id = ${trx.clinicId} AND id IN (
    SELECT id FROM push_subscriptions WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId}
    ORDER BY created_at DESC, id DESC OFFSET ${most})`.execute(trx);
};

export const deleteSubscription = async (
  trx: ClinicTransaction,
  patientId: string,
  endpoint: string,
): Promise<void> => {
  await sql`DELETE FROM push_subscriptions
    WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId} AND endpoint = ${endpoint}`.execute(trx);
};

export const deleteSubscriptions = async (trx: ClinicTransaction, ids: readonly string[]): Promise<void> => {
  await sql`DELETE FROM push_subscriptions WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])`.execute(
    trx,
  );
};

export const selectSubscriptions = async (
  trx: ClinicTransaction,
  patientId: string,
): Promise<KeptSubscription[]> => {
  const { rows } = await sql<KeptSubscription>`SELECT id, endpoint, keys FROM push_subscriptions
    WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId} ORDER BY created_at DESC, id DESC`.execute(
    trx,
  );
  return rows;
};
