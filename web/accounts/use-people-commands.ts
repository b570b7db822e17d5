import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../src/accounts/rules/role.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { useCurrentClinic } from './current-clinic.tsx';

export type NewInvitation = {
  name: string;
  email: string;
  role: Role;
  answersCalls: boolean;
  staffPhoneNumber: string | null;
};
export type NewPhoneStaff = { name: string; title: string | null; phoneNumber: string };

/** A change to who has access; the lists are read again, whether it worked or not. */
const usePeopleChange = <Input>(
  send: (clinicId: string, input: Input) => Promise<unknown>,
  silent = false,
) => {
  const { clinic } = useCurrentClinic();
  const queries = useQueryClient();
  const words = useProblemWords();
  return useMutation({
    mutationFn: (input: Input) => send(clinic.id, input),
    onError: (error) => {
      if (!silent) reportProblem(words(error));
    },
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: clinicKey(clinic.id, 'members') }),
        queries.invalidateQueries({ queryKey: clinicKey(clinic.id, 'staff') }),
      ]);
    },
  });
};

export const useChangeRole = () =>
  usePeopleChange((clinicId, { userId, role }: { userId: string; role: Role }) =>
    request(clinicPath(clinicId, `members/${userId}`), { method: 'PATCH', body: { role } }),
  );

export const useRemoveMember = () =>
  usePeopleChange((clinicId, userId: string) =>
    request(clinicPath(clinicId, `members/${userId}`), { method: 'DELETE' }),
  );

export const useSwitchAnswersCalls = () =>
  usePeopleChange((clinicId, { userId, answersCalls }: { userId: string; answersCalls: boolean }) =>
    request(clinicPath(clinicId, `members/${userId}/answers-calls`), {
      method: 'PUT',
      body: { answersCalls },
    }),
  );

/** The form beside it says what went wrong. */
export const useInvite = () =>
  usePeopleChange(
    (clinicId, body: NewInvitation) => request(clinicPath(clinicId, 'invitations'), { method: 'POST', body }),
    true,
  );

export const useResendInvitation = () =>
  usePeopleChange((clinicId, id: string) =>
    request(clinicPath(clinicId, `invitations/${id}/resend`), { method: 'POST', body: {} }),
  );

export const useWithdrawInvitation = () =>
  usePeopleChange((clinicId, id: string) =>
    request(clinicPath(clinicId, `invitations/${id}`), { method: 'DELETE' }),
  );

export const useAddPhoneStaff = () =>
  usePeopleChange(
    (clinicId, body: NewPhoneStaff) => request(clinicPath(clinicId, 'staff'), { method: 'POST', body }),
    true,
  );

export const useRemovePhoneStaff = () =>
  usePeopleChange((clinicId, id: string) =>
    request(clinicPath(clinicId, `staff/${id}`), { method: 'DELETE' }),
  );
