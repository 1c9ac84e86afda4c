import type { World } from '../world.ts';

export interface TestWorld extends World {
  /** What was written, a piece each. */
  readonly out: string[];
  readonly errors: string[];
}

interface Given {
  readonly environment: Readonly<Record<string, string>>;
  readonly width?: number;
  /** Takes the place of waiting; the watch ends when it returns false. */
  readonly onWait?: () => Promise<boolean>;
}

/** A world whose terminal is two lists, in which nobody waits. */
export function createTestWorld({ environment, width, onWait }: Given): TestWorld {
  const stop = new AbortController();
  const out: string[] = [];
  const errors: string[] = [];
  return {
    out,
    errors,
    environment,
    settingsPath: '/nowhere/command-line.json',
    terminal: {
      width: () => width,
      hasColour: false,
      write: (text) => void out.push(text),
      writeError: (text) => void errors.push(text),
    },
    fetch,
    readFile: () => Promise.reject(new Error('no file here')),
    now: () => new Date('2026-11-21T12:00:00Z'),
    wait: async () => {
      if ((await onWait?.()) !== true) stop.abort();
    },
    askSecret: () => Promise.resolve(undefined),
    listenForStop: () => stop.signal,
  };
}
