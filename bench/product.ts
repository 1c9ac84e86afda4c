import { readFile, rm } from 'node:fs/promises';
import pg from 'pg';
import {
  findChild,
  findDatabaseUrl,
  findGithub,
  type HouseSize,
  type IngestRowsHouse,
  makeFolder,
  startEmulator,
  startThroughline,
} from './ingest-rows-house.ts';

/** Where an emulated GitHub is, and by which token its organisation is read. */
export type Github = IngestRowsHouse['github'];

/** An emulated GitHub without limits, in a process of its own. */
export async function startGithub(size: HouseSize): Promise<Github & AsyncDisposable> {
  const emulator = startEmulator(size);
  const github = await findGithub(emulator);
  return { ...github, [Symbol.asyncDispose]: () => emulator[Symbol.asyncDispose]() };
}

/** Throughline as `npm start` runs it, allowed to speak to emulators on this machine. */
export interface Product extends AsyncDisposable {
  readonly origin: string;
  readonly setupPath: string;
  /** Asks the database, over a connection of its own, for its server may have been killed meanwhile. */
  query(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Ends one of its processes as if the plug had been pulled. */
  kill(who: 'worker' | 'api' | 'postmaster'): Promise<void>;
  readonly output: () => string;
}

/** `clockFile` says by how many milliseconds its processes see the clock moved; without it they go by the system's. */
export async function startProduct(
  origins: readonly string[],
  { clockFile }: { readonly clockFile?: string } = {},
): Promise<Product> {
  const folder = await makeFolder();
  const env: Record<string, string> = clockFile === undefined ? {} : { THROUGHLINE_TEST_CLOCK: clockFile };
  const program = startThroughline(folder, origins.join(','), env);
  const [, origin = ''] = await program.waitFor(/Throughline is ready: (http:\S+)/);
  const [setupPath] = await program.waitFor(/\/setup\/\S+/);
  return {
    origin,
    setupPath,
    output: program.output,
    query: (text) => query(folder, text),
    kill: async (who) => {
      process.kill(await findPid(folder, who), 'SIGKILL');
    },
    [Symbol.asyncDispose]: async () => {
      try {
        await program[Symbol.asyncDispose]();
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    },
  };
}

async function query(folder: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: await findDatabaseUrl(folder) });
  // Ended by a kill: the question fails, and whoever asked asks again.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

async function findPid(folder: string, who: 'worker' | 'api' | 'postmaster'): Promise<number> {
  if (who === 'postmaster') {
    const text = await readFile(`${folder}/postgres/data/postmaster.pid`, 'utf8');
    return Number(text.split('\n')[0]);
  }
  return findChild(await findChild(process.pid, 'server/src/main.ts'), `--role=${who}`);
}
