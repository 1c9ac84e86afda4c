import * as z from 'zod';

const bill = z.object({
  lines: z.array(
    z.object({ operation: z.string(), count: z.number(), points: z.number(), cpuSeconds: z.number() }),
  ),
});

/** What one operation cost at the emulated GitHub. */
export type BillLine = z.output<typeof bill>['lines'][number];

/** What was spent while something happened, by operation; printed line by line. */
export async function fetchSpent(origin: string, happen: () => Promise<void>): Promise<readonly BillLine[]> {
  const before = await fetchBill(origin);
  await happen();
  const spent = (await fetchBill(origin))
    .map((line) => subtract(line, before))
    .filter(({ count }) => count > 0);
  for (const { operation, count, points, cpuSeconds } of spent) {
    console.log(`${operation.padEnd(44)} ${count} asked, ${points} points, ${cpuSeconds.toFixed(1)} s`);
  }
  return spent;
}

/** What everything has cost so far, by operation. */
export async function fetchBill(origin: string): Promise<readonly BillLine[]> {
  const answer = await fetch(`${origin}/_emulator/bill`);
  return bill.parse(await answer.json()).lines;
}

function subtract(line: BillLine, before: readonly BillLine[]): BillLine {
  const { count, points, cpuSeconds } = before.find(({ operation }) => operation === line.operation) ?? none;
  return {
    operation: line.operation,
    count: line.count - count,
    points: line.points - points,
    cpuSeconds: line.cpuSeconds - cpuSeconds,
  };
}

const none = { count: 0, points: 0, cpuSeconds: 0 };

/** Whether an operation is charged to the REST bucket. */
export const isRest = ({ operation }: BillLine): boolean => operation.startsWith('GET ');

export const sum = (lines: readonly BillLine[], of: (line: BillLine) => number): number =>
  lines.reduce((total, line) => total + of(line), 0);

/** Requests of a bill, of whatever kind. */
export const countRequests = (lines: readonly BillLine[]): number => sum(lines, ({ count }) => count);
