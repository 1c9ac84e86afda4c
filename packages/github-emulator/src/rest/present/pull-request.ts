import type { Urls } from '../../http/urls.ts';
import type {
  AccountRecord,
  HeadRepositoryRecord,
  LabelRecord,
  PullRequestRecord,
  RepositorySource,
  TeamRecord,
  World,
} from '../../world/model.ts';
import { toSimpleTeam, toSimpleUser, toSimpleUserOrNull } from './account.ts';
import { toForeignRepository, toRepository } from './repository.ts';
import { toRepositoryUrls } from './repository-urls.ts';

/** What presenting needs to know besides the record. */
export type PresentScope = {
  readonly urls: Urls;
  readonly world: World;
  readonly repository: RepositorySource;
};

/** GitHub's `pull-request-simple`: what lists answer, without sizes, `merged` and `merged_by`. */
export function toSimplePullRequest(scope: PresentScope, pull: PullRequestRecord) {
  const { urls } = scope;
  const { owner } = scope.repository.record;
  const links = toLinks(scope, pull);
  return {
    ...links.addresses,
    id: pull.id,
    node_id: pull.nodeId,
    number: pull.number,
    state: pull.state === 'OPEN' ? 'open' : 'closed',
    locked: pull.isLocked,
    active_lock_reason: null,
    title: pull.title,
    user: toSimpleUserOrNull(urls, pull.author),
    body: pull.body ?? null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: pull.mergeCommitOid ?? null,
    assignee: toSimpleUserOrNull(urls, pull.assignees[0]),
    assignees: pull.assignees.map((account) => toSimpleUser(urls, account)),
    requested_reviewers: accountsOf(pull).map((account) => toSimpleUser(urls, account)),
    requested_teams: teamsOf(pull).map((team) => toSimpleTeam(urls, team, owner.login)),
    labels: pull.labels.map((label) => toLabel(scope, label)),
    milestone: null,
    draft: pull.isDraft,
    head: toHead(scope, pull),
    base: {
      label: `${owner.login}:${pull.baseRefName}`,
      ref: pull.baseRefName,
      sha: pull.baseRefOid,
      user: toSimpleUser(urls, owner),
      repo: toRepository(urls, scope.repository),
    },
    _links: links.hypermedia,
    author_association: pull.authorAssociation,
    auto_merge: null,
  };
}

/** GitHub's `pull-request`. Sizes that are not known are 0, because its schema has no other way to say so. */
export function toPullRequest(scope: PresentScope, pull: PullRequestRecord) {
  return {
    ...toSimplePullRequest(scope, pull),
    merged: pull.state === 'MERGED',
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: toSimpleUserOrNull(scope.urls, pull.mergedBy),
    comments: pull.comments.length,
    review_comments: pull.threads.reduce((count, thread) => count + thread.comments.length, 0),
    maintainer_can_modify: false,
    commits: pull.commits.length,
    additions: pull.additions ?? 0,
    deletions: pull.deletions ?? 0,
    changed_files: pull.changedFiles ?? 0,
  };
}

function toLabel(scope: PresentScope, label: LabelRecord) {
  const { owner, name } = scope.repository.record;
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${scope.urls.rest}/repos/${owner.login}/${name}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description ?? null,
  };
}

/** Addresses of a pull request, shared by everything that hangs on it. */
export function pullRequestUrls(scope: PresentScope, number: number) {
  const { owner, name } = scope.repository.record;
  const { url, html_url: html } = toRepositoryUrls(scope.urls, owner.login, name);
  return { repository: url, api: `${url}/pulls/${number}`, html: `${html}/pull/${number}` };
}

function toLinks(scope: PresentScope, pull: PullRequestRecord) {
  const { repository, api, html } = pullRequestUrls(scope, pull.number);
  const issue = `${repository}/issues/${pull.number}`;
  const addresses = {
    url: api,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${repository}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${repository}/statuses/${pull.headRefOid}`,
  };
  const hypermedia = {
    self: { href: api },
    html: { href: html },
    issue: { href: issue },
    comments: { href: addresses.comments_url },
    review_comments: { href: addresses.review_comments_url },
    review_comment: { href: addresses.review_comment_url },
    commits: { href: addresses.commits_url },
    statuses: { href: addresses.statuses_url },
  };
  return { addresses, hypermedia };
}

function toHead(scope: PresentScope, pull: PullRequestRecord) {
  const head = pull.headRepository;
  const user = head?.owner ?? (pull.isCrossRepository ? pull.author : scope.repository.record.owner);
  return {
    label: `${user?.login ?? 'unknown repository'}:${pull.headRefName}`,
    ref: pull.headRefName,
    sha: pull.headRefOid,
    user: toSimpleUserOrNull(scope.urls, user),
    repo: head === undefined ? null : toHeadRepository(scope, head),
  };
}

function toHeadRepository(scope: PresentScope, head: HeadRepositoryRecord) {
  const known = head.id === scope.repository.record.id ? scope.repository : undefined;
  return known === undefined ? toForeignRepository(scope.urls, head) : toRepository(scope.urls, known);
}

function accountsOf(pull: PullRequestRecord): readonly AccountRecord[] {
  return pull.requestedReviewers.flatMap((reviewer) =>
    reviewer.kind === 'account' ? [reviewer.account] : [],
  );
}

function teamsOf(pull: PullRequestRecord): readonly TeamRecord[] {
  return pull.requestedReviewers.flatMap((reviewer) => (reviewer.kind === 'team' ? [reviewer.team] : []));
}
