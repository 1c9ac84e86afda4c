import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** A program under test, with everything it said. */
export interface SpawnedProgram {
  readonly pid: number;
  /** Both streams so far. */
  output(): string;
  /** Resolves with the first match of `pattern` in what it said, or rejects when it ends without saying it. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it has ended, with its code; undefined when a signal ended it. */
  readonly exited: Promise<number | undefined>;
}

const watch = (child: ChildProcess): SpawnedProgram => {
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
    child.emit('said');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const exited = once(child, 'close').then(([code]) => (code === null ? undefined : Number(code)));
  return {
    pid: child.pid ?? 0,
    output: () => output,
    waitFor: async (pattern) => {
      for (;;) {
        const match = pattern.exec(output);
        if (match !== null) return match;
        const ended = exited.then((code) => ({ code }));
        const next = await Promise.race([once(child, 'said').then(() => undefined), ended]);
        if (next !== undefined && !pattern.test(output)) {
          throw new Error(`It ended with ${next.code} and said:\n${output}`);
        }
      }
    },
    kill: (signal) => child.kill(signal),
    exited,
  };
};

/** Starts a TypeScript program with this Node and exactly the given environment; it is killed with the test. */
export const spawnProgram = (
  script: string,
  args: readonly string[],
  options: SpawnOptions & { readonly env: NodeJS.ProcessEnv; readonly node?: string },
): SpawnedProgram => {
  const child = spawn(options.node ?? process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  });
  return watch(child);
};
