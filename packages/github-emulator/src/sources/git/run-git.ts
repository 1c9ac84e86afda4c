import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';

/**
 * The output of one git process in a repository, piece by piece. Nothing of the user's or the repository's set-up runs:
 * no hooks, no external diff, no text conversion, no network.
 */
export async function* streamGit(path: string, args: readonly string[]): AsyncGenerator<Buffer> {
  const child = spawn('git', [...settings, '-c', `safe.directory=${path}`, '-C', path, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaint: Buffer[] = [];
  child.stderr.on('data', (piece: Buffer) => complaint.push(piece));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  ended.catch(() => undefined);
  for await (const piece of child.stdout) yield piece;
  const code = await ended;
  if (code !== 0)
    throw new Error(`git ${args[0]} in ${path} failed: ${Buffer.concat(complaint).toString().trim()}`);
}

/** The whole output of a git command that says little, without the last line break. */
export async function readGit(path: string, args: readonly string[]): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of streamGit(path, args)) pieces.push(piece);
  return Buffer.concat(pieces).toString().trimEnd();
}

const settings = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'log.showSignature=false',
  '-c',
  'core.quotePath=false',
];

const environment = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  LC_ALL: 'C.UTF-8',
};
