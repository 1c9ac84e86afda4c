import { runSeeds } from './run-seeds.ts';

const seeds = { small: 20, full: 200 } as const;

/** The product's promise under faults. */
const limits = { differences: 0, request_ratio_max: 1.5 } as const;

/**
 * Reads made-up organisations while GitHub fails by a seeded plan, lets three weeks pass there, and compares the database
 * with the ledger of the truth row by row: `seeds`, `differences`, `request_ratio_max` (requests against an undisturbed
 * reading of the same organisation), `offences` (requests inside a limit's window beyond the first), `seed_s_max`.
 */
export const measure = async (size: 'small' | 'full'): Promise<Readonly<Record<string, number>>> => {
  const figures = await runSeeds({ first: 1, count: seeds[size] });
  const isKept =
    figures.differences <= limits.differences && figures.request_ratio_max <= limits.request_ratio_max;
  if (!isKept) throw new Error(`Not as promised: ${JSON.stringify(figures)}.`);
  return { ...figures };
};
