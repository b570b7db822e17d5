import { queryOptions } from '@tanstack/react-query';
import type { InvitationView, MemberView } from '../../src/accounts/rules/access-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { requestEveryPage } from '../platform/request-every-page.ts';

export const membersQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'members'),
    queryFn: ({ signal }) => requestEveryPage<MemberView>(clinicPath(clinicId, 'members'), signal),
  });

export const invitationsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'members', 'invitations'),
    queryFn: ({ signal }) => requestEveryPage<InvitationView>(clinicPath(clinicId, 'invitations'), signal),
  });

export const accessRulesQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'members', 'rules'),
    queryFn: ({ signal }) =>
      request<{ twoFactorRequired: boolean }>(clinicPath(clinicId, 'access-rules'), { signal }),
  });
