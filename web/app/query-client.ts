import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, Problem } from '../platform/problem.ts';

let onSignedOut = (): void => undefined;

/** Called when an answer says that the session has ended. The router sets it; it cannot be imported here (a cycle). */
export const whenSignedOut = (action: () => void): void => {
  onSignedOut = action;
};

const onError = (error: unknown): void => {
  if (isSignedOut(error)) onSignedOut();
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // The server may stand in this very building: whether the browser sees the internet says nothing about it.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 30_000, // live updates say when something has changed; this is for what they cannot know
      retry: (failures, error) =>
        failures < 3 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 8000),
    },
  },
});
