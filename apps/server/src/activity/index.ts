export { forgetOldChanges } from './changes.sql.ts';
export { deleteFilesOf, deletePullRequestsOf, deleteRepositoriesOf } from './delete-activity.sql.ts';
export type {
  CommitFacts,
  EventFacts,
  FieldPart,
  FileFacts,
  ListFacts,
  PartReason,
  PullRequestContent,
  PullRequestFacts,
  ReviewCommentFacts,
  ReviewRequestFacts,
} from './facts.ts';
export type { RepositoryFacts } from './merge-repository.ts';
export {
  type RepositoriesWritten,
  upsertRepositories,
} from './repositories.sql.ts';
export {
  type FilesBatch,
  markPullRequestsGone,
  type WriteResult,
  writeFiles,
  writePullRequests,
} from './write-pull-requests.sql.ts';
