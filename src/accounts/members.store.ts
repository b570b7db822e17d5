import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';

export type MemberRow = {
  userId: string;
  name: string;
  email: string;
  role: string;
  twoFactor: boolean;
  lastSeenAt: Temporal.Instant | null;
  staffId: string | null;
  title: string | null;
  departments: string[];
};

/** By name. `after`: whose page is over. */
export const selectMembers = (
  trx: ClinicTransaction,
  { limit, after }: { limit: number; after: string | null },
): Promise<MemberRow[]> =>
  trx
    .selectFrom('clinic_members as member')
    .innerJoin('users', 'users.id', 'member.user_id')
    .leftJoin('staff_members as staff', (join) =>
      join.onRef('staff.clinic_id', '=', 'member.clinic_id').onRef('staff.user_id', '=', 'member.user_id'),
    )
    .select([
      'member.user_id as userId',
      'users.name',
      'users.email',
      'member.role',
      'users.two_factor_enabled as twoFactor',
      'member.last_seen_at as lastSeenAt',
      'staff.id as staffId',
      'staff.title',
      sql<string[]>`coalesce((
        SELECT array_agg(DISTINCT department.name ORDER BY department.name)
        FROM staff_call_routing route
        JOIN departments department
          ON department.clinic_id = route.clinic_id AND department.id = route.department_id
        WHERE route.clinic_id = member.clinic_id AND route.staff_id = staff.id
      ), '{}')`.as('departments'),
    ])
    .where('member.clinic_id', '=', trx.clinicId)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(users.name, users.id) > (SELECT name, id FROM users WHERE id = ${after}::uuid)`,
      ),
    )
    .orderBy('users.name')
    .orderBy('users.id')
    .limit(limit)
    .execute();

/** With the language each of them reads, else the clinic's. */
export const selectOwners = (trx: ClinicTransaction) =>
  trx
    .selectFrom('clinic_members as member')
    .innerJoin('users', 'users.id', 'member.user_id')
    .innerJoin('clinics', 'clinics.id', 'member.clinic_id')
    .select(['users.id as userId', 'users.name', 'users.email', 'clinics.name as clinic'])
    .select((eb) => eb.fn.coalesce('users.language', 'clinics.language').as('language'))
    .where('member.clinic_id', '=', trx.clinicId)
    .where('member.role', '=', 'owner')
    .orderBy('users.id')
    .execute();

/** Whoever changes roles waits here for whoever does so at the same time: else two owners could undo each other. */
export const lockRoles = async (trx: ClinicTransaction): Promise<void> => {
  await sql`SELECT 1 FROM clinics WHERE id = ${trx.clinicId} FOR NO KEY UPDATE`.execute(trx);
};

export const selectRoleOf = async (trx: ClinicTransaction, userId: string): Promise<string | null> => {
  const row = await trx
    .selectFrom('clinic_members')
    .select('role')
    .where('clinic_id', '=', trx.clinicId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.role ?? null;
};

export const countOwners = async (trx: ClinicTransaction): Promise<number> => {
  const { count } = await trx
    .selectFrom('clinic_members')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('clinic_id', '=', trx.clinicId)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow();
  return count;
};

export const updateRole = async (trx: ClinicTransaction, userId: string, role: string): Promise<void> => {
  await trx
    .updateTable('clinic_members')
    .set({ role })
    .where('clinic_id', '=', trx.clinicId)
    .where('user_id', '=', userId)
    .execute();
};

/** The keys that this person made stop with the membership: they are asked for it each time. */
export const deleteMember = async (trx: ClinicTransaction, userId: string): Promise<void> => {
  await trx
    .deleteFrom('clinic_members')
    .where('clinic_id', '=', trx.clinicId)
    .where('user_id', '=', userId)
    .execute();
};

export const updateTwoFactorRequired = async (trx: ClinicTransaction, required: boolean): Promise<void> => {
  await trx
    .updateTable('clinics')
    .set({ two_factor_required: required })
    .where('id', '=', trx.clinicId)
    .execute();
};

export const selectTwoFactorRequired = async (trx: ClinicTransaction): Promise<boolean> => {
  const row = await trx
    .selectFrom('clinics')
    .select('two_factor_required as required')
    .where('id', '=', trx.clinicId)
    .executeTakeFirstOrThrow();
  return row.required;
};
