import { getSession } from '@throughline/contract';

/** Where the session lies in the query cache. */
export const sessionKey = [getSession.id, {}] as const;
