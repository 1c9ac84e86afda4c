import type { Urls } from '../../http/urls.ts';
import type { HeadRepositoryRecord, Permission, RepositorySource } from '../../world/model.ts';
import { toSimpleUser } from './account.ts';
import { toRepositoryUrls } from './repository-urls.ts';

/** GitHub's `repository`, which lists and pull requests embed; a superset of `minimal-repository`. */
export function toRepository(urls: Urls, source: RepositorySource) {
  const { record } = source;
  const openIssues = source.countIssues(['OPEN']) + source.countPullRequests(['OPEN']);
  return {
    ...toIdentity(urls, { ...record, isPrivate: record.visibility !== 'PUBLIC' }),
    description: record.description ?? null,
    ...toRepositoryUrls(urls, record.owner.login, record.name),
    ...unknownCounts,
    language: record.primaryLanguage ?? null,
    archived: record.isArchived,
    open_issues_count: openIssues,
    open_issues: openIssues,
    topics: record.topics,
    visibility: record.visibility.toLowerCase(),
    default_branch: record.defaultBranch?.name ?? 'main',
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    pushed_at: record.pushedAt ?? record.createdAt,
  };
}

/** GitHub's `full-repository`, with what the viewer may do there. */
export function toFullRepository(urls: Urls, source: RepositorySource, permission: Permission | undefined) {
  const { owner, parent } = source.record;
  const organisation = owner.kind === 'Organization' ? { organization: toSimpleUser(urls, owner) } : {};
  const origin = parent === undefined ? undefined : toForeignRepository(urls, parent);
  return {
    ...toRepository(urls, source),
    permissions: toPermissions(permission),
    ...organisation,
    ...(origin === undefined ? {} : { parent: origin, source: origin }),
    network_count: 0,
    subscribers_count: 0,
  };
}

/** A repository the world knows by name only: a fork's head, a fork's parent. */
export function toForeignRepository(urls: Urls, head: HeadRepositoryRecord) {
  const { createdAt } = head.owner;
  return {
    ...toIdentity(urls, { ...head, isPrivate: false }),
    description: null,
    ...toRepositoryUrls(urls, head.owner.login, head.name),
    ...unknownCounts,
    language: null,
    archived: false,
    open_issues_count: 0,
    open_issues: 0,
    topics: [],
    visibility: 'public',
    default_branch: 'main',
    created_at: createdAt,
    updated_at: createdAt,
    pushed_at: createdAt,
  };
}

/** What each permission level may do, as REST spells it. */
export function toPermissions(permission: Permission | undefined) {
  const held = permission === undefined ? 'READ' : permission;
  const order: readonly Permission[] = ['READ', 'TRIAGE', 'WRITE', 'MAINTAIN', 'ADMIN'];
  const rank = order.indexOf(held);
  return { admin: rank >= 4, maintain: rank >= 3, push: rank >= 2, triage: rank >= 1, pull: true };
}

function toIdentity(urls: Urls, repository: HeadRepositoryRecord & { readonly isPrivate: boolean }) {
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: `${repository.owner.login}/${repository.name}`,
    private: repository.isPrivate,
    owner: toSimpleUser(urls, repository.owner),
    fork: repository.isFork,
  };
}

/** What GitHub's schema requires and the world has no facts about. */
const unknownCounts = {
  homepage: null,
  size: 0,
  stargazers_count: 0,
  watchers_count: 0,
  watchers: 0,
  forks_count: 0,
  forks: 0,
  has_issues: true,
  has_projects: true,
  has_downloads: true,
  has_wiki: false,
  has_pages: false,
  has_discussions: false,
  mirror_url: null,
  disabled: false,
  license: null,
  allow_forking: true,
  is_template: false,
  web_commit_signoff_required: false,
};
