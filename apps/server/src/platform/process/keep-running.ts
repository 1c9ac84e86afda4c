import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { countDeaths, toBackoffMs } from './backoff.ts';

export interface KeptProcess {
  /** Asks it to end, and ends it by force when it has not after `graceMs`. It is not started again. */
  stop(graceMs: number): Promise<void>;
}

export interface KeepRunningOptions {
  /** Starts the process anew. */
  readonly start: () => ChildProcess;
  /** Told each time it ended without being asked, and when it will be started again. */
  readonly onDeath: (death: {
    readonly code: number | null;
    readonly signal: string | null;
    readonly againInMs: number;
  }) => void;
}

type End = { readonly code: number | null; readonly signal: string | null };

/** A process that could not even be started ends without code and signal. */
const waitForEnd = (child: ChildProcess): Promise<End> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });

/** Starts a process, and again whenever it dies: at once at first, then ever more slowly. */
export const keepRunning = ({ start, onDeath }: KeepRunningOptions): KeptProcess => {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  const live = async (): Promise<void> => {
    let deaths = 0;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      child = start();
      const { code, signal } = await waitForEnd(child);
      if (stopping.signal.aborted) return;
      deaths = countDeaths(deaths, performance.now() - startedAt);
      const againInMs = toBackoffMs(deaths);
      onDeath({ code, signal, againInMs });
      await sleep(againInMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const lived = live();
  return {
    stop: async (graceMs) => {
      stopping.abort();
      child?.kill('SIGTERM');
      const timer = setTimeout(() => child?.kill('SIGKILL'), graceMs);
      await lived;
      clearTimeout(timer);
    },
  };
};
