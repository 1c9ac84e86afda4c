import { runSeeds } from './run-seeds.ts';

const seeds = { small: 20, full: 200 } as const;

/** The product's promise under faults. */
const limits = { differences: 0, request_ratio_max: 1.5, offences: 0 } as const;

/**
 * Reads made-up organisations while GitHub fails by a seeded plan, limits on and tokens revoked, under a virtual clock;
 * lets a day and three weeks pass there, and compares the database with the ledger of the truth row by row: `seeds`,
 * `differences`, `request_ratio_max`, `offences` (requests inside a limit's window beyond the first), `seed_s_max` (real
 * time of ten side by side, by their number).
 *
 * The ratio is of requests for reading, against the same organisation read by the same product in the same time without
 * faults; what the plan renamed and deleted is renamed and deleted there too, once both have been read.
 */
export const measure = async (size: 'small' | 'full'): Promise<Readonly<Record<string, number>>> => {
  const figures = await runSeeds({ first: 1, count: seeds[size] });
  const isKept =
    figures.differences <= limits.differences &&
    figures.request_ratio_max <= limits.request_ratio_max &&
    figures.offences <= limits.offences;
  if (!isKept) throw new Error(`Not as promised: ${JSON.stringify(figures)}.`);
  return { ...figures };
};
