import type * as z from 'zod';

/** One question to GitHub: its text, the fields used of the answer, and what it costs. */
export interface Operation<Variables extends Readonly<Record<string, unknown>>, Data> {
  /** As GitHub's logs and ours name it. */
  readonly name: string;
  /** Asks for `rateLimit { cost }` too, so that the charge is known. */
  readonly text: string;
  readonly data: z.ZodType<Data>;
  /** Requests by GitHub's published formula: every connection costs one for each parent it may have. */
  readonly requests: (variables: Variables) => number;
}

/** Points of a query: requests ÷ 100, rounded, at least 1 (GitHub, "Rate limits and query limits for the GraphQL API"). */
export const toPoints = (requests: number): number => Math.max(1, Math.round(requests / 100));
