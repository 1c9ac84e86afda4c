export { forgetOldChanges } from './changes.sql.ts';
export type {
  AssigneeFacts,
  ClosingIssueFacts,
  CommentFacts,
  CommitFacts,
  CommitPlaceFacts,
  EventFacts,
  FileFacts,
  LabelFacts,
  ListFacts,
  ListItems,
  PartReason,
  PullRequestContent,
  PullRequestFacts,
  ReviewCommentFacts,
  ReviewFacts,
  ReviewRequestFacts,
  ReviewThreadFacts,
} from './facts.ts';
export type { RepositoryFacts } from './merge-repository.ts';
export {
  type RepositoriesWritten,
  type RepositoryBatch,
  upsertRepositories,
} from './repositories.sql.ts';
export {
  markPullRequestsGone,
  type PullRequestBatch,
  type WriteResult,
  writePullRequests,
} from './write-pull-requests.sql.ts';
