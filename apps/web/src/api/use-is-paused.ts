import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { isPassing } from './create-queries.ts';
import { sessionKey } from './session-key.ts';

/** True while nobody answers, so that what the page shows may be old. */
export const useIsPaused = (): boolean => {
  const queries = useQueryClient();
  const subscribe = useCallback((listen: () => void) => queries.getQueryCache().subscribe(listen), [queries]);
  return useSyncExternalStore(subscribe, () =>
    isPassing(queries.getQueryState(sessionKey)?.fetchFailureReason),
  );
};
