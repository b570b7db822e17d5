import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../src/imports/rules/columns.ts';
import type { Choices, Format, ImportView } from '../../src/imports/rules/import-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { request } from '../platform/request.ts';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { importPath, importQuery } from './imports.query.ts';

export interface ImportChange {
  mapping?: Field[];
  choices?: Partial<Choices>;
  format?: Format;
}

/** What can be done with an import. Changes show at once, and go back when the server refuses them. */
export const useImportCommands = (clinicId: string, one: ImportView) => {
  const { t } = useTranslation('imports');
  const words = useProblemWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { queryKey } = importQuery(clinicId, one.id);
  const keep = (view: ImportView): void => void queries.setQueryData(queryKey, view);
  const onError = (error: unknown): void => {
    reportProblem(words(error));
    void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'imports') });
  };
  const change = useMutation({
    mutationFn: (body: ImportChange) =>
      request<ImportView>(importPath(clinicId, one.id), { method: 'PATCH', body }),
    onMutate: ({ mapping, choices }) =>
      keep({ ...one, ...(mapping ? { mapping } : {}), choices: { ...one.choices, ...choices } }),
    onSuccess: keep,
    onError,
  });
  const step = useMutation({
    mutationFn: (name: 'start' | 'undo') =>
      request<ImportView>(importPath(clinicId, one.id, `/${name}`), { method: 'POST' }),
    onSuccess: keep,
    onError,
  });
  const forget = useMutation({
    mutationFn: () => request(importPath(clinicId, one.id), { method: 'DELETE' }),
    onSuccess: async () => {
      confirmDone(t(one.status === 'done' || one.status === 'undone' ? 'forgotten' : 'discarded'));
      await navigate({ to: '/clinics/$clinicId/patients/import', params: { clinicId } });
      queries.removeQueries({ queryKey });
      void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'imports') });
    },
    onError,
  });
  return {
    change: (body: ImportChange) => change.mutate(body),
    start: () => step.mutate('start'),
    undo: () => step.mutate('undo'),
    forget: () => forget.mutate(),
    isBusy: change.isPending || step.isPending || forget.isPending,
  };
};
