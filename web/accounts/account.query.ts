import { queryOptions } from '@tanstack/react-query';
import type { Enrolment, SessionView } from '../../src/accounts/rules/access-views.ts';
import { request } from '../platform/request.ts';

export const accountPath = (path: string): string => `/api/v1/account${path}`;

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => request<{ items: SessionView[] }>(accountPath('/sessions'), { signal }),
  select: (answer) => answer.items,
  staleTime: 0,
});

export const beginTwoFactor = (password: string): Promise<Enrolment> =>
  request<Enrolment>(accountPath('/two-factor'), { method: 'POST', body: { password } });

export const confirmTwoFactor = (code: string): Promise<unknown> =>
  request(accountPath('/two-factor/confirm'), { method: 'POST', body: { code } });

export const makeBackupCodes = (password: string): Promise<Pick<Enrolment, 'backupCodes'>> =>
  request(accountPath('/two-factor/backup-codes'), { method: 'POST', body: { password } });

export const disableTwoFactor = (password: string): Promise<unknown> =>
  request(accountPath('/two-factor/disable'), { method: 'POST', body: { password } });
