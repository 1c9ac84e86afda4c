import { useQueryClient } from '@tanstack/react-query';
import { getSync, streamSync, syncOverview } from '@throughline/contract';
import { useEffect, useState } from 'react';
import { followStream } from './follow-stream.ts';

const silentMs = 15_000;
const againMs = 3_000;

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
    void keepFollowing({ leaving: leaving.signal, onEvent, onState: setIsLive });
    return () => leaving.abort();
  }, [isOn, queries]);

  return isLive;
};

interface Keeping {
  readonly leaving: AbortSignal;
  readonly onEvent: (event: { readonly name: string; readonly data: string }) => void;
  readonly onState: (isLive: boolean) => void;
}

const keepFollowing = async ({ leaving, onEvent, onState }: Keeping): Promise<void> => {
  while (!leaving.aborted) {
    const silent = new AbortController();
    let timer = setTimeout(() => silent.abort(), silentMs);
    const onLife = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), silentMs);
      onState(true);
    };
    const signal = AbortSignal.any([leaving, silent.signal]);
    await followStream({ path: streamSync.path, signal, onEvent, onLife }).catch(() => undefined);
    clearTimeout(timer);
    if (leaving.aborted) return;
    onState(false);
    await new Promise((resolve) => {
      setTimeout(resolve, againMs);
    });
  }
};
