import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { AppError } from '../../platform/errors/index.ts';

/** The demo's GitHub, started when somebody in this process first asks it and stopped when nobody does any more. */
export interface DemoProcess {
  /** The exact loopback origin at which it answers. `bornAt` fixes its made-up history, so that it is the same each time. */
  origin(bornAt: Date): Promise<string>;
  close(): void;
}

const announcement = z.object({ origin: z.url() });
const entry = fileURLToPath(new URL('./demo-emulator.client.ts', import.meta.url));
const startWithinMs = 30_000;

/** Longer than any job may run, so that none loses its GitHub in the middle. */
const idleMs = 20 * 60_000;

interface Running {
  readonly origin: Promise<string>;
  readonly stop: () => void;
  readonly idle: NodeJS.Timeout;
}

export function createDemoProcess(): DemoProcess {
  const running = new Map<number, Running>();
  const start = (key: number, bornAt: Date): Running => {
    const child = startEmulatorProcess(bornAt, () => running.delete(key));
    const begun = { ...child, idle: setTimeout(child.stop, idleMs).unref() };
    running.set(key, begun);
    return begun;
  };
  return {
    origin: (bornAt) => {
      const key = bornAt.getTime();
      const found = running.get(key) ?? start(key, bornAt);
      found.idle.refresh();
      return found.origin;
    },
    close: () => {
      for (const { stop } of running.values()) stop();
      running.clear();
    },
  };
}

function startEmulatorProcess(bornAt: Date, onEnd: () => void): Omit<Running, 'idle'> {
  const child = fork(entry, [bornAt.toISOString()], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const origin = new Promise<string>((resolve, reject) => {
    const giveUp = setTimeout(() => child.kill(), startWithinMs);
    child.once('message', (message) => {
      clearTimeout(giveUp);
      resolve(announcement.parse(message).origin);
    });
    child.once('exit', () => {
      clearTimeout(giveUp);
      onEnd();
      reject(
        new AppError(
          'unavailable',
          'The demo organisation did not start. Try again; if it stays so, restart Throughline.',
        ),
      );
    });
  });
  return { origin, stop: () => child.kill() };
}
