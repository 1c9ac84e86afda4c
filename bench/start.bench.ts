import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { measureDemo } from './measure-demo.ts';

const checkout = join(import.meta.dirname, '..');

/**
 * How long a person waits: `fresh_s` from `npm start` in a fresh clone with a warm npm cache to the first page,
 * `again_s` the same once more (the slower of a start after a stop and one after kill -9), `fetched_mb` what npm
 * fetches with an empty cache, `demo_first_pull_s` from the click on the demo to its first pull request in a list.
 */
export const measure = async (): Promise<Readonly<Record<string, number>>> => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-start-'));
  // As root the database runs as another user, and would go elsewhere if it could not enter.
  await chmod(folder, 0o755);
  try {
    const place = { clone: join(folder, 'clone'), cache: join(folder, 'cache') };
    run(folder, 'git', ['clone', '--quiet', checkout, place.clone]);
    return { fetched_mb: await measureFetched(place), ...(await measureStarts(place)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

interface Place {
  readonly clone: string;
  /** npm's cache, empty at first. */
  readonly cache: string;
}

/** Fills the cache the way the first start on a machine does. */
const measureFetched = async ({ clone, cache }: Place): Promise<number> => {
  run(clone, 'npm', ['install', '--no-save', '--omit=dev', '--no-audit', '--no-fund', `--cache=${cache}`]);
  await rm(join(clone, 'node_modules'), { recursive: true });
  return round((await countBytes(cache)) / 1e6);
};

const measureStarts = async (place: Place): Promise<Record<string, number>> => {
  const fresh = await startUntilFirstPage(place);
  await fresh.end('SIGTERM');
  const stopped = await startUntilFirstPage(place);
  await stopped.end('SIGKILL');
  const killed = await startUntilFirstPage(place);
  const demoTookS = round(await measureDemo(killed.address, killed.setupPath));
  await killed.end('SIGTERM');
  return {
    fresh_s: fresh.tookS,
    again_s: Math.max(stopped.tookS, killed.tookS),
    demo_first_pull_s: demoTookS,
  };
};

interface Started {
  readonly tookS: number;
  readonly address: string;
  readonly setupPath: string;
  /** Ends the program itself, not npm before it, and waits until all is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const startUntilFirstPage = async ({ clone, cache }: Place): Promise<Started> => {
  const startedAt = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...bareEnvironment(), PORT: '0', npm_config_cache: cache },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'close');
  const ready = await Promise.race([waitUntilReady(child.stdout), exited.then(() => undefined)]);
  if (ready === undefined) throw new Error('npm start ended before it was ready.');
  const page = await fetch(ready.address);
  if (!page.ok) throw new Error(`The first page answered ${page.status}.`);
  await page.text();
  return {
    tookS: round((performance.now() - startedAt) / 1000),
    ...ready,
    end: async (signal) => {
      process.kill(await loadProgramId(clone), signal);
      await exited;
    },
  };
};

/** What it prints when it is ready: its address and, as nobody has set it up, the link to do so. */
const waitUntilReady = async (
  said: AsyncIterable<Buffer>,
): Promise<Pick<Started, 'address' | 'setupPath'> | undefined> => {
  let text = '';
  for await (const chunk of said) {
    text += chunk.toString();
    const [, address, setupPath] = /Throughline is ready: (http:\S+)[^]*?(\/setup\/\S+)\s/.exec(text) ?? [];
    if (address !== undefined && setupPath !== undefined) return { address, setupPath };
  }
  return undefined;
};

/** By the lock of the highest number, which counts. */
const loadProgramId = async (clone: string): Promise<number> => {
  const folder = join(clone, '.throughline/postgres');
  const numbers = (await readdir(folder)).map((name) =>
    Number(/^instance\.lock\.(\d+)$/.exec(name)?.[1] ?? 0),
  );
  const lock: unknown = JSON.parse(
    await readFile(join(folder, `instance.lock.${Math.max(...numbers)}`), 'utf8'),
  );
  if (typeof lock === 'object' && lock !== null && 'pid' in lock && typeof lock.pid === 'number')
    return lock.pid;
  throw new Error('The lock file names no process.');
};

/** Without the Node that npm put before the machine's own on the path, and without npm's own variables. */
const bareEnvironment = (): NodeJS.ProcessEnv => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    PATH: folders.filter((folder) => !folder.includes('node_modules')).join(delimiter),
  };
};

const run = (cwd: string, program: string, args: readonly string[]): void => {
  const { status } = spawnSync(program, args, {
    cwd,
    env: bareEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${program} ${args[0]} ended with code ${status}.`);
};

const countBytes = async (folder: string): Promise<number> => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

const round = (value: number): number => Math.round(value * 100) / 100;
