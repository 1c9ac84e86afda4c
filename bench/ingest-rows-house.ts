import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningProgram, startProgram } from '@throughline/e2e/testing/start-program.ts';
import pg from 'pg';
import { listChildren, type ProcessIds } from './ingest-rows-processes.ts';

const checkout = join(import.meta.dirname, '..');

/** Throughline as `npm start` runs it, and beside it a GitHub without limits, each in processes of its own. */
export interface IngestRowsHouse extends AsyncDisposable {
  readonly origin: string;
  readonly setupPath: string;
  readonly github: { readonly origin: string; readonly token: string; readonly organisation: string };
  readonly pids: ProcessIds;
  /** Rows inserted and updated in activity's tables since the database was made. */
  countRows(): Promise<number>;
  /** Asks the database. */
  query(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** `pulls` and activity's `rows` that are there. */
  countContent(): Promise<Readonly<Record<string, number>>>;
}

export interface HouseSize {
  readonly pulls: number;
  readonly repositories: number;
  /** Further words for the emulator's command line. */
  readonly words?: readonly string[];
}

export async function startIngestRowsHouse(size: HouseSize): Promise<IngestRowsHouse> {
  await using stack = new AsyncDisposableStack();
  const emulator = stack.use(startEmulator(size));
  const github = await findGithub(emulator);
  await liftTimeOuts(github.origin);
  const folder = await makeFolder();
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  const product = stack.use(startThroughline(folder, github.origin));
  const [, origin = ''] = await product.waitFor(/Throughline is ready: (http:\S+)/);
  const [setupPath] = await product.waitFor(/\/setup\/\S+/);
  const database = new pg.Client({ connectionString: await findDatabaseUrl(folder) });
  await database.connect();
  stack.defer(() => database.end());
  const pids = await findPids(folder);
  const whole = stack.move();
  return {
    origin,
    setupPath,
    github,
    pids,
    query: async (text) => (await database.query<Record<string, unknown>>(text)).rows,
    countRows: () => countRows(database),
    countContent: () => countContent(database),
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}

export const startEmulator = ({ pulls, repositories, words = [] }: HouseSize): RunningProgram =>
  startProgram(
    join(checkout, 'packages/github-emulator/src/main.ts'),
    [
      '--shape=enterprise-server',
      '--no-limits',
      '--procedural',
      '--pull-shape=average',
      '--people=400',
      '--changes=0',
      '--now=2026-03-01T00:00:00Z',
      `--pulls=${pulls}`,
      `--repos=${repositories}`,
      ...words,
    ],
    { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
  );

export async function findGithub(emulator: RunningProgram): Promise<IngestRowsHouse['github']> {
  const [, web = ''] = await emulator.waitFor(/^web +(http:\S+)/m);
  const [, organisation = ''] = await emulator.waitFor(/^organisation +(\S+)/m);
  const [, token = ''] = await emulator.waitFor(/^token +(\S+) +classic/m);
  return { origin: new URL(web).origin, organisation, token };
}

/**
 * A repository of more than 10,000 pull requests takes GitHub two and a half times as long. The emulator answers at once
 * what GitHub would give up after ten seconds, and a reader that goes by the clock cannot tell: we are measured here.
 */
async function liftTimeOuts(origin: string): Promise<void> {
  const body = JSON.stringify({ constants: { timeoutSeconds: 3_600 } });
  const response = await fetch(`${origin}/_emulator/limits`, { method: 'POST', body });
  if (!response.ok) throw new Error(`The emulator keeps its time-outs: ${await response.text()}`);
}

/** As root, PostgreSQL runs as somebody else, who has to come through. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-ingest-'));
  await chmod(folder, 0o755);
  return folder;
}

export const startThroughline = (
  folder: string,
  githubOrigin: string,
  env: Readonly<Record<string, string>> = {},
): RunningProgram =>
  startProgram(join(checkout, 'apps/server/src/main.ts'), [], {
    PORT: '0',
    THROUGHLINE_DATA: folder,
    THROUGHLINE_LOOPBACK_HOSTS: githubOrigin,
    ...env,
  });

/** Port and password as the cluster of `folder` keeps them. */
export async function findDatabaseUrl(folder: string): Promise<string> {
  const [, , , port = ''] = await readPostmaster(folder);
  const password = await readFile(join(folder, 'postgres/password'), 'utf8');
  return `postgres://throughline:${encodeURIComponent(password)}@127.0.0.1:${port}/throughline`;
}

async function findPids(folder: string): Promise<ProcessIds> {
  const [emulator, supervisor] = [
    await findChild(process.pid, 'github-emulator/src/main.ts'),
    await findChild(process.pid, 'server/src/main.ts'),
  ];
  return {
    emulator,
    worker: await findChild(supervisor, '--role=worker'),
    api: await findChild(supervisor, '--role=api'),
    postgres: Number((await readPostmaster(folder))[0]),
  };
}

export async function findChild(parent: number, words: string): Promise<number> {
  const found = (await listChildren(parent)).find(({ command }) => command.includes(words));
  if (found === undefined) throw new Error(`No process runs ${words}.`);
  return found.pid;
}

/** Its process id is on the first line, its port on the fourth. */
const readPostmaster = async (folder: string): Promise<readonly string[]> =>
  (await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8')).split('\n');

const activityTables = `relname like 'pull\\_request%' or relname = 'git_commit'`;

async function countRows(database: pg.Client): Promise<number> {
  const { rows } = await database.query<{ rows: number }>(
    `select coalesce(sum(n_tup_ins + n_tup_upd), 0)::float8 as rows
     from pg_stat_user_tables
     where ${activityTables}`,
  );
  return rows[0]?.rows ?? 0;
}

/** Counted row by row: what PostgreSQL keeps count of lags behind by seconds. */
async function countContent(database: pg.Client): Promise<Readonly<Record<string, number>>> {
  const { rows } = await database.query<Record<string, number>>(contentText);
  return { ...rows[0] };
}

const contentText = `
  select
    pulls::float8 as pulls,
    (pulls
      + (select count(*) from git_commit)
      + (select count(*) from pull_request_assignee)
      + (select count(*) from pull_request_closing_issue)
      + (select count(*) from pull_request_comment)
      + (select count(*) from pull_request_commit)
      + (select count(*) from pull_request_event)
      + (select count(*) from pull_request_file)
      + (select count(*) from pull_request_label)
      + (select count(*) from pull_request_part)
      + (select count(*) from pull_request_review)
      + (select count(*) from pull_request_review_request)
      + (select count(*) from pull_request_review_thread))::float8 as rows
  from (select count(*) as pulls from pull_request) as counted`;
