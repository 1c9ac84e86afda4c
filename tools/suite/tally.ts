import type { Outcome } from '../running/run-program.ts';

/** How a step of the suite ended, in tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0 };

export function addTallies(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Reads what Vitest's JSON reporter wrote; `text` is undefined when it wrote nothing. */
export function parseVitestTally(text: string | undefined, exitCode: number): Tally {
  const report: unknown = text === undefined ? undefined : JSON.parse(text);
  return toHonestTally(
    {
      passed: findCount(report, 'numPassedTests'),
      failed: findCount(report, 'numFailedTests'),
      skipped: findCount(report, 'numPendingTests') + findCount(report, 'numTodoTests'),
    },
    exitCode,
  );
}

/** Reads the last line of the form `12 passed, 0 failed` that a program of ours printed. */
export function parsePrintedTally({ output, exitCode }: Outcome): Tally {
  const line = [...output.matchAll(/^(\d+) passed, (\d+) failed\b/gm)].at(-1);
  return toHonestTally(
    { passed: Number(line?.[1] ?? 0), failed: Number(line?.[2] ?? 0), skipped: 0 },
    exitCode,
  );
}

/** For a program that counts nothing: one pass or one failure. */
export function toSingleTally({ exitCode }: Outcome): Tally {
  return exitCode === 0 ? { ...emptyTally, passed: 1 } : { ...emptyTally, failed: 1 };
}

/** A run that failed outside its tests, or that ran no test at all, has not passed. */
function toHonestTally(tally: Tally, exitCode: number): Tally {
  const hasRun = tally.passed + tally.failed > 0;
  const isExplained = tally.failed > 0 || (exitCode === 0 && hasRun);
  return isExplained ? tally : { ...tally, failed: 1 };
}

function findCount(report: unknown, name: string): number {
  if (typeof report !== 'object' || report === null) return 0;
  const value: unknown = Object.entries(report).find(([key]) => key === name)?.[1];
  return typeof value === 'number' ? value : 0;
}
