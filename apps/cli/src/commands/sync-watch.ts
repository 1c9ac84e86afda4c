import { exitCodes } from '../failures/exit-codes.data.ts';
import { toCliFailure } from '../failures/to-cli-failure.ts';
import type { Outcome } from '../outcome.ts';
import { openSession } from '../session.ts';
import type { StatusWanted } from '../sync/load-status.ts';
import type { World } from '../world.ts';
import { tellStatus } from './sync-status.ts';

/** Some thirty calls a minute for each connection, of six hundred that a user has. */
const everyMs = 5_000;
/** Repositories come a hundred a call: 5,000 of them take two hundred calls a minute. */
const repositoriesEveryMs = 15_000;

interface WatchOptions extends StatusWanted {
  readonly json?: boolean;
}

/**
 * Tells the state again whenever it changes, until Ctrl-C: on a terminal in place of the last one, elsewhere one below
 * the other, with `--json` an object a line. A server that is away for a while is waited for.
 */
export async function syncWatch(world: World, options: WatchOptions): Promise<number> {
  const stopped = world.listenForStop();
  const session = await openSession(world);
  let told = '';
  while (!stopped.aborted) {
    const outcome = await tellStatus(world, session, options).catch((error: unknown) => toWaiting(error));
    if (stopped.aborted) break;
    const text = toText(outcome, options.json === true);
    if (text !== told) world.terminal.write(`${toBefore(world, options, told)}${text}`);
    told = text;
    await world.wait(options.repositories === true ? repositoriesEveryMs : everyMs, stopped);
  }
  return exitCodes.fine;
}

/** What ends the watch is thrown on; what may pass is told and waited for. */
function toWaiting(error: unknown): Outcome {
  const failure = toCliFailure(error);
  const mayPass = ['unreachable', 'unavailable', 'too-many-requests', 'internal'].includes(failure.said.code);
  if (!mayPass) throw failure;
  return {
    lines: [failure.said.message, 'It is tried again; Ctrl-C ends this.'],
    json: { error: failure.said },
    exitCode: failure.exitCode,
  };
}

const toText = ({ lines, json }: Outcome, isJson: boolean): string =>
  isJson ? `${JSON.stringify(json)}\n` : `${lines.join('\n')}\n`;

/** On a terminal the new state stands where the old one stood; elsewhere a line apart. */
function toBefore({ terminal }: World, { json }: WatchOptions, told: string): string {
  if (json === true || (told === '' && terminal.width() === undefined)) return '';
  return terminal.width() === undefined ? '\n' : '\u001b[H\u001b[J';
}
