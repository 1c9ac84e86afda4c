import type { OfferedRepository } from '@throughline/contract';
import type { RepositoryRecord } from '@throughline/github';

/** A repository as the wizard offers it. */
export const toOffered = (repository: RepositoryRecord): OfferedRepository => ({
  githubId: repository.githubId,
  fullName: `${repository.owner}/${repository.name}`,
  visibility: repository.visibility,
  isArchived: repository.isArchived,
  isFork: repository.isFork,
  ...(repository.pushedAt === undefined ? {} : { pushedAt: repository.pushedAt.toISOString() }),
  ...(repository.pullRequestTotal === undefined ? {} : { pullRequestTotal: repository.pullRequestTotal }),
});
