import { setTimeout as sleep } from 'node:timers/promises';
import type { SyncOverview } from '@throughline/contract';

/** The overview as it changes, for any number of listeners. */
export interface OverviewFeed {
  /** Yields the overview now and whenever it has changed, until the signal is aborted. */
  listen(signal: AbortSignal): AsyncIterable<SyncOverview>;
}

interface Seen {
  readonly overview: SyncOverview;
  readonly text: string;
}

const everyMs = 1_000;

/**
 * Looks once a second while somebody listens, once for all listeners of this process, and tells only what changed. A
 * look that fails ends the listeners' streams: they connect again and get the next one.
 */
export function createOverviewFeed(load: () => Promise<SyncOverview>, intervalMs = everyMs): OverviewFeed {
  let next: Promise<Seen> | undefined;

  const look = async (waitMs: number): Promise<Seen> => {
    await sleep(waitMs);
    const overview = await load();
    return { overview, text: JSON.stringify(overview) };
  };

  const lookTogether = (waitMs: number): Promise<Seen> => {
    next ??= look(waitMs).finally(() => {
      next = undefined;
    });
    return next;
  };

  return {
    async *listen(signal) {
      let told: string | undefined;
      while (!signal.aborted) {
        const seen = await lookTogether(told === undefined ? 0 : intervalMs);
        if (signal.aborted) return;
        if (seen.text !== told) yield seen.overview;
        told = seen.text;
      }
    },
  };
}
