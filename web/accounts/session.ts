import { request } from '../platform/request.ts';

/** @throws Problem 401 when e-mail or password are wrong, 429 after too many attempts */
export const signIn = (email: string, password: string): Promise<unknown> =>
  request('/api/v1/auth/sign-in', { method: 'POST', body: { email, password } });

export const signOut = (): Promise<unknown> => request('/api/v1/auth/sign-out', { method: 'POST', body: {} });
