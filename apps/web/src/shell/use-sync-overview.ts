import { getSync, type SyncOverview } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';

const everyMs = 10_000;

/** How far everything has been read; for administrators, who alone may know of every repository. */
export const useSyncOverview = (): SyncOverview | undefined => {
  const reader = useReader();
  return useAnswer(getSync, undefined, {
    enabled: reader?.role === 'administrator',
    refetchInterval: everyMs,
  }).data;
};
