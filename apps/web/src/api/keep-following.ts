import { followStream } from './follow-stream.ts';

const silentMs = 15_000;
const againMs = 3_000;

interface Keeping {
  readonly path: string;
  readonly leaving: AbortSignal;
  readonly onEvent: (event: { readonly name: string; readonly data: string }) => void;
  /** Called with true at every sign of life, and with false when the stream has ended or is silent. */
  readonly onState: (isLive: boolean) => void;
}

/** Follows a stream of the API until the page leaves it; one that ended or went silent is tried again every 3 s. */
export const keepFollowing = async ({ path, leaving, onEvent, onState }: Keeping): Promise<void> => {
  while (!leaving.aborted) {
    const silent = new AbortController();
    let timer = setTimeout(() => silent.abort(), silentMs);
    const onLife = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), silentMs);
      onState(true);
    };
    const signal = AbortSignal.any([leaving, silent.signal]);
    await followStream({ path, signal, onEvent, onLife }).catch(() => undefined);
    clearTimeout(timer);
    if (leaving.aborted) return;
    onState(false);
    await new Promise((resolve) => {
      setTimeout(resolve, againMs);
    });
  }
};
