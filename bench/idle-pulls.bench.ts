import { setTimeout as sleep } from 'node:timers/promises';
import { type BillLine, fetchSpent, isRest, sum } from './bill.ts';
import { compareWithTruth } from './compare-with-truth.ts';
import { type IngestRowsHouse, startIngestRowsHouse } from './ingest-rows-house.ts';
import { prepareToConnect, setUp, waitUntilRead } from './read-all.ts';

/** The product's promise for an hour in which nothing happens in a thousand repositories, and for what happens after it. */
const limits = { points_per_h: 60, rest_per_h: 60, missed: 0, seen_min_max: 10 } as const;

/** A sweep is due nine minutes after the last one, and the plan looks every quarter of a minute whether it is. */
const sweepEveryMin = 9;
const planEveryMin = 0.25;
const sweepsPerHour = 60 / sweepEveryMin;
/** Repositories are listed every three hours, and when a sweep finds another number of them. */
const listsPerHour = 1 / 3;

/** Of 1,092, 1,000 are neither archived nor forks. */
const repositories = { small: 300, full: 1_092 } as const;

/**
 * What an hour costs in which nothing changes: `points_per_h`, and `rest_per_h`, REST requests that are counted (GitHub
 * counts none that answers 304; ours asks none). One sweep, one list of repositories and one hour's share of the daily
 * recheck are billed, the time between them passes by making what the database remembers as much older. Then a day passes
 * at GitHub, a list and a sweep follow: `missed` is what differs from the truth once everything found changed was read,
 * `seen_min_max` how long a change takes at most, the sweep's interval and the plan's included.
 */
export const measure = async (size: 'small' | 'full'): Promise<Readonly<Record<string, number>>> => {
  const [yesterday, today] = [24, 0].map(hoursAgo);
  await using house = await startIngestRowsHouse({
    pulls: 2_000,
    repositories: repositories[size],
    words: [`--now=${yesterday}`],
  });
  const reader = await setUp(house);
  const connect = await prepareToConnect(reader, house.github);
  await connect();
  await waitUntilRead(reader);
  const rest = await measureRest(house);
  await control(house, { worldAt: today });
  const change = await measureChange(house);
  const figures = { ...rest, ...change };
  const passed = Object.entries(limits).filter(([name, most]) => (figures[name] ?? Infinity) > most);
  if (passed.length > 0)
    throw new Error(`More than promised: ${JSON.stringify(figures)}, at most ${JSON.stringify(limits)}.`);
  return figures;
};

const hoursAgo = (hours: number): string =>
  `${new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 13)}:00:00Z`;

async function measureRest(house: IngestRowsHouse): Promise<Readonly<Record<string, number>>> {
  const { origin } = house.github;
  const swept = await fetchSpent(origin, () => passTime(house, 'swept_at'));
  const listed = await fetchSpent(origin, () => passTime(house, 'discovered_at'));
  const rechecked = await fetchSpent(origin, () => passHour(house));
  const toHourly = (of: (line: BillLine) => number): number =>
    Math.round((sum(swept, of) * sweepsPerHour + sum(listed, of) * listsPerHour + sum(rechecked, of)) * 10) /
    10;
  return {
    repositories: await count(house, 'repository_sync where is_chosen'),
    points_per_h: toHourly((line) => (isRest(line) ? 0 : line.points)),
    rest_per_h: toHourly((line) => (isRest(line) ? line.count : 0)),
  };
}

async function measureChange(house: IngestRowsHouse): Promise<Readonly<Record<string, number>>> {
  const before = await compareWithTruth({ ...house, butTraceless: true });
  await passTime(house, 'discovered_at');
  const dueAt = performance.now();
  await passTime(house, 'swept_at');
  await untilRead(house);
  const workMin = (performance.now() - dueAt) / 60_000;
  const missed = await compareWithTruth({ ...house, butTraceless: true });
  for (const line of missed.slice(0, 10)) console.log(line);
  return {
    changed_rows: before.length,
    missed: missed.length,
    seen_min_max: Math.round((sweepEveryMin + planEveryMin + workMin) * 10) / 10,
  };
}

/** Makes one kind of look due and waits until it has happened; the other stays as it is. */
async function passTime(house: IngestRowsHouse, column: 'swept_at' | 'discovered_at'): Promise<void> {
  const other = column === 'swept_at' ? 'discovered_at' : 'swept_at';
  await house.query(
    `update connection_sync
     set ${column} = app_now() - interval '181 minutes', ${other} = app_now()`,
  );
  await until(house, `select ${column} > app_now() - interval '1 minute' as is_done from connection_sync`);
}

/** Lets the daily recheck take its share of this hour. */
async function passHour(house: IngestRowsHouse): Promise<void> {
  const waiting = `pgboss.job where name = 'recheck-pull-requests' and state = 'created'`;
  await until(house, `select exists (select from ${waiting}) as is_done`);
  await house.query(
    `update pgboss.job
     set start_after = now()
     where name = 'recheck-pull-requests'
       and state = 'created'`,
  );
  await until(house, `select exists (select from ${waiting} and start_after > now()) as is_done`);
}

/** Waits until everything that was found changed has been read, files included. */
const untilRead = (house: IngestRowsHouse): Promise<void> =>
  until(
    house,
    `select not exists (
       select from repository_sync
       where is_chosen
         and (phase <> 'incremental' or cursor is not null or read_at is null or changed_at > read_at))
       and not exists (select from look_again)
       and not exists (select from pull_request_part where reason = 'not-read') as is_done`,
  );

async function until(house: IngestRowsHouse, text: string): Promise<void> {
  for (;;) {
    const [row] = await house.query(text);
    if (row?.['is_done'] === true) return;
    await sleep(250);
  }
}

const count = async (house: IngestRowsHouse, from: string): Promise<number> =>
  Number((await house.query(`select count(*) from ${from}`))[0]?.['count']);

async function control(house: IngestRowsHouse, body: object): Promise<void> {
  const address = `${house.github.origin}/_emulator/clock`;
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`GitHub's clock stands: ${await answer.text()}`);
}
