import { minutesOfComputingSecond, type OfferedRepository, readingPrices } from '@throughline/contract';
import type { RepositoryChoice } from './wizard-state.ts';

/** Which of the offered repositories a choice takes now. */
export const chooseRepositories = (
  offered: readonly OfferedRepository[],
  { kind, picked, includesArchived, includesForks }: RepositoryChoice,
): readonly OfferedRepository[] => {
  if (kind === 'some') {
    const ids = new Set(picked);
    return offered.filter(({ githubId }) => ids.has(githubId));
  }
  return offered.filter(
    ({ isArchived, isFork }) => (includesArchived || !isArchived) && (includesForks || !isFork),
  );
};

export interface Estimate {
  readonly repositories: number;
  /** Of the repositories whose pull requests are counted. */
  readonly pullRequests: number;
  /** Repositories whose pull requests are not counted yet. */
  readonly uncounted: number;
  /** Of GraphQL’s quota. */
  readonly points: number;
  readonly restRequests: number;
  /** Minutes, as a range. */
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** What a first reading takes, by what repositories of average shape cost. */
export const estimateReading = (chosen: readonly OfferedRepository[]): Estimate => {
  const totals = chosen.flatMap(({ pullRequestTotal }) => pullRequestTotal ?? []);
  const prices = totals.filter((total) => total > 0).map(toPrice);
  const computingSeconds = sum(prices.map((price) => price.computingSeconds));
  return {
    repositories: chosen.length,
    pullRequests: sum(totals),
    uncounted: chosen.length - totals.length,
    points: Math.round(sum(prices.map(({ points }) => points))),
    restRequests: Math.round(sum(prices.map(({ restRequests }) => restRequests))),
    fromMinutes: Math.max(1, Math.ceil(computingSeconds * minutesOfComputingSecond.from)),
    toMinutes: Math.max(1, Math.ceil(computingSeconds * minutesOfComputingSecond.to)),
  };
};

const toPrice = (total: number) => {
  const { points, restRequests, computingSecondsEach } =
    readingPrices.find(({ pullRequestsAtMost }) => total <= pullRequestsAtMost) ?? readingPrices[2];
  return {
    points: points.base + points.each * total,
    restRequests: restRequests.base + restRequests.each * total,
    computingSeconds: computingSecondsEach * total,
  };
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
