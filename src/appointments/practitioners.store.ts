import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { AppointmentTypeView, PractitionerView } from './rules/appointment-views.ts';

export const selectPractitionerViews = async (trx: ClinicTransaction): Promise<PractitionerView[]> => {
  const rows = await trx
    .selectFrom('practitioners')
    .select(['id', 'name', 'archived_at'])
    .where('clinic_id', '=', trx.clinicId)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, archived_at }) => ({ id, name, archived: archived_at !== null }));
};

export const insertPractitioner = async (trx: ClinicTransaction, id: string, name: string): Promise<void> => {
  await trx.insertInto('practitioners').values({ clinic_id: trx.clinicId, id, name }).execute();
};

/** @returns null when there is nobody of that id */
export const updatePractitioner = async (
  trx: ClinicTransaction,
  id: string,
  change: { name?: string | undefined; archivedAt?: Temporal.Instant | null },
): Promise<PractitionerView | null> => {
  const row = await trx
    .updateTable('practitioners')
    .set({
      id, // so that there is always something to set
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.archivedAt === undefined ? {} : { archived_at: change.archivedAt }),
    })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .returning(['id', 'name', 'archived_at'])
    .executeTakeFirst();
  return row === undefined ? null : { id, name: row.name, archived: row.archived_at !== null };
};

export const selectTypes = async (trx: ClinicTransaction): Promise<AppointmentTypeView[]> => {
  const { rows } = await sql<AppointmentTypeView>`
    SELECT id, name, minutes, colour, archived_at IS NOT NULL AS archived
    FROM appointment_types WHERE clinic_id = ${trx.clinicId} ORDER BY lower(name), id`.execute(trx);
  return rows;
};

/** @returns false: there is one of that name */
export const insertType = async (
  trx: ClinicTransaction,
  type: Omit<AppointmentTypeView, 'archived'>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('appointment_types')
    .values({ clinic_id: trx.clinicId, ...type })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'name']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

export const lockType = async (trx: ClinicTransaction, id: string): Promise<AppointmentTypeView | null> => {
  const { rows } = await sql<AppointmentTypeView>`
    SELECT id, name, minutes, colour, archived_at IS NOT NULL AS archived FROM appointment_types
    WHERE clinic_id = ${trx.clinicId} AND id = ${id} FOR UPDATE`.execute(trx);
  return rows[0] ?? null;
};

export const isTypeNameTaken = async (trx: ClinicTransaction, name: string, by: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('appointment_types')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('name', '=', name)
    .where('id', '<>', by)
    .executeTakeFirst();
  return row !== undefined;
};

export const updateType = async (
  trx: ClinicTransaction,
  { id, archived, ...fields }: AppointmentTypeView,
  now: Temporal.Instant,
): Promise<void> => {
  await trx
    .updateTable('appointment_types')
    .set({ ...fields, archived_at: archived ? sql`coalesce(archived_at, ${now})` : null })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .execute();
};
