import type { Role } from '../../src/accounts/rules/role.ts';

/** Whether the page offers it; the server decides. (Not `atLeast` of the rules: zod would come with it.) */
export const mayWrite = (role: Role): boolean => role !== 'readonly';
export const mayManage = (role: Role): boolean => role === 'owner' || role === 'manager';
