/**
 * The emulated world as the server reads it. Records are plain immutable values; a source makes them lazily, so that
 * a repository of a million pull requests costs a few bytes a pull request at most, and nothing before it is read.
 */
import type { AccountRecord, Instant, OrganisationRecord, TeamRecord } from './account-record.ts';
import type { LabelRecord } from './label-record.ts';
import type {
  CommitRecord,
  ConversationCommentRecord,
  PullRequestRecord,
  PullRequestState,
  ReviewCommentRecord,
  ReviewRecord,
  ReviewThreadRecord,
} from './pull-request-record.ts';
import type { IssueRecord, RepositoryRecord } from './repository-record.ts';
import type { TimelineEventRecord } from './timeline-event-record.ts';

export type * from './account-record.ts';
export type * from './label-record.ts';
export type * from './pull-request-record.ts';
export type * from './repository-record.ts';
export type * from './reviewer-record.ts';
export type * from './timeline-event-record.ts';

/** What one source (recorded, git, procedural, crafted) puts into the world. */
export interface WorldSource {
  readonly accounts: readonly AccountRecord[];
  readonly organisations: readonly OrganisationRecord[];
  readonly repositories: readonly RepositorySource[];
  /** The instant it shows, where it lives. */
  readonly now?: Instant;
  /** The same source at another instant, earlier or later; absent where nothing ever changes. */
  readonly at?: (instant: Instant) => WorldSource;
}

/** One repository, read lazily. Every method is a pure function of its arguments. */
export interface RepositorySource {
  readonly record: RepositoryRecord;
  readonly labels: readonly LabelRecord[];
  /** How many pull requests are in one of `states` (all states when undefined). */
  countPullRequests(states?: readonly PullRequestState[]): number;
  /** Numbers in the asked order; makes no pull request. */
  listPullRequests(query: PullRequestListQuery): NumberPage;
  pullRequest(number: number): PullRequestRecord | undefined;
  countIssues(states?: readonly IssueRecord['state'][]): number;
  listIssues(query: IssueListQuery): NumberPage;
  /** Issues proper; a pull request is not found here. */
  issue(number: number): IssueRecord | undefined;
  /** Any commit known in the repository: of the default branch or of a pull request. */
  commit(oid: string): CommitRecord | undefined;
  countHistory(): number;
  /** Commits of the default branch, newest first, by offset. */
  listHistory(range: { readonly skip: number; readonly first: number }): readonly CommitRecord[];
}

interface NumberListQuery {
  readonly orderBy: 'CREATED_AT' | 'UPDATED_AT';
  readonly direction: 'ASC' | 'DESC';
  /** Continue behind this position: an entry's `position` under the same `orderBy`, whichever the direction. */
  readonly after?: number | undefined;
  /** Leave out that many matching entries first: REST's pages. */
  readonly skip?: number | undefined;
  readonly first: number;
}

export interface PullRequestListQuery extends NumberListQuery {
  readonly states?: readonly PullRequestState[] | undefined;
}

export interface IssueListQuery extends NumberListQuery {
  readonly states?: readonly IssueRecord['state'][] | undefined;
}

export interface NumberPage {
  /**
   * `position` is what a cursor holds: the entry's own sort key, so it stays right when others come or move. Walking
   * backwards (`last`, `before`) is listing in the other direction after the same position.
   */
  readonly entries: readonly { readonly number: number; readonly position: number }[];
  /** Matching entries in all, whatever `after` and `first`. */
  readonly totalCount: number;
  /** Whether a matching entry lies before the first, or behind the last, of these. */
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

/** Everything together: what the server serves. */
export interface World {
  readonly organisations: readonly OrganisationRecord[];
  readonly repositories: readonly RepositorySource[];
  findAccount(id: number): AccountRecord | undefined;
  /** Case does not matter; `[bot]` may be there or not. */
  findAccountByLogin(login: string): AccountRecord | undefined;
  findOrganisation(login: string): OrganisationRecord | undefined;
  findTeam(id: number): TeamRecord | undefined;
  /** Users (and organisations when asked) whose login, name or public e-mail matches, best first. */
  searchAccounts(query: AccountSearchQuery): readonly AccountRecord[];
  organisationsOf(accountId: number): readonly OrganisationRecord[];
  repositoriesOf(ownerId: number): readonly RepositorySource[];
  findRepository(id: number): RepositorySource | undefined;
  /** `isRedirected`: found under a former name, so REST answers 301 to `/repositories/:id`. */
  findRepositoryByName(owner: string, name: string): FoundRepository | undefined;
  findNode(nodeId: string): WorldNode | undefined;
}

export interface FoundRepository {
  readonly source: RepositorySource;
  readonly isRedirected: boolean;
}

export interface AccountSearchQuery {
  readonly text: string;
  /** GitHub's `in:` qualifier; all three when undefined. */
  readonly fields?: readonly ('login' | 'name' | 'email')[] | undefined;
  readonly kinds?: readonly AccountRecord['kind'][] | undefined;
}

/** What a node id stands for; children carry the pull request and the repository they belong to. */
export type WorldNode =
  | { readonly kind: 'account'; readonly account: AccountRecord }
  | { readonly kind: 'team'; readonly team: TeamRecord }
  | { readonly kind: 'repository'; readonly repository: RepositorySource }
  | { readonly kind: 'label'; readonly repository: RepositorySource; readonly label: LabelRecord }
  | { readonly kind: 'commit'; readonly repository: RepositorySource; readonly commit: CommitRecord }
  | { readonly kind: 'issue'; readonly repository: RepositorySource; readonly issue: IssueRecord }
  | {
      readonly kind: 'issueComment';
      readonly repository: RepositorySource;
      readonly issue: IssueRecord;
      readonly comment: ConversationCommentRecord;
    }
  | ({ readonly repository: RepositorySource; readonly pull: PullRequestRecord } & PullRequestNode);

export type PullRequestNode =
  | { readonly kind: 'pullRequest' }
  | { readonly kind: 'review'; readonly review: ReviewRecord }
  | { readonly kind: 'thread'; readonly thread: ReviewThreadRecord }
  | {
      readonly kind: 'reviewComment';
      readonly thread: ReviewThreadRecord;
      readonly comment: ReviewCommentRecord;
    }
  | { readonly kind: 'comment'; readonly comment: ConversationCommentRecord }
  | { readonly kind: 'event'; readonly event: TimelineEventRecord };
