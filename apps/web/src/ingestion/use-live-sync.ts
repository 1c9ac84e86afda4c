import { useQueryClient } from '@tanstack/react-query';
import { getSync, streamSync, syncOverview } from '@throughline/contract';
import { useEffect, useState } from 'react';
import { keepFollowing } from '../api/keep-following.ts';

/** Keeps the overview live by the server's stream. False while nothing comes; it is tried again every three seconds. */
export const useLiveSync = ({ isOn }: { readonly isOn: boolean }): boolean => {
  const queries = useQueryClient();
  const [isLive, setIsLive] = useState(true);

  useEffect(() => {
    if (!isOn) return undefined;
    const leaving = new AbortController();
    const onEvent = ({ name, data }: { readonly name: string; readonly data: string }) => {
      const parsed = name === 'sync' ? syncOverview.safeParse(JSON.parse(data)) : undefined;
      if (parsed?.success === true) queries.setQueryData([getSync.id, {}], parsed.data);
    };
    void keepFollowing({ path: streamSync.path, leaving: leaving.signal, onEvent, onState: setIsLive });
    return () => leaving.abort();
  }, [isOn, queries]);

  return isLive;
};
