import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** What is passed on to the program; Ctrl-C reaches it from the terminal as well, and counts once. */
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs the program in place of this one: same terminal, same signals, same exit code. A watched one is told when this
 * process is gone, however it went, and ends too.
 *
 * @param {{ node: string, root: string, args: readonly string[], isWatched: boolean }} options
 */
export async function handOver({ node, root, args, isWatched }) {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH'] ?? '/usr/bin:/bin'].join(delimiter);
  const child = spawn(node, args, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: isWatched ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...end) => resolve(end));
  });
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
}
