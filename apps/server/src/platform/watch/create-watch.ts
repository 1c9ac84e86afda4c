import { setTimeout as sleep } from 'node:timers/promises';

/** Something of the database as it changes, for any number of listeners. */
interface Watch<Value> {
  /** Yields it as it is now, and whenever it has changed since, until the signal is aborted. */
  listen(signal: AbortSignal): AsyncIterable<Value>;
}

interface Seen<Value> {
  readonly value: Value;
  readonly text: string;
  /** Of the looks of this watch, by when they began: one that began later has not seen less. */
  readonly nth: number;
}

const everyMs = 1_000;

/**
 * Looks once a second while somebody listens, once for all listeners of this process, and tells only what changed. Who
 * comes anew is told at once, for what changes before the first word to them is never told. A look that fails ends the
 * listeners' streams: they connect again and get the next one.
 */
export function createWatch<Value>(load: () => Promise<Value>, intervalMs = everyMs): Watch<Value> {
  let looks = 0;

  const look = async (): Promise<Seen<Value>> => {
    looks += 1;
    const nth = looks;
    const value = await load();
    return { value, text: JSON.stringify(value), nth };
  };
  const lookNow = together(look);
  const lookNext = together(() => sleep(intervalMs).then(look));

  return {
    async *listen(signal) {
      let told: Seen<Value> | undefined;
      while (!signal.aborted) {
        const seen = await (told === undefined ? lookNow() : lookNext());
        if (signal.aborted) return;
        if (told !== undefined && seen.nth < told.nth) continue;
        if (seen.text !== told?.text) yield seen.value;
        told = seen;
      }
    },
  };
}

/** Who asks while an answer is under way waits for the same. */
function together<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let underWay: Promise<Value> | undefined;
  return () => {
    underWay ??= ask().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
