import { useQueryClient } from '@tanstack/react-query';
import { listRepositorySync, listRepositorySyncRows, listSyncLog } from '@throughline/contract';
import { useEffect } from 'react';

/**
 * Looks once more when reading has come to its end, and whenever what is here changes after that: `here` says what is, in
 * any form. What was asked a moment before still says that it goes on.
 */
export const useLastLook = (isComplete: boolean, here: string): void => {
  const queries = useQueryClient();

  useEffect(() => {
    if (!isComplete || here === '') return;
    for (const { id } of [listRepositorySync, listRepositorySyncRows, listSyncLog])
      void queries.invalidateQueries({ queryKey: [id] });
  }, [isComplete, here, queries]);
};
