import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NoteView } from '../../src/patients/rules/patient-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { request } from '../platform/request.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { patientPath } from './patients.query.ts';

type NoteRequest =
  | { method: 'POST'; noteId?: undefined; body: { body: string; pinned?: boolean } }
  | { method: 'PATCH'; noteId: string; body: { body?: string; pinned?: boolean } }
  | { method: 'DELETE'; noteId: string; body?: undefined };

/** Adding, changing, pinning and deleting of notes. What was typed stays in its field until the server has it. */
export const useNotes = (clinicId: string, patientId: string) => {
  const words = useProblemWords();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method, noteId, body }: NoteRequest) =>
      request<NoteView | undefined>(
        patientPath(
          clinicId,
          patientId,
          noteId === undefined ? '/notes' : `/notes/${encodeURIComponent(noteId)}`,
        ),
        { method, body },
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'patients', 'one', patientId) }),
        queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'patients', 'timeline', patientId) }),
      ]),
    onError: (error) => reportProblem(words(error)),
  });
};
