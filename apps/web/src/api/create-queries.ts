import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFailure, type Session } from '@throughline/contract';
import { sessionKey } from './session-key.ts';

/** The cache of answers. An answer that says "not signed in" ends the session here, and one signs in over the page. */
export const createQueries = (): QueryClient => {
  const onError = (error: Error) => {
    if (!isSignedOut(error)) return;
    queries.setQueryData<Session>(sessionKey, (session) => session && { ...session, user: undefined });
    // Signing in again needs a token of its own.
    void queries.invalidateQueries({ queryKey: sessionKey });
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // `always`: this machine's own Throughline answers also while the browser believes to be offline.
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        retry: shouldRetry,
        retryDelay: (count) => Math.min(500 * 2 ** count, 15_000),
      },
      mutations: { networkMode: 'always' },
    },
  });
  return queries;
};

/** Only what may pass by itself is tried again; a refusal stays one. */
const shouldRetry = (count: number, error: Error): boolean => count < 2 && isPassing(error);

/** True for failures that a later try may not meet: nobody answers, or the program is not ready. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ApiFailure && error.failure.code === 'unavailable';

const isSignedOut = (error: Error): boolean =>
  error instanceof ApiFailure && error.failure.code === 'not-signed-in';
