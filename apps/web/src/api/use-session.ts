import { useQuery } from '@tanstack/react-query';
import { type CurrentUser, getSession, type Session } from '@throughline/contract';
import { useCall } from './api-context.ts';
import { answerOptions } from './use-answer.ts';

const heartbeatMs = 30_000;

/** Who is signed in; asked again every half minute, which is also how a lost connection or an ended session shows. */
export const useSession = (): Session | undefined =>
  useQuery({ ...answerOptions(useCall(), getSession), refetchInterval: heartbeatMs }).data;

/** Whoever looks at this page, where somebody is signed in. */
export const useReader = (): CurrentUser | undefined => useSession()?.user;
