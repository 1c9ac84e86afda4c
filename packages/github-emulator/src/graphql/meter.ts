import type { ExecutionCount } from '../cost/cpu-seconds.ts';
import { GitHubError } from '../http/github-error.ts';
import type { RepositorySource } from '../world/model.ts';

/** Counts what an execution touches. `addNodes` throws once an answer grows over the resource limit. */
export type Meter = {
  addNodes(count: number): void;
  touchRepository(repository: RepositorySource): void;
  touchFiles(): void;
  touchChecks(): void;
  count(): ExecutionCount;
  hasPassedLimit(): boolean;
};

export function createMeter(limits: {
  readonly resourceLimitNodes: number;
  readonly largeRepositoryPullRequests: number;
}): Meter {
  const counted = { nodes: 0, pullRequestsWithFiles: 0, commitsWithChecks: 0, isLargeRepository: false };
  const seen = new Set<RepositorySource>();
  return {
    addNodes(count) {
      if (counted.nodes + count > limits.resourceLimitNodes) {
        counted.nodes = limits.resourceLimitNodes + 1;
        throw new GitHubError(200, 'Resource limits for this query exceeded.', {
          graphqlType: 'RESOURCE_LIMITS_EXCEEDED',
        });
      }
      counted.nodes += count;
    },
    touchRepository(repository) {
      if (seen.has(repository)) return;
      seen.add(repository);
      if (repository.countPullRequests() > limits.largeRepositoryPullRequests)
        counted.isLargeRepository = true;
    },
    touchFiles() {
      counted.pullRequestsWithFiles += 1;
    },
    touchChecks() {
      counted.commitsWithChecks += 1;
    },
    count: () => ({ ...counted }),
    hasPassedLimit: () => counted.nodes > limits.resourceLimitNodes,
  };
}
