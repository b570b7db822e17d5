import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { clinicKey } from '../live/query-keys.ts';
import { request } from '../platform/request.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';

export interface Written {
  text: string;
  subject?: string;
  patientId?: string;
  channel?: string;
}
export interface SentMessage {
  messageId: string;
  conversationId: string;
}

/**
 * Sends what was written to `path`. The key stays until the server has it: sent again after a lost answer, it is the
 * same message.
 */
export const useSend = (clinicId: string, path: string, onSent: (sent: SentMessage) => void) => {
  const words = useProblemWords();
  const queries = useQueryClient();
  const key = useRef<string | null>(null);
  return useMutation({
    mutationFn: (written: Written) => {
      key.current ??= crypto.randomUUID();
      return request<SentMessage>(path, { method: 'POST', body: { ...written, key: key.current } });
    },
    onSuccess: (sent) => {
      key.current = null;
      onSent(sent);
    },
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'messages') }),
  });
};
