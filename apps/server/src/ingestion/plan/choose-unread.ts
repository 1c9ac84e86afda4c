import type { RepositoryToRead } from './estimate-repository.ts';
import type { PlannedRepository } from './load-repositories.sql.ts';

export type PlanScope = 'missing' | 'everything';

export interface Gapped {
  readonly pullRequests: number;
  readonly repositories: number;
}

/** What was read and is missing all the same: a plan does not read it, *Repair* asks for it again. */
export function countGapped(repositories: readonly PlannedRepository[]): Gapped {
  const gapped = repositories.filter((repository) => repository.gapped > 0);
  return {
    pullRequests: gapped.reduce((sum, repository) => sum + repository.gapped, 0),
    repositories: gapped.length,
  };
}

/** What of a repository a plan is about; undefined where there is nothing to read, or nothing is known of it. */
export function findUnread(
  { total, isComplete, held, passed, filesAsked, pageSize, filesSize }: PlannedRepository,
  scope: PlanScope,
): RepositoryToRead | undefined {
  if (total === undefined) return undefined;
  // Of one that has been read to its end, what came since is read within minutes.
  const pullRequests = scope === 'everything' ? total : isComplete ? 0 : Math.max(0, total - passed);
  if (pullRequests === 0) return undefined;
  const isHere = scope === 'everything' ? Math.min(held, total) : Math.max(0, held - passed);
  const files = Math.max(0, total - Math.max(filesAsked, 0));
  return { total, pullRequests, isHere: Math.min(isHere, pullRequests), files, pageSize, filesSize };
}
