import * as z from 'zod';
import { startIngestRowsHouse } from './ingest-rows-house.ts';
import { prepareToConnect, waitUntilRead } from './read-all.ts';

/** The product's promise: a thousand pull requests with everything that hangs on them, files included. */
const limits = { points: 60, rest_requests: 60 } as const;

const bill = z.object({
  lines: z.array(
    z.object({ operation: z.string(), count: z.number(), points: z.number(), cpuSeconds: z.number() }),
  ),
});

/**
 * What GitHub charges for reading a thousand pull requests of average shape (3 reviews, 5 review comments, 4 commits,
 * 8 files, 6 events, with the procedural tail) for the first time, from the moment the organisation is connected: `points` of GraphQL,
 * `rest_requests`, `cpu_s` of GitHub's time by its model. By the emulator's bill.
 */
export const measure = async (): Promise<Readonly<Record<string, number>>> => {
  await using house = await startIngestRowsHouse({ pulls: 1_000, repositories: 1 });
  const { reader, connect } = await prepareToConnect(house);
  const before = await fetchBill(house.github.origin);
  await connect();
  await waitUntilRead(reader);
  const after = await fetchBill(house.github.origin);
  const { pulls = 0 } = await house.countContent();
  const spent = after.map((line) => subtract(line, before));
  for (const { operation, count, points, cpuSeconds } of spent) {
    if (count > 0)
      console.log(`${operation.padEnd(44)} ${count} asked, ${points} points, ${cpuSeconds.toFixed(1)} s`);
  }
  const figures = {
    pulls,
    points: sum(spent, ({ operation, points }) => (isRest(operation) ? 0 : points)),
    rest_requests: sum(spent, ({ operation, count }) => (isRest(operation) ? count : 0)),
    cpu_s: Math.round(sum(spent, ({ cpuSeconds }) => cpuSeconds) * 10) / 10,
  };
  const isKept = figures.points <= limits.points && figures.rest_requests <= limits.rest_requests;
  if (!isKept)
    throw new Error(`More than promised: ${JSON.stringify(figures)}, at most ${JSON.stringify(limits)}.`);
  return figures;
};

type Line = z.output<typeof bill>['lines'][number];

const fetchBill = async (origin: string): Promise<readonly Line[]> => {
  const answer = await fetch(`${origin}/_emulator/bill`);
  return bill.parse(await answer.json()).lines;
};

function subtract(line: Line, before: readonly Line[]): Line {
  const { count, points, cpuSeconds } = before.find(({ operation }) => operation === line.operation) ?? none;
  return {
    operation: line.operation,
    count: line.count - count,
    points: line.points - points,
    cpuSeconds: line.cpuSeconds - cpuSeconds,
  };
}

const none = { count: 0, points: 0, cpuSeconds: 0 };

const isRest = (operation: string): boolean => operation.startsWith('GET ');

const sum = (lines: readonly Line[], of: (line: Line) => number): number =>
  lines.reduce((total, line) => total + of(line), 0);
