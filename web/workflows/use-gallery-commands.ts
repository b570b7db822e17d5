import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TemplateFile } from '../../src/workflows/rules/template-file.ts';
import type { TemplateItem } from '../../src/workflows/rules/template-views.ts';
import type { WorkflowView } from '../../src/workflows/rules/workflow-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { confirmDone, offerUndo, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { templatePath } from './gallery.query.ts';
import { workflowsQuery } from './workflows.query.ts';

/** `Reminders`, and where there is one already, `Reminders 2`. */
const freeName = (wanted: string, taken: readonly string[]): string => {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!names.has(name.toLowerCase())) return name;
  }
};

/** Takes an entry: the new workflow is a draft, and is opened. */
export const useTakeTemplate = (clinicId: string) => {
  const words = useProblemWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ key, name }: { key: string; name: string }) => {
      const { workflows } = await queries.fetchQuery(workflowsQuery(clinicId));
      const taken = workflows.map((workflow) => workflow.name);
      return request<WorkflowView>(clinicPath(clinicId, 'workflows'), {
        method: 'POST',
        body: { name: freeName(name, taken), templateKey: key },
      });
    },
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'workflows') });
      await navigate({
        to: '/clinics/$clinicId/workflows/$workflowId',
        params: { clinicId, workflowId: id },
      });
    },
    onError: (error) => reportProblem(words(error)),
  });
};

/** Takes one of the clinic's own out of the gallery, with a way back. */
export const useRemoveTemplate = (clinicId: string, onRemoved: () => void) => {
  const { t } = useTranslation('gallery');
  const words = useProblemWords();
  const queries = useQueryClient();
  const renew = (): void => void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'gallery') });
  const putBack = (file: TemplateFile): void => {
    request(clinicPath(clinicId, 'workflow-templates'), { method: 'POST', body: file }).then(
      renew,
      (error: unknown) => reportProblem(words(error)),
    );
  };
  return useMutation({
    mutationFn: async ({ key }: TemplateItem) => {
      const file = await request<TemplateFile>(templatePath(clinicId, key, '/file'));
      await request(templatePath(clinicId, key), { method: 'DELETE' });
      return file;
    },
    onSuccess: (file) => {
      onRemoved();
      renew();
      offerUndo({
        message: t('removed', { name: file.name }),
        undoLabel: t('putBack'),
        onUndo: () => putBack(file),
      });
    },
    onError: (error) => reportProblem(words(error)),
  });
};

/** Keeps a copy of a workflow in the clinic's own gallery. */
export const useKeepInGallery = (clinicId: string, workflowId: string, onKept: () => void) => {
  const { t } = useTranslation('gallery');
  const words = useProblemWords();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (about: object) =>
      request<TemplateItem>(clinicPath(clinicId, `workflows/${encodeURIComponent(workflowId)}/template`), {
        method: 'POST',
        body: about,
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'gallery') });
      confirmDone(t('keep.kept'));
      onKept();
    },
    onError: (error) => reportProblem(words(error)),
  });
};
