import type { ModelConstants } from '../model/constants.data.ts';

/** What one GraphQL execution really touched. */
export type ExecutionCount = {
  readonly nodes: number;
  readonly pullRequestsWithFiles: number;
  readonly commitsWithChecks: number;
  readonly isLargeRepository: boolean;
};

/** CPU-seconds GitHub is assumed to spend on a GraphQL request. */
export function graphqlCpuSeconds(constants: ModelConstants, count: ExecutionCount): number {
  const cpu = constants.graphqlCpu;
  const seconds =
    cpu.baseSeconds +
    cpu.perNodeSeconds * count.nodes +
    cpu.perPullRequestWithFilesSeconds * count.pullRequestsWithFiles +
    cpu.perCommitWithChecksSeconds * count.commitsWithChecks;
  return count.isLargeRepository ? seconds * cpu.largeRepositoryFactor : seconds;
}

/** CPU-seconds GitHub is assumed to spend on a REST request that answers `items` objects. */
export function restCpuSeconds(constants: ModelConstants, items: number): number {
  return constants.restCpu.baseSeconds + constants.restCpu.perItemSeconds * items;
}
