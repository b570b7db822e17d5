import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../accounts/session.ts';

/**
 * Ends the session and forgets everything that was read in it; the screen may be seen by the next person.
 * @param before what still needs the session
 */
export const useSignOut = (before?: () => Promise<void>): (() => void) => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return () => {
    const leave = async (): Promise<void> => {
      await before?.();
      // Also when the server cannot be reached: the person wants to leave the desk now.
      await signOut().catch(() => undefined);
      await navigate({ to: '/sign-in', search: {} });
      queries.clear();
    };
    void leave();
  };
};
