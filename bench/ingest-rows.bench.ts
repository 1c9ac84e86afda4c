import { setTimeout as sleep } from 'node:timers/promises';
import { completeSetup, createConnection, getSync, testToken } from '@throughline/contract';
import { type ApiReader, createApiReader } from '@throughline/e2e/api-reader.ts';
import { type IngestRowsHouse, startIngestRowsHouse } from './ingest-rows-house.ts';
import { loadUse, type ProcessUse } from './ingest-rows-processes.ts';
import { type RowsSample, toSteadyRate } from './ingest-rows-rate.ts';

type Figures = Readonly<Record<string, number>>;

/** Pull requests and repositories of a run. The two of `full` show whether rate and memory depend on how many there are. */
const runs = {
  small: [{ pulls: 3_000, repositories: 8 }],
  full: [
    { pulls: 10_000, repositories: 12 },
    { pulls: 200_000, repositories: 40 },
  ],
} as const;

const sampleEveryMs = 500;

/**
 * How fast a GitHub without limits, in a process of its own, comes into the database: `rows_per_s` are activity's rows
 * inserted or updated in the steady part, `worker_mib_max` and `api_mib_max` the most memory their processes ever held,
 * `…_cpu_s` what each process computed from start to end. `full` measures twice, the smaller run under `first_…`.
 */
export const measure = async (size: 'small' | 'full'): Promise<Figures> => {
  const found: Figures[] = [];
  for (const run of runs[size]) found.push(await measureRun(run));
  const [first, last = first] = found;
  if (first === undefined || last === undefined) throw new Error('Nothing was measured.');
  if (first === last) return first;
  const named = Object.entries(first).map(([name, value]) => [`first_${name}`, value] as const);
  return { ...last, ...Object.fromEntries(named) };
};

const measureRun = async (run: {
  readonly pulls: number;
  readonly repositories: number;
}): Promise<Figures> => {
  await using house = await startIngestRowsHouse(run);
  const reader = await setUp(house);
  const before = await loadUse(house.pids);
  const startedAt = performance.now();
  await connect(reader, house);
  const samples = await sampleUntilRead(reader, house);
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    rows_per_s: Math.round(toSteadyRate(samples)),
    ...toProcessFigures(before, await loadUse(house.pids)),
    ...(await house.countContent()),
    seconds: round(seconds),
  };
};

const setUp = async ({ origin, setupPath }: IngestRowsHouse): Promise<ApiReader> => {
  const reader = await createApiReader(origin);
  const account = { name: 'Bench', email: 'bench@example.com', password: 'a password for the bench' };
  await reader.call(completeSetup, { params: { token: setupPath.split('/').at(-1) ?? '' }, body: account });
  return reader;
};

const connect = async (reader: ApiReader, { github }: IngestRowsHouse): Promise<void> => {
  const { origin, token, organisation } = github;
  const { credentialId } = await reader.call(testToken, { body: { host: { address: origin }, token } });
  await reader.call(createConnection, {
    body: { credentialId, organisation, name: organisation, repositoryChoice: 'all' },
  });
};

/** Looks until every repository is read to its end and rows have come to rest. */
const sampleUntilRead = async (reader: ApiReader, house: IngestRowsHouse): Promise<readonly RowsSample[]> => {
  const samples: RowsSample[] = [];
  for (;;) {
    samples.push({ atMs: performance.now(), rows: await house.countRows() });
    const [before, last] = samples.slice(-2);
    if (before?.rows === last?.rows && samples.length > 2 && (await isRead(reader))) return samples;
    await sleep(sampleEveryMs);
  }
};

const isRead = async (reader: ApiReader): Promise<boolean> => {
  const { state, connections } = await reader.call(getSync);
  if (state === 'needs-attention')
    throw new Error(`Reading stopped: ${connections.map(({ sentence }) => sentence).join(' ')}`);
  return connections.every(
    ({ total, repositories, repositoriesComplete }) =>
      total !== undefined && repositories > 0 && repositoriesComplete === repositories,
  );
};

type Uses = Readonly<Record<keyof IngestRowsHouse['pids'], ProcessUse>>;

const toProcessFigures = (before: Uses, after: Uses): Figures => ({
  worker_mib_max: Math.round(after.worker.mibMax),
  api_mib_max: Math.round(after.api.mibMax),
  emulator_mib_max: Math.round(after.emulator.mibMax),
  worker_cpu_s: round(after.worker.cpuSeconds - before.worker.cpuSeconds),
  api_cpu_s: round(after.api.cpuSeconds - before.api.cpuSeconds),
  emulator_cpu_s: round(after.emulator.cpuSeconds - before.emulator.cpuSeconds),
  postgres_cpu_s: round(after.postgres.cpuSeconds - before.postgres.cpuSeconds),
});

const round = (value: number): number => Math.round(value * 100) / 100;
