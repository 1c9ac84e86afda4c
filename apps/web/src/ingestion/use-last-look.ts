import { useQueryClient } from '@tanstack/react-query';
import { listRepositorySync, listSyncLog } from '@throughline/contract';
import { useEffect } from 'react';

/** Looks once more when reading has come to its end: what was asked a moment before still says that it goes on. */
export const useLastLook = (isComplete: boolean): void => {
  const queries = useQueryClient();

  useEffect(() => {
    if (!isComplete) return;
    for (const { id } of [listRepositorySync, listSyncLog])
      void queries.invalidateQueries({ queryKey: [id] });
  }, [isComplete, queries]);
};
