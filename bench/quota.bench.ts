import { fetchSpent, isRest, sum } from './bill.ts';
import { startIngestRowsHouse } from './ingest-rows-house.ts';
import { prepareToConnect, setUp, waitUntilRead } from './read-all.ts';

/** The product's promise: a thousand pull requests with everything that hangs on them, files included. */
const limits = { points: 60, rest_requests: 60 } as const;

/**
 * What GitHub charges for reading a thousand pull requests of average shape (3 reviews, 5 review comments, 4 commits,
 * 8 files, 6 events, with the procedural tail) for the first time, from the moment the organisation is connected: `points` of GraphQL,
 * `rest_requests`, `cpu_s` of GitHub's time by its model. By the emulator's bill.
 */
export const measure = async (): Promise<Readonly<Record<string, number>>> => {
  await using house = await startIngestRowsHouse({ pulls: 1_000, repositories: 1 });
  const reader = await setUp(house);
  const connect = await prepareToConnect(reader, house.github);
  const spent = await fetchSpent(house.github.origin, async () => {
    await connect();
    await waitUntilRead(reader);
  });
  const { pulls = 0 } = await house.countContent();
  const figures = {
    pulls,
    points: sum(spent, (line) => (isRest(line) ? 0 : line.points)),
    rest_requests: sum(spent, (line) => (isRest(line) ? line.count : 0)),
    cpu_s: Math.round(sum(spent, ({ cpuSeconds }) => cpuSeconds) * 10) / 10,
  };
  const isKept = figures.points <= limits.points && figures.rest_requests <= limits.rest_requests;
  if (!isKept)
    throw new Error(`More than promised: ${JSON.stringify(figures)}, at most ${JSON.stringify(limits)}.`);
  return figures;
};
