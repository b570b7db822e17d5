import { queryOptions } from '@tanstack/react-query';
import type { Me } from '../../src/accounts/rules/account-views.ts';
import { request } from '../platform/request.ts';

/** Who is signed in. Fails with status 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request<Me>('/api/v1/me', { signal }),
  staleTime: 5 * 60_000,
});

export type MyClinic = Me['clinics'][number];
