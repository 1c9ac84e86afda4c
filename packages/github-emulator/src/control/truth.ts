import type { Scenario } from '../world/create-scenario.ts';
import type {
  Instant,
  PullRequestRecord,
  PullRequestState,
  RepositoryRecord,
  RepositorySource,
} from '../world/model.ts';

/** A repository as it is, or as it was before it was deleted. */
export type TruthRepository = {
  readonly id: number;
  readonly nodeId: string;
  readonly fullName: string;
  readonly ownerId: number;
  readonly visibility: RepositoryRecord['visibility'];
  readonly isArchived: boolean;
  readonly isGone: boolean;
  /** 0 once it is gone. */
  readonly pullRequests: number;
};

/** A pull request as a perfect reader holds it now: where it stands, and how much hangs on it. */
export type TruthPullRequest = {
  readonly number: number;
  readonly id: number;
  readonly nodeId: string;
  readonly state: PullRequestState;
  readonly isDraft: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
  readonly mergedAt: Instant | null;
  /** null: the ghost. */
  readonly authorId: number | null;
  readonly baseRefName: string;
  readonly headRefOid: string;
  readonly counts: Readonly<Record<CountedList, number>> & {
    /** null: GitHub does not tell. */
    readonly files: number | null;
    readonly reviewComments: number;
  };
  readonly keys: TruthKeys;
};

/** Each list entry by entry, in GitHub's order: what tells it apart, and what of it may change. */
export type TruthKeys = {
  /** `id state`. */
  readonly reviews: readonly string[];
  /** `node-id resolved` or `node-id open`. */
  readonly threads: readonly string[];
  /** `id updated-at`. */
  readonly reviewComments: readonly string[];
  /** `id updated-at`. */
  readonly comments: readonly string[];
  /** Object names. */
  readonly commits: readonly string[];
  /** Paths; null: GitHub does not tell. */
  readonly files: readonly string[] | null;
  /** `kind created-at`. */
  readonly events: readonly string[];
  /** Names. */
  readonly labels: readonly string[];
  /** Ids. */
  readonly assignees: readonly string[];
  /** `account id` or `team id`. */
  readonly requestedReviewers: readonly string[];
  /** Numbers. */
  readonly closingIssues: readonly string[];
};

type CountedList =
  | 'reviews'
  | 'threads'
  | 'comments'
  | 'commits'
  | 'events'
  | 'labels'
  | 'assignees'
  | 'requestedReviewers';

/** Every repository there is, then those that were there and are gone; whoever may see them. */
export function listTrueRepositories({ world, gone }: Scenario): readonly TruthRepository[] {
  return [
    ...world.repositories.map((source) => toRepository(source.record, source.countPullRequests())),
    ...gone().map((record) => toRepository(record, undefined)),
  ];
}

/** Row by row in the order of numbers. Throws when there is no such repository: `owner/name`, or its id. */
export function* listTruePullRequests(scenario: Scenario, repository: string): Generator<TruthPullRequest> {
  const source = findSource(scenario, repository);
  let after: number | undefined;
  for (;;) {
    const page = source.listPullRequests({ orderBy: 'CREATED_AT', direction: 'ASC', first: 100, after });
    for (const { number, position } of page.entries) {
      after = position;
      const pull = source.pullRequest(number);
      if (pull !== undefined) yield toRow(pull);
    }
    if (!page.hasNextPage) return;
  }
}

/** Those of these accounts that are there; a reader may know others, who have left GitHub since. */
export const findTrueAccounts = ({ world }: Scenario, ids: readonly number[]): readonly number[] =>
  ids.filter((id) => world.findAccount(id) !== undefined);

function findSource({ world }: Scenario, repository: string): RepositorySource {
  const [owner = '', name] = repository.split('/');
  const found =
    name === undefined
      ? world.findRepository(Number(owner))
      : world.findRepositoryByName(owner, name)?.source;
  if (found === undefined) throw new Error(`There is no repository ${repository}: say owner/name, or an id.`);
  return found;
}

function toRepository(record: RepositoryRecord, pullRequests: number | undefined): TruthRepository {
  return {
    id: record.id,
    nodeId: record.nodeId,
    fullName: `${record.owner.login}/${record.name}`,
    ownerId: record.owner.id,
    visibility: record.visibility,
    isArchived: record.isArchived,
    isGone: pullRequests === undefined,
    pullRequests: pullRequests ?? 0,
  };
}

function toRow(pull: PullRequestRecord): TruthPullRequest {
  const { number, id, nodeId, state, isDraft, createdAt, updatedAt, baseRefName, headRefOid } = pull;
  const count = (list: CountedList): number => pull[list].length;
  return {
    number,
    id,
    nodeId,
    state,
    isDraft,
    createdAt,
    updatedAt,
    closedAt: pull.closedAt ?? null,
    mergedAt: pull.mergedAt ?? null,
    authorId: pull.author?.id ?? null,
    baseRefName,
    headRefOid,
    counts: {
      reviews: count('reviews'),
      threads: count('threads'),
      comments: count('comments'),
      commits: count('commits'),
      events: count('events'),
      labels: count('labels'),
      assignees: count('assignees'),
      requestedReviewers: count('requestedReviewers'),
      files: pull.files === 'unavailable' ? null : pull.files.length,
      reviewComments: pull.threads.reduce((sum, { comments }) => sum + comments.length, 0),
    },
    keys: toKeys(pull),
  };
}

function toKeys(pull: PullRequestRecord): TruthKeys {
  const toVersioned = (comment: { readonly id: number; readonly updatedAt: Instant }): string =>
    `${comment.id} ${comment.updatedAt}`;
  return {
    reviews: pull.reviews.map(({ id, state }) => `${id} ${state}`),
    threads: pull.threads.map(({ nodeId, isResolved }) => `${nodeId} ${isResolved ? 'resolved' : 'open'}`),
    reviewComments: pull.threads.flatMap(({ comments }) => comments.map(toVersioned)),
    comments: pull.comments.map(toVersioned),
    commits: pull.commits.map(({ oid }) => oid),
    files: pull.files === 'unavailable' ? null : pull.files.map(({ path }) => path),
    events: pull.events.map(({ kind, createdAt }) => `${kind} ${createdAt}`),
    labels: pull.labels.map(({ name }) => name),
    assignees: pull.assignees.map(({ id }) => String(id)),
    requestedReviewers: pull.requestedReviewers.map((one) =>
      one.kind === 'team' ? `team ${one.team.id}` : `account ${one.account.id}`,
    ),
    closingIssues: pull.closingIssueNumbers.map(String),
  };
}
