import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { CallSearch } from './rules/call-search.ts';

export type SavedViewRow = {
  id: string;
  name: string;
  shared: boolean;
  search: CallSearch;
  userId: string;
  owner: string;
  isDefault: boolean;
};

/** This person's own views, then those the others share, each by name. */
export const selectViews = async (trx: ClinicTransaction, userId: string): Promise<SavedViewRow[]> => {
  const { rows } = await sql<SavedViewRow>`
    SELECT v.id, v.name, v.shared, v.search, v.user_id AS "userId", u.name AS owner, d.view_id IS NOT NULL AS "isDefault"
    FROM call_views v JOIN users u ON u.id = v.user_id
    LEFT JOIN call_view_defaults d ON d.clinic_id = v.clinic_id AND d.user_id = ${userId}::uuid AND d.view_id = v.id
    WHERE v.clinic_id = ${trx.clinicId} AND (v.shared OR v.user_id = ${userId}::uuid)
    ORDER BY v.user_id <> ${userId}::uuid, lower(v.name), v.id`.execute(trx);
  return rows;
};

/** @returns null when this person has a view of that name */
export const insertView = async (
  trx: ClinicTransaction,
  view: { userId: string; name: string; shared: boolean; search: CallSearch },
): Promise<string | null> => {
  const row = await trx
    .insertInto('call_views')
    .values({
      clinic_id: trx.clinicId,
      id: randomUUIDv7(),
      user_id: view.userId,
      name: view.name,
      shared: view.shared,
      search: JSON.stringify(view.search),
    })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'user_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** The view, locked until the transaction ends. */
export const lockView = async (
  trx: ClinicTransaction,
  viewId: string,
): Promise<{ userId: string; shared: boolean } | null> => {
  const row = await trx
    .selectFrom('call_views')
    .select(['user_id as userId', 'shared'])
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', viewId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
};

export type ViewChange = {
  name?: string | undefined;
  shared?: boolean | undefined;
  search?: CallSearch | undefined;
};

/** @returns false when its owner has another view of that name */
export const updateView = async (
  trx: ClinicTransaction,
  viewId: string,
  { name, shared, search }: ViewChange,
): Promise<boolean> => {
  const { rows } = await sql`
    UPDATE call_views v SET name = coalesce(${name ?? null}, name), shared = coalesce(${shared ?? null}::boolean, shared),
      search = coalesce(${search === undefined ? null : JSON.stringify(search)}::jsonb, search)
    WHERE clinic_id = ${trx.clinicId} AND id = ${viewId}::uuid AND NOT EXISTS (
      SELECT 1 FROM call_views other
      WHERE other.clinic_id = v.clinic_id AND other.user_id = v.user_id AND other.id <> v.id AND other.name = ${name ?? null})
    RETURNING 1`.execute(trx);
  return rows.length > 0;
};

export const deleteView = async (trx: ClinicTransaction, viewId: string): Promise<void> => {
  await trx.deleteFrom('call_views').where('clinic_id', '=', trx.clinicId).where('id', '=', viewId).execute();
};

/** @param viewId null: the log opens with everything */
export const setDefaultView = async (
  trx: ClinicTransaction,
  userId: string,
  viewId: string | null,
): Promise<void> => {
  if (viewId === null) {
    await trx
      .deleteFrom('call_view_defaults')
      .where('clinic_id', '=', trx.clinicId)
      .where('user_id', '=', userId)
      .execute();
    return;
  }
  await trx
    .insertInto('call_view_defaults')
    .values({ clinic_id: trx.clinicId, user_id: userId, view_id: viewId })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'user_id']).doUpdateSet({ view_id: viewId }))
    .execute();
};
