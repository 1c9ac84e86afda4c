import type { QueryClient } from '@tanstack/react-query';
import { ApiFailure, type Call, createClient, getSession, type Session } from '@throughline/contract';
import { sessionKey } from './session-key.ts';

/**
 * The client of the API for this page: it adds the session's CSRF token. A token that another tab has made stale is
 * fetched anew and the call is made once more; nothing was changed by the refused one.
 */
export const createApi = (queries: QueryClient): Call => {
  const call = createClient({ headers: () => csrfHeader(queries.getQueryData<Session>(sessionKey)) });

  return async (route, given) => {
    try {
      return await call(route, given);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.failure.code !== 'csrf-refused') throw error;
      queries.setQueryData(sessionKey, await call(getSession));
      return call(route, given);
    }
  };
};

const csrfHeader = (session: Session | undefined): Record<string, string> =>
  session === undefined ? {} : { 'x-csrf-token': session.csrfToken };
