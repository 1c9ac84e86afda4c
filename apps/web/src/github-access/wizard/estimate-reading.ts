import type { OfferedRepository } from '@throughline/contract';
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
  readonly requests: number;
  /** Minutes, as a range. */
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** Pull requests in one page of the usual query. */
const pageSize = 25;
/** What GitHub's limit on computing time a minute lets one token read: 300 to 500 pull requests a minute. */
const perMinute = { slow: 300, fast: 500 };

/** What a first reading takes: a request for each started page, and one more a repository to find its end. */
export const estimateReading = (chosen: readonly OfferedRepository[]): Estimate => {
  const totals = chosen.flatMap(({ pullRequestTotal }) => pullRequestTotal ?? []);
  const pullRequests = totals.reduce((sum, total) => sum + total, 0);
  const pages = totals.reduce((sum, total) => sum + Math.ceil(total / pageSize), 0);
  return {
    repositories: chosen.length,
    pullRequests,
    uncounted: chosen.length - totals.length,
    requests: pages + chosen.length,
    fromMinutes: Math.max(1, Math.ceil(pullRequests / perMinute.fast)),
    toMinutes: Math.max(1, Math.ceil(pullRequests / perMinute.slow)),
  };
};
