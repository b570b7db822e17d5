import { useQueryClient } from '@tanstack/react-query';
import { meQuery } from './me.query.ts';

/** After a sign-in: forgets what was read before it, and asks who is here now. */
export const useEnter = (onSignedIn: () => Promise<void>): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    queries.removeQueries();
    await queries.fetchQuery(meQuery);
    await onSignedIn();
  };
};
