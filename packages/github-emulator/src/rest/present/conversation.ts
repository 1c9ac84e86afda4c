import type {
  ConversationCommentRecord,
  PullRequestRecord,
  ReviewCommentRecord,
  ReviewRecord,
  ReviewThreadRecord,
} from '../../world/model.ts';
import { toSimpleUserOrNull } from './account.ts';
import { type PresentScope, pullRequestUrls } from './pull-request.ts';

/** GitHub's `pull-request-review`. */
export function toReview(scope: PresentScope, pull: PullRequestRecord, review: ReviewRecord) {
  const { api, html } = pullRequestUrls(scope, pull.number);
  const page = `${html}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: review.nodeId,
    user: toSimpleUserOrNull(scope.urls, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: api,
    author_association: review.authorAssociation,
    _links: { html: { href: page }, pull_request: { href: api } },
    ...(review.submittedAt === undefined ? {} : { submitted_at: review.submittedAt }),
    commit_id: review.commitOid ?? null,
  };
}

/** GitHub's `pull-request-review-comment`. */
export function toReviewComment(
  scope: PresentScope,
  pull: PullRequestRecord,
  { thread, comment }: { readonly thread: ReviewThreadRecord; readonly comment: ReviewCommentRecord },
) {
  const { repository, api, html } = pullRequestUrls(scope, pull.number);
  const url = `${repository}/pulls/comments/${comment.id}`;
  const page = `${html}#discussion_r${comment.id}`;
  return {
    url,
    pull_request_review_id: comment.reviewId ?? null,
    id: comment.id,
    node_id: comment.nodeId,
    diff_hunk: comment.diffHunk,
    path: comment.path,
    commit_id: comment.commitOid ?? pull.headRefOid,
    original_commit_id: comment.originalCommitOid ?? pull.headRefOid,
    user: toSimpleUserOrNull(scope.urls, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: page,
    pull_request_url: api,
    author_association: comment.authorAssociation,
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: api } },
    line: comment.line ?? null,
    original_line: comment.originalLine ?? null,
    side: thread.side,
    start_line: null,
    original_start_line: null,
    start_side: null,
    subject_type: 'line',
    ...(comment.replyToId === undefined ? {} : { in_reply_to_id: comment.replyToId }),
  };
}

/** GitHub's `issue-comment`, of an issue or of a pull request's conversation. */
export function toIssueComment(
  scope: PresentScope,
  parent: { readonly number: number; readonly kind: 'issue' | 'pull' },
  comment: ConversationCommentRecord,
) {
  const { repository, html } = pullRequestUrls(scope, parent.number);
  const page = parent.kind === 'pull' ? html : html.replace(/\/pull\/(\d+)$/, '/issues/$1');
  return {
    url: `${repository}/issues/comments/${comment.id}`,
    html_url: `${page}#issuecomment-${comment.id}`,
    issue_url: `${repository}/issues/${parent.number}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: toSimpleUserOrNull(scope.urls, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: comment.authorAssociation,
    performed_via_github_app: null,
  };
}
