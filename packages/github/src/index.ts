export {
  type Action,
  type ActionPermission,
  actionPermissions,
} from './apps/action-permissions.data.ts';
export { type AppClient, createAppClient } from './apps/app-client.ts';
export { type AppData, type AppPermission, appPermissions } from './apps/app-permissions.data.ts';
export type { AppRecord } from './apps/app-record.ts';
export { type ConvertedApp, convertManifest } from './apps/convert-manifest.ts';
export { endInstallation } from './apps/end-installation.ts';
export {
  findInstallation,
  type Installation,
  listInstallations,
  listOwnInstallationIds,
} from './apps/installations.ts';
export { mintInstallationToken, mostRepositories } from './apps/mint-installation-token.ts';
export { parsePrivateKey } from './apps/parse-private-key.ts';
export { privateKeyProblems } from './apps/private-key-problems.data.ts';
export { readApp } from './apps/read-app.ts';
export { holdsLevel, listUnheld, toActionPermissions } from './apps/to-action-permissions.ts';
export {
  listWithheld,
  narrowPermissions,
  type Permissions,
  toAppPermissions,
} from './apps/to-app-permissions.ts';
export { toAppSettingsUrl } from './apps/to-app-settings-url.ts';
export { toManifest, toManifestAddress } from './apps/to-manifest.ts';
export { createGitHubClient, type GitHubClientOptions } from './client/create-github-client.ts';
export type { FetchFunction } from './client/fetch-function.ts';
export type { GitHubClient, GraphqlAnswer, GraphqlCall, RestAnswer } from './client/github-client.ts';
export { paceLimits } from './client/pace-limits.data.ts';
export { type Clock, createPacer, type Pacer } from './client/pacer.ts';
export type { RenewedToken } from './client/renewed-token.ts';
export { type HostDoor, requestOnce } from './client/request-once.ts';
export { type TokenKind, toTokenKind } from './client/to-token-kind.ts';
export { GitHubFailure, type GitHubFailureDetails, type GitHubFailureKind } from './github-failure.ts';
export { createHostSchema, type HostSchema } from './graphql/host-schema.ts';
export type { OptionalField } from './graphql/optional-fields.data.ts';
export { judgeServerVersion, type ServerVersionVerdict } from './hosts/judge-server-version.ts';
export { readHost } from './hosts/read-host.ts';
export { oldestServerLine } from './hosts/server-releases.data.ts';
export { type HostAddress, type HostKind, type HostUrls, toHostKind, toHostUrls } from './hosts.ts';
export { inspectToken } from './inspect-token/inspect-token.ts';
export { judgePermissions, type PermissionFinding } from './inspect-token/judge-permissions.ts';
export { listOrganisations } from './inspect-token/list-organisations.ts';
export type { WantedData } from './inspect-token/missing-permissions.data.ts';
export { probePermissions } from './inspect-token/probe-permissions.ts';
export type {
  OrganisationRefusal,
  OrganisationSeen,
  PermissionProbe,
  ProbeFinding,
  RateSeen,
  RepositoriesApart,
  RepositoriesSeen,
  TokenIdentity,
  TokenReport,
} from './inspect-token/token-report.ts';
export { checkClient } from './oauth/check-client.ts';
export { exchangeCode, refreshUserToken, type UserToken } from './oauth/exchange-code.ts';
export { type OauthClient, toBasicAuthorization } from './oauth/oauth-client.ts';
export { revokeUserGrant, revokeUserToken } from './oauth/revoke-user-token.ts';
export { signInProblems } from './oauth/sign-in-problems.data.ts';
export { toAuthoriseUrl } from './oauth/to-authorise-url.ts';
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
export { completePullRequests, completeThreads } from './reads/complete-pull-requests.ts';
export { type AccountFound, findAccounts } from './reads/find-accounts.ts';
export { joinThreadComments } from './reads/join-thread-comments.ts';
export { listOrganisationMembers } from './reads/list-organisation-members.ts';
export {
  listOrganisationRepositories,
  type OrganisationRepositories,
  readOrganisationRepositories,
} from './reads/list-organisation-repositories.ts';
export { listOrganisationTeams, type OrganisationTeams } from './reads/list-organisation-teams.ts';
export { joinSets, listPullRequestSets, type PullRequestSets } from './reads/list-pull-request-sets.ts';
export {
  listReviewComments,
  type PlacedReviewComment,
} from './reads/list-review-comments.ts';
export { firstPageSize, nextPageSize, toLargestPage } from './reads/next-page-size.ts';
export type { PartPlace } from './reads/part-place.ts';
export { type PullRequestsPeek, peekPullRequests } from './reads/peek-pull-requests.ts';
export { questionPoints, questionSizes } from './reads/question-points.ts';
export { readAccount } from './reads/read-account.ts';
export { type AccountsRead, readAccounts } from './reads/read-accounts.ts';
export { readFilesOn } from './reads/read-files-on.ts';
export { readMembership } from './reads/read-membership.ts';
export { readNumberedPullRequests } from './reads/read-numbered-pull-requests.ts';
export { type OrganisationRecord, readOrganisation } from './reads/read-organisation.ts';
export { type PullRequestFiles, readPullRequestFiles } from './reads/read-pull-request-files.ts';
export { type PullRequestsRead, readPullRequests } from './reads/read-pull-requests.ts';
export {
  type PullRequestsPage,
  type PullRequestsPageRequest,
  readPullRequestsPage,
} from './reads/read-pull-requests-page.ts';
export type { RestPage, RestPageWanted } from './reads/rest-page.ts';
export {
  mostSwept,
  type Sweep,
  type SweptRepository,
  sweepRepositories,
} from './reads/sweep-repositories.ts';
export type { UnreadableEntry } from './reads/to-entry.ts';
export { toKnownSize } from './reads/to-known-size.ts';
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
  UntoldField,
  UntoldName,
} from './records/pull-request-record.ts';
export type { RepositoryRecord } from './records/repository-record.ts';
export type { ReviewerRecord } from './records/reviewer-record.ts';
export type { TeamRecord } from './records/team-record.ts';
export type { TimelineEventKind, TimelineEventRecord } from './records/timeline-event-record.ts';
