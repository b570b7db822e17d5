import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';

export type StaffRow = {
  id: string;
  name: string;
  title: string | null;
  available: boolean;
  seenAt: Temporal.Instant | null;
  busyCallId: string | null;
  ringing: boolean;
  routes: {
    departmentId: string | null;
    department: string | null;
    priority: number;
    inPortal: boolean;
    onPhone: boolean;
  }[];
};

export const selectStaff = (trx: ClinicTransaction): Promise<StaffRow[]> =>
  trx
    .selectFrom('staff_members as member')
    .leftJoin('staff_call_availability as availability', (join) =>
      join
        .onRef('availability.clinic_id', '=', 'member.clinic_id')
        .onRef('availability.staff_id', '=', 'member.id'),
    )
    .select((eb) => [
      'member.id',
      'member.name',
      'member.title',
      eb.fn.coalesce('availability.is_available', sql<boolean>`true`).as('available'),
      'availability.portal_seen_at as seenAt',
      'availability.busy_call_id as busyCallId',
      sql<boolean>`EXISTS (
        SELECT 1 FROM call_logs call
        WHERE call.clinic_id = availability.clinic_id AND call.id = availability.busy_call_id
          AND call.state->'phase'->>'at' IN ('ringing', 'outbound')
      )`.as('ringing'),
      sql<StaffRow['routes']>`coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'departmentId', route.department_id, 'department', department.name, 'priority', route.routing_priority,
            'inPortal', route.receive_calls_in_portal, 'onPhone', route.use_staff_phone)
          ORDER BY department.name NULLS LAST)
        FROM staff_call_routing route
        LEFT JOIN departments department
          ON department.clinic_id = route.clinic_id AND department.id = route.department_id
        WHERE route.clinic_id = member.clinic_id AND route.staff_id = member.id AND route.is_available_for_calls
      ), '[]')`.as('routes'),
    ])
    .where('member.clinic_id', '=', trx.clinicId)
    .where('member.left_at', 'is', null)
    .orderBy('member.name')
    .execute();

export const selectDepartments = (trx: ClinicTransaction): Promise<{ id: string; name: string }[]> =>
  trx
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('clinic_id', '=', trx.clinicId)
    .where('removed_at', 'is', null)
    .orderBy('name')
    .execute();

export const selectStaffIdOfUser = async (trx: ClinicTransaction, userId: string): Promise<string | null> => {
  const row = await trx
    .selectFrom('staff_members')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.id ?? null;
};

/** @returns whether the switch stood otherwise before */
export const updateAvailability = async (
  trx: ClinicTransaction,
  staffId: string,
  available: boolean,
): Promise<boolean> => {
  const { rows } = await sql`
    INSERT INTO staff_call_availability AS a (clinic_id, staff_id, is_available)
    VALUES (${trx.clinicId}, ${staffId}, ${available})
    ON CONFLICT (clinic_id, staff_id) DO UPDATE SET is_available = EXCLUDED.is_available
      WHERE a.is_available IS DISTINCT FROM EXCLUDED.is_available
    RETURNING 1`.execute(trx);
  return rows.length > 0;
};

/** Locks the row until the transaction ends. */
export const lockPresence = async (
  trx: ClinicTransaction,
  staffId: string,
): Promise<{ session: string | null; seenAt: Temporal.Instant | null }> => {
  await trx
    .insertInto('staff_call_availability')
    .values({ clinic_id: trx.clinicId, staff_id: staffId })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'staff_id']).doNothing())
    .execute();
  return trx
    .selectFrom('staff_call_availability')
    .select(['portal_session as session', 'portal_seen_at as seenAt'])
    .where('clinic_id', '=', trx.clinicId)
    .where('staff_id', '=', staffId)
    .forUpdate()
    .executeTakeFirstOrThrow();
};

export const updatePresence = async (
  trx: ClinicTransaction,
  staffId: string,
  presence: { session: string | null; seenAt: Temporal.Instant | null },
): Promise<void> => {
  await trx
    .updateTable('staff_call_availability')
    .set({ portal_session: presence.session, portal_seen_at: presence.seenAt })
    .where('clinic_id', '=', trx.clinicId)
    .where('staff_id', '=', staffId)
    .execute();
};

/** Clears whoever was last seen before `limit`. @returns their ids */
export const clearStale = async (trx: ClinicTransaction, limit: Temporal.Instant): Promise<string[]> => {
  const rows = await trx
    .updateTable('staff_call_availability')
    .set({ portal_session: null, portal_seen_at: null })
    .where('clinic_id', '=', trx.clinicId)
    .where('portal_seen_at', '<=', limit)
    .returning('staff_id')
    .execute();
  return rows.map((row) => row.staff_id);
};

export const selectClinicIds = async (database: Database): Promise<string[]> => {
  const rows = await database.selectFrom('clinics').select('id').execute();
  return rows.map((row) => row.id);
};

/** With a row to be locked for calls, and general calls in the portal. */
export const insertStaffMember = async (
  trx: ClinicTransaction,
  member: {
    id: string;
    name: string;
    title: string | null;
    email: string | null;
    userId: string | null;
    phoneNumber: string | null;
  },
): Promise<void> => {
  const clinic_id = trx.clinicId;
  await trx
    .insertInto('staff_members')
    .values({
      clinic_id,
      id: member.id,
      name: member.name,
      title: member.title,
      email: member.email,
      user_id: member.userId,
    })
    .execute();
  await trx.insertInto('staff_call_availability').values({ clinic_id, staff_id: member.id }).execute();
  await trx
    .insertInto('staff_call_routing')
    .values({
      clinic_id,
      id: randomUUIDv7(),
      staff_id: member.id,
      receive_calls_in_portal: member.userId !== null,
      use_staff_phone: member.phoneNumber !== null,
      staff_phone_number: member.phoneNumber,
    })
    .execute();
};

/** No call reaches them any more; the row stays, because calls of the past name it. @returns whether they were here */
export const updateAsLeft = async (
  trx: ClinicTransaction,
  staffId: string,
  now: Temporal.Instant,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('staff_members')
    .set({ left_at: now, user_id: null })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', staffId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  await trx
    .deleteFrom('staff_call_routing')
    .where('clinic_id', '=', trx.clinicId)
    .where('staff_id', '=', staffId)
    .execute();
  await updatePresence(trx, staffId, { session: null, seenAt: null });
  return numUpdatedRows > 0n;
};

export const selectUserIdOfStaff = async (
  trx: ClinicTransaction,
  staffId: string,
): Promise<{ userId: string | null } | null> =>
  (await trx
    .selectFrom('staff_members')
    .select('user_id as userId')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', staffId)
    .where('left_at', 'is', null)
    .executeTakeFirst()) ?? null;
