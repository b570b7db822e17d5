import { queryOptions } from '@tanstack/react-query';
import type { Forecast, TemplateItem } from '../../src/workflows/rules/template-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const templatePath = (clinicId: string, key: string, rest = ''): string =>
  clinicPath(clinicId, `workflow-templates/${encodeURIComponent(key)}${rest}`);

export const galleryQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'gallery', 'list'),
    queryFn: ({ signal }) =>
      request<{ templates: TemplateItem[] }>(clinicPath(clinicId, 'workflow-templates'), { signal }),
    select: ({ templates }) => templates,
  });

/** Filed apart from the list: counting a week is work, and is not repeated with each change elsewhere. */
export const forecastQuery = (clinicId: string, key: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'forecast', key),
    queryFn: ({ signal }) => request<Forecast>(templatePath(clinicId, key, '/forecast'), { signal }),
    staleTime: 60_000,
  });
