import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import { checkoutFolder } from '../../platform/configuration/index.ts';

export interface CommandLineResult {
  readonly exitCode: number | null;
  readonly out: string;
  readonly error: string;
}

interface CommandLineOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** What is piped in. */
  readonly input?: string;
}

export interface CommandLine {
  /** Where `login` keeps what it keeps. */
  readonly settingsPath: string;
  run(args: readonly string[], options?: CommandLineOptions): Promise<CommandLineResult>;
}

const program = [process.execPath, join(checkoutFolder, 'apps/cli/src/main.ts')] as const;

/** The command line as a program of its own, with a home of its own. */
export async function createCommandLine(command: readonly string[] = program): Promise<CommandLine> {
  const home = await mkdtemp(join(tmpdir(), 'throughline-command-line-'));
  afterAll(() => rm(home, { recursive: true, force: true }));
  const [node = '', ...before] = command;
  return {
    settingsPath: join(home, 'throughline', 'command-line.json'),
    run: async (args, { environment = {}, input = '' } = {}) => {
      const child = spawn(node, [...before, ...args], {
        env: { PATH: process.env['PATH'], TZ: 'UTC', HOME: home, XDG_CONFIG_HOME: home, ...environment },
        cwd: home,
      });
      child.stdin.end(input);
      const ended = new Promise<number | null>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
      });
      const [out, error, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { exitCode, out, error };
    },
  };
}
