import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  TemplateDraft,
  TemplatePage,
  TemplatePreview,
  TemplateView,
} from '../../src/messages/rules/template-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const templatePath = (clinicId: string, templateId: string): string =>
  clinicPath(clinicId, `templates/${encodeURIComponent(templateId)}`);

export const templatesQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'templates', 'list'),
    queryFn: ({ signal }) =>
      request<TemplatePage>(clinicPath(clinicId, 'templates'), { query: { limit: 200 }, signal }),
    select: (page) => page.items,
  });

export const templateQuery = (clinicId: string, templateId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'templates', 'one', templateId),
    queryFn: ({ signal }) => request<TemplateView>(templatePath(clinicId, templateId), { signal }),
    // What is being edited is not exchanged under the writer's hands.
    staleTime: Infinity,
  });

/** What the texts become, as they are typed. */
export const previewQuery = (
  clinicId: string,
  draft: Pick<TemplateDraft, 'channel' | 'about' | 'texts'>,
  patientId: string | null,
) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'templates', 'preview', draft, patientId),
    queryFn: ({ signal }) =>
      request<TemplatePreview>(clinicPath(clinicId, 'templates/preview'), {
        method: 'POST',
        body: { ...draft, patientId },
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled: draft.texts.en !== undefined || draft.texts.de !== undefined,
  });
