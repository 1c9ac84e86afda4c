import type { Configuration } from './platform/configuration/index.ts';
import { type Refusal, toRefusal } from './refusal.ts';
import { serveRefusal } from './serve-refusal.ts';
import { startHouse } from './start-house.ts';
import { waitForStop } from './wait-for-stop.ts';

/** Repairing these means starting another way, or there is somebody else whose page it is. */
const isFinal = ({ code }: Refusal): boolean =>
  code === 'instance-running' || code === 'port-taken' || code === 'internal';

const announce = (address: string | undefined, notes: readonly string[]): void => {
  console.log(`Throughline is ready: ${address}`);
  for (const note of notes) console.log(note);
  console.log('Stop it with Ctrl-C.');
};

/** Keeps everything running until told to stop; rejects when the start is refused, or that of a role that died later. */
const runHouse = async (configuration: Configuration, stopped: Promise<void>): Promise<void> => {
  await using house = await startHouse(configuration);
  announce(house.address, house.notes);
  const reason = await Promise.race([stopped, house.broken]);
  if (reason !== undefined) throw reason;
  console.log('Stopping.');
};

/**
 * Runs everything in one go until told to stop. When the start is refused: `exit` rejects with the reason; `page` says
 * it on a page in place of the program's own, and tries again until the cause is repaired.
 */
export const superviseUntilStopped = async (
  configuration: Configuration,
  whenRefused: 'page' | 'exit',
): Promise<void> => {
  const stopped = waitForStop();
  const stop = new AbortController();
  void stopped.then(() => stop.abort());
  while (!stop.signal.aborted) {
    try {
      await runHouse(configuration, stopped);
    } catch (error) {
      const refusal = toRefusal(error);
      if (whenRefused === 'exit' || isFinal(refusal)) throw error;
      await serveRefusal(refusal, configuration, stopped);
    }
  }
};
