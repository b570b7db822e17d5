import { queryOptions } from '@tanstack/react-query';
import type { ApiKeyView } from '../../src/accounts/rules/access-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const apiKeysQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'api-keys'),
    queryFn: ({ signal }) => request<{ items: ApiKeyView[] }>(clinicPath(clinicId, 'api-keys'), { signal }),
    select: (answer) => answer.items,
  });

export const scopesQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'api-keys', 'scopes'),
    queryFn: ({ signal }) =>
      request<{ items: string[] }>(clinicPath(clinicId, 'api-keys/scopes'), { signal }),
    select: (answer) => answer.items,
    staleTime: Infinity, // they change with the server's release
  });

export interface NewKey {
  name: string;
  scopes: readonly string[];
  expiresInDays: number | null;
}
export const makeKey = (clinicId: string, body: NewKey): Promise<{ id: string; key: string }> =>
  request(clinicPath(clinicId, 'api-keys'), { method: 'POST', body });

export const revokeKey = (clinicId: string, id: string): Promise<unknown> =>
  request(clinicPath(clinicId, `api-keys/${id}`), { method: 'DELETE' });
