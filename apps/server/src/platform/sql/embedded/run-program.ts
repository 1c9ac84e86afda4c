import { spawn } from 'node:child_process';

import type { PostgresUser } from './postgres-user.ts';

/** One run of one of PostgreSQL's programs. */
export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly user: PostgresUser | undefined;
}

/**
 * The whole environment of PostgreSQL's programs: nothing of ours. Without a language of its own the cluster would take
 * whatever the machine has, or fall back to SQL_ASCII. Windows cannot start a program without its SystemRoot.
 */
export const programEnvironment = (): NodeJS.ProcessEnv => ({
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/bin:/bin',
  ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }),
});

export interface ProgramResult {
  readonly exitCode: number | null;
  /** Everything it said, both streams. */
  readonly output: string;
}

/** Runs a program to its end. */
export const runProgram = ({ program, args, cwd, user }: ProgramRun): Promise<ProgramResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: programEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
