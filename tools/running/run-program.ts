import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export interface Program {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface Outcome {
  readonly exitCode: number;
  /** Standard output and standard error, in the order they came. */
  readonly output: string;
  readonly tookMs: number;
}

export interface RunOptions {
  readonly root: string;
  /** Shows what the program prints while it runs; default false. It is kept either way. */
  readonly isShown?: boolean;
}

/** How long output is waited for that programs hold open which outlive the one that began them. */
const orphansMs = 2_000;

/** Runs a program in `root`, where commands of installed packages are found first. Never rejects: see `exitCode`. */
export async function runProgram(program: Program, { root, isShown = false }: RunOptions): Promise<Outcome> {
  const startedAt = performance.now();
  const child = spawn(program.command, program.arguments, {
    cwd: root,
    env: { ...process.env, PATH: toPath(root), ...program.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
    if (isShown) process.stdout.write(chunk);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  const exitCode = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      output += `${program.command} could not be started: ${error.message}\n`;
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
    child.on('exit', (code) => {
      const leave = () => {
        child.stdout.destroy();
        child.stderr.destroy();
        resolve(code ?? 1);
      };
      setTimeout(leave, orphansMs).unref();
    });
  });
  return { exitCode, output, tookMs: Math.round(performance.now() - startedAt) };
}

function toPath(root: string): string {
  return [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
}
