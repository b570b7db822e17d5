import { z } from 'zod';

/** What an account may do in one clinic, from most to least. */
export const roleSchema = z.enum(['owner', 'manager', 'receptionist', 'readonly']);
export type Role = z.infer<typeof roleSchema>;

const rank: Record<Role, number> = { owner: 3, manager: 2, receptionist: 1, readonly: 0 };

/** True when `role` includes everything that `needed` may do. */
export const atLeast = (role: Role, needed: Role): boolean => rank[role] >= rank[needed];
