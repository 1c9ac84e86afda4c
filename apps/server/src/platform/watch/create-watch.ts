import { setTimeout as sleep } from 'node:timers/promises';

/** Something of the database as it changes, for any number of listeners. */
interface Watch<Value> {
  /** Yields it now and whenever it has changed, until the signal is aborted. */
  listen(signal: AbortSignal): AsyncIterable<Value>;
}

interface Seen<Value> {
  readonly value: Value;
  readonly text: string;
}

const everyMs = 1_000;

/**
 * Looks once a second while somebody listens, once for all listeners of this process, and tells only what changed. A
 * look that fails ends the listeners' streams: they connect again and get the next one.
 */
export function createWatch<Value>(load: () => Promise<Value>, intervalMs = everyMs): Watch<Value> {
  let next: Promise<Seen<Value>> | undefined;

  const look = async (waitMs: number): Promise<Seen<Value>> => {
    await sleep(waitMs);
    const value = await load();
    return { value, text: JSON.stringify(value) };
  };

  const lookTogether = (waitMs: number): Promise<Seen<Value>> => {
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
        if (seen.text !== told) yield seen.value;
        told = seen.text;
      }
    },
  };
}
