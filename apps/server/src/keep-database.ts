import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { acquireInstanceLock, toBackoffMs } from './platform/process/index.ts';
import { type EmbeddedPostgres, findEmbeddedHome, startEmbeddedPostgres } from './platform/sql/index.ts';
import { toRefusal } from './refusal.ts';

/** The embedded PostgreSQL, started again whenever it ends. */
export interface KeptDatabase extends AsyncDisposable {
  /** Its address now. It stays the same unless another program took the port meanwhile. */
  url(): string;
}

interface KeepOptions {
  readonly dataDirectory: string;
  /** Told when the address has changed. */
  readonly onMoved: () => void;
}

const restart = async (
  dataDirectory: string,
  port: number,
  stopping: AbortSignal,
): Promise<EmbeddedPostgres | undefined> => {
  for (let failures = 0; !stopping.aborted; failures += 1) {
    try {
      return await startEmbeddedPostgres({ dataDirectory, port });
    } catch (error) {
      console.error(`PostgreSQL does not start again: ${toRefusal(error).message}`);
      await sleep(toBackoffMs(failures + 1), undefined, { signal: stopping }).catch(() => undefined);
    }
  }
  return undefined;
};

const keep = (first: EmbeddedPostgres, { dataDirectory, onMoved }: KeepOptions): KeptDatabase => {
  const stopping = new AbortController();
  let current = first;
  const watch = async (): Promise<void> => {
    for (;;) {
      await current.exited;
      if (stopping.signal.aborted) return;
      console.error('PostgreSQL ended. Starting it again.');
      const next = await restart(dataDirectory, current.port, stopping.signal);
      if (next === undefined) return;
      const hasMoved = next.url !== current.url;
      current = next;
      if (hasMoved) onMoved();
    }
  };
  const watched = watch();
  return {
    url: () => current.url,
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await current.stop();
      await watched;
    },
  };
};

/** Starts the embedded PostgreSQL of `dataDirectory`, as the only one who does, and keeps it running until disposed. */
export const keepDatabase = async (options: KeepOptions): Promise<KeptDatabase> => {
  const lock = await acquireInstanceLock(
    join(await findEmbeddedHome(options.dataDirectory), 'instance.lock'),
  );
  try {
    const kept = keep(await startEmbeddedPostgres({ dataDirectory: options.dataDirectory }), options);
    return {
      ...kept,
      [Symbol.asyncDispose]: async () => {
        await kept[Symbol.asyncDispose]();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
};
