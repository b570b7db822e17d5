import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../src/messages/rules/template-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { draftOf, type DraftForm } from './template-draft.ts';
import { templatePath, templateQuery } from './templates.query.ts';

/** Saves and puts away. @param template null: it is new */
export const useTemplateCommands = (
  clinicId: string,
  template: TemplateView | null,
  on: { saved: (saved: TemplateView) => void; archived: () => void },
) => {
  const { t } = useTranslation('templates');
  const words = useProblemWords();
  const queries = useQueryClient();
  const onError = (error: unknown): void => reportProblem(words(error));
  const refresh = () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'templates', 'list') });
  const save = useMutation({
    mutationFn: (form: DraftForm) => {
      const { channel, ...draft } = draftOf(form);
      return template === null
        ? request<TemplateView>(clinicPath(clinicId, 'templates'), {
            method: 'POST',
            body: { ...draft, channel },
          })
        : request<TemplateView>(templatePath(clinicId, template.id), {
            method: 'PUT',
            body: { ...draft, revision: template.revision },
          });
    },
    onSuccess: async (saved) => {
      queries.setQueryData(templateQuery(clinicId, saved.id).queryKey, saved);
      confirmDone(t('saved'));
      on.saved(saved);
      await refresh();
    },
    onError,
  });
  const archive = useMutation({
    mutationFn: (of: TemplateView) => request(templatePath(clinicId, of.id), { method: 'DELETE' }),
    onSuccess: async (_answer, of) => {
      confirmDone(t('archived', { name: of.name }));
      on.archived();
      await refresh();
    },
    onError,
  });
  return { save, archive };
};
