import { Problem } from '../platform/problem.ts';

export const isWrongPassword = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'wrong-password';
