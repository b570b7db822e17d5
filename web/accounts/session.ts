import { request } from '../platform/request.ts';

/** @throws Problem 401 when e-mail or password are wrong, 429 after too many attempts */
export const signIn = (email: string, password: string): Promise<unknown> =>
  request('/api/auth/sign-in/email', { method: 'POST', body: { email, password } });

export const signOut = (): Promise<unknown> => request('/api/auth/sign-out', { method: 'POST', body: {} });
