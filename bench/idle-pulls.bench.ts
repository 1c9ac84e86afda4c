import { setTimeout as sleep } from 'node:timers/promises';
import { type BillLine, fetchSpent, isRest, sum } from './bill.ts';
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
 * passes by making what the database remembers as much older.
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
  };
  const isKept = figures.points_per_h <= limits.points_per_h && figures.rest_per_h <= limits.rest_per_h;
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
