import { request } from '../platform/request.ts';

/** `code`: the password was right, the second factor is still to come. */
export type SignInStep = 'done' | 'code';

/** @throws Problem 401 when e-mail or password are wrong, 429 after too many attempts */
export const signIn = async (email: string, password: string): Promise<SignInStep> => {
  const body = { email, password };
  const { step } = await request<{ step: SignInStep }>('/api/v1/auth/sign-in', { method: 'POST', body });
  return step;
};

/** @throws Problem 400 when the code is wrong, 401 when the password was too long ago */
export const sendCode = (code: string): Promise<unknown> =>
  request('/api/v1/auth/sign-in/code', { method: 'POST', body: { code } });

export const signOut = (): Promise<unknown> => request('/api/v1/auth/sign-out', { method: 'POST', body: {} });
