import { queryOptions } from '@tanstack/react-query';
import type { ClinicSettingsView } from '../../src/settings/rules/clinic-settings-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const clinicSettingsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'settings'),
    queryFn: ({ signal }) => request<ClinicSettingsView>(clinicPath(clinicId, 'settings'), { signal }),
  });
