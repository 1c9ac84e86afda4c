import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program of ours in a process of its own, with all it said. */
export interface RunningProgram extends AsyncDisposable {
  readonly pid: number | undefined;
  readonly output: () => string;
  /** Resolves with the first match in what it says; rejects with all it said when it ends or a minute passes first. */
  readonly waitFor: (pattern: RegExp) => Promise<RegExpExecArray>;
}

const patienceMs = 60_000;

/** Longer than the product waits for its own roles, which it then ends by force. */
const graceMs = 60_000;

/**
 * Starts a TypeScript program with this Node and exactly this environment. Disposing of it ends it as Ctrl-C would, and rejects
 * with all it said when it does not end.
 */
export function startProgram(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): RunningProgram {
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      child.emit('said');
    });
  }
  const ended = once(child, 'close');
  const waitFor = async (pattern: RegExp): Promise<RegExpExecArray> => {
    const late = AbortSignal.timeout(patienceMs);
    for (;;) {
      const match = pattern.exec(output);
      if (match !== null) return match;
      const isOver = await Promise.race([
        once(child, 'said', { signal: late }).then(() => false),
        ended.then(() => true),
      ]).catch(() => true);
      if (isOver && !pattern.test(output))
        throw new Error(`${script} did not say ${pattern} but:\n${output}`);
    }
  };
  return {
    pid: child.pid,
    output: () => output,
    waitFor,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGINT');
      const patience = new AbortController();
      const hasEnded = await Promise.race([
        ended.then(() => true),
        sleep(graceMs, false, { signal: patience.signal }).catch(() => false),
      ]);
      patience.abort();
      if (hasEnded) return;
      child.kill('SIGKILL');
      throw new Error(`${script} did not end in ${graceMs / 1000} s after Ctrl-C. It said:\n${output}`);
    },
  };
}
