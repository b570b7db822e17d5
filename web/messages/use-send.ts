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
 * same message. Changed in between, it is another.
 */
export const useSend = (
  clinicId: string,
  path: string,
  onSent: (sent: SentMessage, written: Written) => void,
) => {
  const words = useProblemWords();
  const queries = useQueryClient();
  const attempt = useRef<{ key: string; of: string } | null>(null);
  return useMutation({
    mutationFn: (written: Written) => {
      const of = JSON.stringify(written);
      if (attempt.current?.of !== of) attempt.current = { key: crypto.randomUUID(), of };
      return request<SentMessage>(path, { method: 'POST', body: { ...written, key: attempt.current.key } });
    },
    onSuccess: (sent, written) => {
      attempt.current = null;
      onSent(sent, written);
    },
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'messages') }),
  });
};
