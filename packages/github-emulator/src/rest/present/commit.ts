import type {
  ChangedFileRecord,
  CommitRecord,
  GitSignatureRecord,
  PullRequestRecord,
} from '../../world/model.ts';
import { toSimpleUserOrNull } from './account.ts';
import { type PresentScope, pullRequestUrls } from './pull-request.ts';
import { toRepositoryUrls } from './repository-urls.ts';

/** GitHub's `commit`, as lists answer it: without `stats` and `files`. */
export function toCommit(scope: PresentScope, commit: CommitRecord) {
  const { owner, name } = scope.repository.record;
  const { url, html_url: html } = toRepositoryUrls(scope.urls, owner.login, name);
  const api = `${url}/commits/${commit.oid}`;
  return {
    sha: commit.oid,
    node_id: commit.nodeId,
    commit: {
      author: toGitUser(commit.author),
      committer: toGitUser(commit.committer),
      message: commit.message,
      // The world holds no trees; git gives every commit one, so its own oid stands in nowhere but here.
      tree: { sha: commit.oid, url: `${url}/git/trees/${commit.oid}` },
      url: `${url}/git/commits/${commit.oid}`,
      comment_count: 0,
      verification: {
        verified: false,
        reason: 'unsigned',
        signature: null,
        payload: null,
        verified_at: null,
      },
    },
    url: api,
    html_url: `${html}/commit/${commit.oid}`,
    comments_url: `${api}/comments`,
    author: toSimpleUserOrNull(scope.urls, commit.author.account),
    committer: toSimpleUserOrNull(scope.urls, commit.committer.account),
    parents: commit.parentOids.map((sha) => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${html}/commit/${sha}`,
    })),
  };
}

/** GitHub's `diff-entry`, without a patch: the world holds no contents, so the blob has no address either. */
export function toDiffEntry(scope: PresentScope, pull: PullRequestRecord, file: ChangedFileRecord) {
  const { repository } = pullRequestUrls(scope, pull.number);
  const html = pullRequestUrls(scope, pull.number).html.replace(/\/pull\/\d+$/, '');
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: null,
    filename: file.path,
    status: statusOf[file.changeType],
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${pull.headRefOid}/${path}`,
    raw_url: `${html}/raw/${pull.headRefOid}/${path}`,
    contents_url: `${repository}/contents/${path}?ref=${pull.headRefOid}`,
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}

const statusOf: Readonly<Record<ChangedFileRecord['changeType'], string>> = {
  ADDED: 'added',
  DELETED: 'removed',
  MODIFIED: 'modified',
  RENAMED: 'renamed',
};

/** REST writes instants in UTC, whatever offset git recorded. */
export function toGitUser(signature: GitSignatureRecord) {
  return {
    name: signature.name,
    email: signature.email,
    date: new Date(signature.at).toISOString().replace('.000Z', 'Z'),
  };
}
