import type { PullRequestNode, PullRequestRecord, RepositorySource, World, WorldNode } from './model.ts';
import { type NodeAddress, parseNodeId } from './node-id.ts';

/** The object behind a node id, found by walking its address. */
export function findWorldNode(world: World, nodeId: string): WorldNode | undefined {
  const address = parseNodeId(nodeId);
  if (address === undefined) return undefined;
  if (address.kind === 'account') {
    const account = world.findAccount(address.id);
    return account?.kind === address.accountKind ? { kind: 'account', account } : undefined;
  }
  if (address.kind === 'team') {
    const team = world.findTeam(address.id);
    return team && { kind: 'team', team };
  }
  const repository = world.findRepository(address.repositoryId);
  return repository && findInRepository(repository, address);
}

type RepositoryAddress = Exclude<NodeAddress, { kind: 'account' | 'team' }>;
type PullRequestAddress = Exclude<RepositoryAddress, { kind: 'repository' | 'commit' | 'label' | 'issue' }>;

function findInRepository(repository: RepositorySource, address: RepositoryAddress): WorldNode | undefined {
  switch (address.kind) {
    case 'repository':
      return { kind: 'repository', repository };
    case 'commit': {
      const commit = repository.commit(address.oid);
      return commit && { kind: 'commit', repository, commit };
    }
    case 'label': {
      const label = repository.labels[address.ordinal];
      return label && { kind: 'label', repository, label };
    }
    case 'issue': {
      const issue = repository.issue(address.number);
      return issue && { kind: 'issue', repository, issue };
    }
    default:
      return findUnderNumber(repository, address);
  }
}

function findUnderNumber(repository: RepositorySource, address: PullRequestAddress): WorldNode | undefined {
  const pull = repository.pullRequest(address.number);
  if (pull !== undefined) {
    const node = findInPullRequest(pull, address);
    return node && { ...node, repository, pull };
  }
  const issue = address.kind === 'comment' ? repository.issue(address.number) : undefined;
  const comment = address.kind === 'comment' ? issue?.comments[address.ordinal] : undefined;
  return issue && comment && { kind: 'issueComment', repository, issue, comment };
}

function findInPullRequest(
  pull: PullRequestRecord,
  address: PullRequestAddress,
): PullRequestNode | undefined {
  switch (address.kind) {
    case 'pullRequest':
      return { kind: 'pullRequest' };
    case 'review': {
      const review = pull.reviews[address.ordinal];
      return review && { kind: 'review', review };
    }
    case 'thread': {
      const thread = pull.threads[address.ordinal];
      return thread && { kind: 'thread', thread };
    }
    case 'reviewComment': {
      const thread = pull.threads[address.thread];
      const comment = thread?.comments[address.ordinal];
      return thread && comment && { kind: 'reviewComment', thread, comment };
    }
    case 'comment': {
      const comment = pull.comments[address.ordinal];
      return comment && { kind: 'comment', comment };
    }
    default: {
      const event = pull.events[address.ordinal];
      return event && { kind: 'event', event };
    }
  }
}
