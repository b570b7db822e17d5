import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CareChanged, PaymentView, PlanView, ProcedureView } from '../../src/care/rules/care-views.ts';
import type { PaymentStatus } from '../../src/care/rules/settle-balance.ts';
import type { TreatmentPhase } from '../../src/care/rules/treatment-phase.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { offerUndo, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { careQuery } from './care.query.ts';

interface Change {
  method: 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
}
type Kind = 'treatment-plans' | 'procedures' | 'payments';

/** What can be done with somebody's treatment and payments. The answer holds all of it, since the balance follows. */
export const useCareCommands = (clinicId: string, patientId: string) => {
  const { t } = useTranslation(['care', 'ui']);
  const words = useProblemWords();
  const queries = useQueryClient();
  const { queryKey } = careQuery(clinicId, patientId);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ method, path, body }: Change) =>
      request<CareChanged>(clinicPath(clinicId, path), { method, ...(body === undefined ? {} : { body }) }),
    onSuccess: ({ care }) => {
      queries.setQueryData(queryKey, care);
      void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'patients') });
    },
    onError: (error) => {
      reportProblem(words(error));
      void queries.invalidateQueries({ queryKey });
    },
  });
  const change = (kind: Kind, id: string, body: unknown, onDone?: () => void): void =>
    mutate(
      { method: 'PATCH', path: `${kind}/${encodeURIComponent(id)}`, body },
      onDone === undefined ? {} : { onSuccess: onDone },
    );
  const undo = (message: string, onUndo: () => void): void =>
    offerUndo({ message, undoLabel: t('ui:undo'), onUndo });
  return {
    saving: isPending,
    add: (kind: Kind, body: unknown, onDone: () => void) =>
      mutate(
        { method: 'POST', path: `patients/${encodeURIComponent(patientId)}/${kind}`, body },
        { onSuccess: onDone },
      ),
    change,
    setPhase: ({ id, name, phase }: PlanView, next: TreatmentPhase) =>
      change('treatment-plans', id, { phase: next }, () =>
        undo(t('care:phaseNotice', { name, phase: t(`care:phases.${next}`) }), () =>
          change('treatment-plans', id, { phase }),
        ),
      ),
    setDone: ({ id, name }: ProcedureView, done: boolean) =>
      change('procedures', id, { done }, () =>
        undo(t(done ? 'care:doneNotice' : 'care:reopenedNotice', { name }), () =>
          change('procedures', id, { done: !done }),
        ),
      ),
    setStatus: ({ id, status }: PaymentView, next: PaymentStatus, amount: string) =>
      change('payments', id, { status: next }, () =>
        undo(t('care:statusNotice', { amount, status: t(`care:statuses.${next}`) }), () =>
          change('payments', id, { status }),
        ),
      ),
    remove: ({ id }: ProcedureView) =>
      mutate({ method: 'DELETE', path: `procedures/${encodeURIComponent(id)}` }),
  };
};
