import { Button } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { offerUndo, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';

interface EmergencyButtonProps {
  call: { id: string; direction: 'inbound' | 'outbound'; emergency: object | null };
  clinic: MyClinic;
}

/** One click makes a call an emergency, or says that it is none. */
export const EmergencyButton = ({ call, clinic }: EmergencyButtonProps) => {
  const { t } = useTranslation(['calls', 'ui']);
  const words = useProblemWords();
  const queries = useQueryClient();
  const mark = useMutation({
    mutationFn: (emergency: boolean) =>
      request(clinicPath(clinic.id, `calls/${encodeURIComponent(call.id)}/emergency`), {
        method: 'PUT',
        body: { emergency },
      }),
    onSuccess: (_, emergency) => {
      for (const list of ['calls', 'call-log', 'now', 'voicemails'] as const)
        void queries.invalidateQueries({ queryKey: clinicKey(clinic.id, list) });
      offerUndo({
        message: t(emergency ? 'calls:emergency.marked' : 'calls:emergency.unmarked'),
        undoLabel: t('ui:undo'),
        onUndo: () => mark.mutate(!emergency),
      });
    },
    onError: (error) => reportProblem(words(error)),
  });
  if (call.direction !== 'inbound' || !mayWrite(clinic.role)) return null;
  const isOne = call.emergency !== null;
  return (
    <Button
      variant="default"
      size="sm"
      loading={mark.isPending}
      leftSection={<IconUrgent size={18} aria-hidden />}
      onClick={() => mark.mutate(!isOne)}
    >
      {t(isOne ? 'calls:emergency.unmark' : 'calls:emergency.mark')}
    </Button>
  );
};
