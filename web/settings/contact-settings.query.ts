import { queryOptions } from '@tanstack/react-query';
import type { ContactSettingsView } from '../../src/settings/rules/contact-settings.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const contactSettingsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'settings', 'contact'),
    queryFn: ({ signal }) =>
      request<ContactSettingsView>(clinicPath(clinicId, 'contact-settings'), { signal }),
  });
