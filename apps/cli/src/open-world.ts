import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { text as readAll } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { isCancel, password } from '@clack/prompts';
import { toSettingsPath } from './settings/settings-path.ts';
import type { Terminal, World } from './world.ts';

/** The world as this process has it. */
export function openWorld(): World {
  const stop = new AbortController();
  return {
    environment: process.env,
    settingsPath: toSettingsPath({ platform: process.platform, home: homedir(), environment: process.env }),
    terminal: openTerminal(() => stop.abort()),
    fetch: (url, init) => fetch(url, { ...init, signal: toEither(stop.signal, init?.signal) }),
    readFile: async (path) => new Uint8Array(await readFile(path)),
    now: () => new Date(),
    wait: (waitMs, signal) => sleep(waitMs, undefined, { signal }).catch(() => undefined),
    askSecret,
    listenForStop: () => {
      // Under npm it comes twice, from the terminal and passed on; the second must not end us by force.
      process.on('SIGINT', () => stop.abort());
      return stop.signal;
    },
  };
}

/** Whoever reads our output may go away before its end (`… | head`): the rest is for nobody, which is no failure. */
function openTerminal(onGone: () => void): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onGone);
  const { isTTY, columns } = process.stdout;
  const { NO_COLOR: noColour = '', TERM: kind } = process.env;
  return {
    width: () => (isTTY ? (process.stdout.columns ?? columns) : undefined),
    hasColour: isTTY && noColour === '' && kind !== 'dumb',
    write: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
  };
}

/** What is asked stands on stderr, so that the output stays what a script expects. */
async function askSecret(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return (await readAll(process.stdin)).trim();
  const answer = await password({ message: question, output: process.stderr });
  return isCancel(answer) ? undefined : answer.trim();
}

/** A signal that is aborted when either is. */
const toEither = (one: AbortSignal, other: AbortSignal | null | undefined): AbortSignal =>
  other == null ? one : AbortSignal.any([one, other]);
