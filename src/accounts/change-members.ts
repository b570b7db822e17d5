import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { countOwners, deleteMember, lockRoles, selectRoleOf, updateRole } from './members.store.ts';
import { atLeast, roleSchema, type Role } from './rules/role.ts';

/** Who changes somebody, and when. */
export type MemberChange = { by: { userId: string; role: Role }; at: Temporal.Instant };
export type ChangeOutcome = 'done' | 'not-found' | 'forbidden' | 'last-owner';

/** Nobody reaches above themselves, and a clinic never loses its last owner: the roles are locked while we look. */
const mayChange = async (
  trx: ClinicTransaction,
  userId: string,
  { by }: MemberChange,
  next: Role | null,
): Promise<{ role: Role } | Exclude<ChangeOutcome, 'done'>> => {
  await lockRoles(trx);
  const found = await selectRoleOf(trx, userId);
  if (found === null) return 'not-found';
  const role = roleSchema.parse(found);
  const own = roleSchema.parse((await selectRoleOf(trx, by.userId)) ?? 'readonly');
  if (!atLeast(own, role) || (next !== null && !atLeast(own, next))) return 'forbidden';
  if (role === 'owner' && next !== 'owner' && (await countOwners(trx)) < 2) return 'last-owner';
  return { role };
};

export const changeRole = async (
  trx: ClinicTransaction,
  userId: string,
  role: Role,
  change: MemberChange,
): Promise<ChangeOutcome> => {
  const before = await mayChange(trx, userId, change, role);
  if (typeof before === 'string') return before;
  if (before.role === role) return 'done';
  await updateRole(trx, userId, role);
  await recordAudit(trx, {
    userId: change.by.userId,
    action: 'member.role-changed',
    subject: { kind: 'user', id: userId },
    detail: { from: before.role, to: role },
    at: change.at,
  });
  await announce(trx, 'members', userId);
  return 'done';
};

/** Takes somebody out of the clinic, at once: their open portals notice, the keys they made stop. The account stays. */
export const removeMember = async (
  trx: ClinicTransaction,
  userId: string,
  change: MemberChange,
): Promise<ChangeOutcome> => {
  const before = await mayChange(trx, userId, change, null);
  if (typeof before === 'string') return before;
  await deleteMember(trx, userId);
  await recordAudit(trx, {
    userId: change.by.userId,
    action: 'member.removed',
    subject: { kind: 'user', id: userId },
    detail: { role: before.role },
    at: change.at,
  });
  await announce(trx, 'members', userId);
  return 'done';
};
