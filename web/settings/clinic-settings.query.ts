import { queryOptions } from '@tanstack/react-query';
import type { ClinicSettingsView } from '../../src/settings/rules/clinic-settings-view.ts';
import { clinicPath, request } from '../platform/request.ts';

export const clinicSettingsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: ['clinic', clinicId, 'settings'],
    queryFn: ({ signal }) => request<ClinicSettingsView>(clinicPath(clinicId, 'settings'), { signal }),
  });
