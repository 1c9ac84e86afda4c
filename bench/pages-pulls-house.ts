import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiReader } from '@throughline/e2e/api-reader.ts';
import pg from 'pg';
import { fillOrganisation, type OrganisationSize } from './fill-organisation.ts';
import { findChild, findDatabaseUrl, makeFolder, startThroughline } from './ingest-rows-house.ts';
import { setUp } from './read-all.ts';

/** Throughline as `npm start` runs it, with an organisation in it that was never read from anywhere. */
export interface OrganisationHouse extends AsyncDisposable {
  readonly origin: string;
  /** An administrator, who sees all of it. */
  readonly reader: ApiReader;
  /** The process that answers. */
  readonly apiPid: number;
  /** An answer of the API as it is sent; refused ones throw. */
  fetch(path: string): Promise<Response>;
}

export async function startOrganisationHouse(size: OrganisationSize): Promise<OrganisationHouse> {
  await using stack = new AsyncDisposableStack();
  const folder = await makeFolder();
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  const program = stack.use(startThroughline(folder, ''));
  const [, origin = ''] = await program.waitFor(/Throughline is ready: (http:\S+)/);
  const [setupPath] = await program.waitFor(/\/setup\/\S+/);
  const reader = await setUp({ origin, setupPath });
  await fill(folder, size);
  const apiPid = await findChild(await findChild(process.pid, 'server/src/main.ts'), '--role=api');
  const whole = stack.move();
  return {
    origin,
    reader,
    apiPid,
    fetch: (path) => fetchAs(reader, path),
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}

async function fill(folder: string, size: OrganisationSize): Promise<void> {
  const client = new pg.Client({ connectionString: await findDatabaseUrl(folder) });
  await client.connect();
  try {
    await fillOrganisation(client, size, (pulls) => console.error(`filled ${pulls} of ${size.pulls}`));
    await untilDerived(client);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Waits until everything that rests on the pull requests is made. */
async function untilDerived(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ is_done: boolean }>(
      'select not exists (select from fact_stale) as is_done',
    );
    if (rows[0]?.is_done === true) return;
    await sleep(2_000);
  }
}

async function fetchAs(reader: ApiReader, path: string): Promise<Response> {
  const cookie = reader.cookies().map(({ name, value }) => `${name}=${value}`);
  const response = await fetch(`${reader.origin}${path}`, { headers: { cookie: cookie.join('; ') } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response;
}
