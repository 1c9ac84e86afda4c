import { setTimeout as sleep } from 'node:timers/promises';
import { type BillLine, fetchSpent, isRest, sum } from './bill.ts';
import { compareWithTruth } from './compare-with-truth.ts';
import { type IngestRowsHouse, startIngestRowsHouse } from './ingest-rows-house.ts';
import { prepareToConnect, setUp, waitUntilRead } from './read-all.ts';

/** The product's promise for an hour in which nothing happens in a thousand repositories. */
const limits = { points_per_h: 60, rest_per_h: 60 } as const;

/** A sweep is due nine minutes after the last one. */
const sweepsPerHour = 60 / 9;

const repositories = { small: 300, full: 1_000 } as const;

/**
 * What an hour costs in which nothing changes: `points_per_h`, and `rest_per_h`, REST requests that are counted (GitHub
 * counts none that answers 304; ours asks none). One sweep and one list of repositories are billed, the time between them
 * passes by making what the database remembers as much older. `missed` are differences between
 * the database and the truth after three days have passed at GitHub and one sweep here.
 */
export const measure = async (size: 'small' | 'full'): Promise<Readonly<Record<string, number>>> => {
  await using house = await startIngestRowsHouse({ pulls: 2_000, repositories: repositories[size] });
  const reader = await setUp(house);
  const connect = await prepareToConnect(reader, house.github);
  await connect();
  await waitUntilRead(reader);
  const swept = await fetchSpent(house.github.origin, () => passTime(house, 'swept_at'));
  const listed = await fetchSpent(house.github.origin, () => passTime(house, 'discovered_at'));
  const figures = {
    repositories: Number(
      (await house.query('select count(*) from repository_sync where is_chosen'))[0]?.['count'],
    ),
    points_per_h: toHourly(swept, listed, (line) => (isRest(line) ? 0 : line.points)),
    rest_per_h: toHourly(swept, listed, (line) => (isRest(line) ? line.count : 0)),
    missed: await countMissed(house),
  };
  const isKept =
    figures.points_per_h <= limits.points_per_h &&
    figures.rest_per_h <= limits.rest_per_h &&
    figures.missed === 0;
  if (!isKept)
    throw new Error(`More than promised: ${JSON.stringify(figures)}, at most ${JSON.stringify(limits)}.`);
  return figures;
};

const toHourly = (
  swept: readonly BillLine[],
  listed: readonly BillLine[],
  of: (line: BillLine) => number,
): number => Math.round((sum(swept, of) * sweepsPerHour + sum(listed, of)) * 10) / 10;

/** Makes one kind of look due and waits until it has happened; the other stays as it is. */
async function passTime(house: IngestRowsHouse, column: 'swept_at' | 'discovered_at'): Promise<void> {
  const other = column === 'swept_at' ? 'discovered_at' : 'swept_at';
  await house.query(
    `update connection_sync
     set ${column} = app_now() - interval '61 minutes', ${other} = app_now()`,
  );
  for (;;) {
    const [row] = await house.query(
      `select ${column} > app_now() - interval '1 minute' as is_done
       from connection_sync`,
    );
    if (row?.['is_done'] === true) return;
    await sleep(250);
  }
}

/** Lets three days pass at GitHub, and one sweep here. */
async function countMissed(house: IngestRowsHouse): Promise<number> {
  const body = JSON.stringify({ advanceSeconds: 3 * 86_400 });
  await fetch(`${house.github.origin}/_emulator/clock`, { method: 'POST', body });
  await passTime(house, 'swept_at');
  const endMs = Date.now() + 60_000;
  for (;;) {
    const differences = await compareWithTruth({ ...house, butTraceless: true });
    if (differences.length === 0) return 0;
    if (Date.now() > endMs) {
      for (const line of differences.slice(0, 10)) console.log(line.slice(0, 600));
      return differences.length;
    }
    await sleep(1_000);
  }
}
