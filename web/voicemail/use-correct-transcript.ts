import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { Problem } from '../platform/problem.ts';
import { clinicPath, request } from '../platform/request.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { changeEverywhere } from './change-voicemail.ts';

/**
 * Saves a text over the one that was on the screen when writing began. When somebody else was quicker, nothing is
 * lost: what was typed stays, theirs is shown, and saving again replaces it knowingly.
 */
export const useCorrectTranscript = (clinicId: string, voicemail: VoicemailView, onSaved: () => void) => {
  const queries = useQueryClient();
  const words = useProblemWords();
  const current = voicemail.correction?.at ?? null;
  const [begunOver] = useState(current);
  const [overtaken, setOvertaken] = useState(false);
  const key = clinicKey(clinicId, 'voicemails');
  const change = useMutation({
    mutationFn: (text: string | null) =>
      request<VoicemailView>(
        clinicPath(clinicId, `voicemails/${encodeURIComponent(voicemail.id)}/transcript`),
        { method: 'PUT', body: { text, over: overtaken ? current : begunOver } },
      ),
    onSuccess: (changed) => {
      queries.setQueriesData({ queryKey: key }, (answer: unknown) => changeEverywhere(answer, changed));
      onSaved();
    },
    onError: async (error) => {
      const conflict = error instanceof Problem && error.code === 'conflict';
      if (!conflict) return reportProblem(words(error));
      await queries.invalidateQueries({ queryKey: key });
      setOvertaken(true);
    },
  });
  return { save: change.mutate, pending: change.isPending, overtaken };
};
