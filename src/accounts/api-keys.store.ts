import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';

/** Keys that still work, with what their maker may do now. */
const working = (trx: ClinicTransaction, now: Temporal.Instant) =>
  trx
    .selectFrom('api_keys as key')
    .innerJoin('clinic_members as maker', (join) =>
      join.onRef('maker.clinic_id', '=', 'key.clinic_id').onRef('maker.user_id', '=', 'key.created_by'),
    )
    .innerJoin('users', 'users.id', 'key.created_by')
    .where('key.clinic_id', '=', trx.clinicId)
    .where('key.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('key.expires_at', 'is', null), eb('key.expires_at', '>', now)]));

export const selectKeyByHash = async (trx: ClinicTransaction, hash: string, now: Temporal.Instant) =>
  (await working(trx, now)
    .select([
      'key.id',
      'key.name',
      'key.scopes',
      'key.last_used_at as lastUsedAt',
      'key.created_by as userId',
      'maker.role',
    ])
    .where('key.hash', '=', hash)
    .executeTakeFirst()) ?? null;

export const selectKeys = (trx: ClinicTransaction, now: Temporal.Instant) =>
  working(trx, now)
    .select([
      'key.id',
      'key.name',
      'key.scopes',
      'key.hint',
      'key.created_at as createdAt',
      'key.expires_at as expiresAt',
      'key.last_used_at as lastUsedAt',
      'users.name as createdBy',
    ])
    .orderBy('key.created_at', 'desc')
    .orderBy('key.id', 'desc')
    .execute();

export type NewKey = {
  name: string;
  hash: string;
  hint: string;
  scopes: string[];
  createdBy: string;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant | null;
};

export const insertKey = async (trx: ClinicTransaction, key: NewKey): Promise<string> => {
  const id = randomUUIDv7();
  await trx
    .insertInto('api_keys')
    .values({
      clinic_id: trx.clinicId,
      id,
      name: key.name,
      hash: key.hash,
      hint: key.hint,
      scopes: key.scopes,
      created_by: key.createdBy,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
    })
    .execute();
  return id;
};

export const touchKey = async (trx: ClinicTransaction, id: string, now: Temporal.Instant): Promise<void> => {
  await trx
    .updateTable('api_keys')
    .set({ last_used_at: now })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .execute();
};

/** @returns who made it; null: there is no such key */
export const revokeKey = async (
  trx: ClinicTransaction,
  id: string,
  now: Temporal.Instant,
): Promise<string | null> => {
  const row = await trx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('created_by')
    .executeTakeFirst();
  return row?.created_by ?? null;
};
