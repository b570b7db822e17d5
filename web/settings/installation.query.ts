import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SectionName } from '../../src/settings/rules/installation-settings.ts';
import type { SettingsInput } from '../../src/settings/rules/settings-input.ts';
import type { InstallationView } from '../../src/settings/rules/settings-view.ts';
import { request } from '../platform/request.ts';

export const installationPath = (path: string): string => `/api/v1/installation/settings${path}`;

/** What belongs to all clinics; for administrators of the installation only. */
export const installationQuery = queryOptions({
  queryKey: ['installation', 'settings'],
  queryFn: ({ signal }) => request<InstallationView>(installationPath(''), { signal }),
});

/** Keeps a section; the answer is what holds from then on. */
export const useSaveSection = <Name extends SectionName>(name: Name, onSaved: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SettingsInput[Name]) =>
      request<InstallationView>(installationPath(`/${name}`), { method: 'PUT', body }),
    onSuccess: (view) => {
      queries.setQueryData(installationQuery.queryKey, view);
      onSaved();
    },
  });
};
