export { createGitHubClient, type GitHubClientOptions } from './client/create-github-client.ts';
export type { FetchFunction } from './client/fetch-function.ts';
export type { GitHubClient, GraphqlAnswer, GraphqlCall, RestAnswer } from './client/github-client.ts';
export { type Clock, createPacer, type Pacer } from './client/pacer.ts';
export { GitHubFailure, type GitHubFailureDetails, type GitHubFailureKind } from './github-failure.ts';
export { type HostAddress, type HostKind, type HostUrls, toHostKind, toHostUrls } from './hosts.ts';
export type {
  OrganisationSeen,
  RateSeen,
  TokenIdentity,
  TokenKind,
  TokenReport,
} from './inspect-token/token-report.ts';
export {
  openGate,
  type QuotaDecision,
  type QuotaGate,
  type QuotaLane,
  type QuotaObservation,
  type QuotaRequest,
  type QuotaResource,
  type QuotaSnapshot,
  type WaitReason,
} from './quota/quota-gate.ts';
export { QuotaWait } from './quota/quota-wait.ts';
export { listOrganisationMembers } from './reads/list-organisation-members.ts';
export { type OrganisationRecord, readOrganisation } from './reads/read-organisation.ts';
export {
  type AccountKind,
  type AccountRecord,
  type ActorRecord,
  type Ghost,
  ghost,
} from './records/account-record.ts';
export type { Connection, UnavailableReason } from './records/connection.ts';
export type { LabelRecord } from './records/label-record.ts';
export type {
  ClosingIssueRecord,
  CommentRecord,
  FileRecord,
  GitPersonRecord,
  PullRequestCommitRecord,
  PullRequestRecord,
  ReviewCommentRecord,
  ReviewRecord,
  ReviewRequestRecord,
  ReviewThreadRecord,
  StatedSize,
} from './records/pull-request-record.ts';
export type { RepositoryRecord } from './records/repository-record.ts';
export type { ReviewerRecord } from './records/reviewer-record.ts';
export type { TimelineEventKind, TimelineEventRecord } from './records/timeline-event-record.ts';
