import type {
  ConversationCommentRecord,
  PullRequestRecord,
  RepositorySource,
  ReviewCommentRecord,
  ReviewThreadRecord,
} from '../world/model.ts';
import { walkPullRequests } from './walk-pull-requests.ts';

export type PlacedReviewComment = {
  readonly pull: PullRequestRecord;
  readonly thread: ReviewThreadRecord;
  readonly comment: ReviewCommentRecord;
};

export type PlacedIssueComment = {
  readonly parent: { readonly number: number; readonly kind: 'issue' | 'pull' };
  readonly comment: ConversationCommentRecord;
};

/** Review comments of a whole repository; `sinceMs` leaves out those not updated since. */
export function listReviewComments(
  source: RepositorySource,
  sinceMs: number | undefined,
): readonly PlacedReviewComment[] {
  return pullRequestsUpdatedSince(source, sinceMs)
    .flatMap((pull) =>
      pull.threads.flatMap((thread) => thread.comments.map((comment) => ({ pull, thread, comment }))),
    )
    .filter(({ comment }) => isUpdatedSince(comment, sinceMs));
}

/** Conversation comments of a whole repository, on issues and on pull requests alike. */
export function listIssueComments(
  source: RepositorySource,
  sinceMs: number | undefined,
): readonly PlacedIssueComment[] {
  const onPulls = pullRequestsUpdatedSince(source, sinceMs).flatMap((pull) =>
    pull.comments.map((comment) => ({ parent: { number: pull.number, kind: 'pull' as const }, comment })),
  );
  const issues = source.listIssues({ orderBy: 'CREATED_AT', direction: 'ASC', first: source.countIssues() });
  const onIssues = issues.entries.flatMap(({ number }) =>
    (source.issue(number)?.comments ?? []).map((comment) => ({
      parent: { number, kind: 'issue' as const },
      comment,
    })),
  );
  return [...onPulls, ...onIssues].filter(({ comment }) => isUpdatedSince(comment, sinceMs));
}

/** Newest first up to the one that was last touched before; a comment touches its pull request. */
function pullRequestsUpdatedSince(
  source: RepositorySource,
  sinceMs: number | undefined,
): readonly PullRequestRecord[] {
  const pulls: PullRequestRecord[] = [];
  for (const { pull } of walkPullRequests(source, { orderBy: 'UPDATED_AT', direction: 'DESC' })) {
    if (sinceMs !== undefined && Date.parse(pull.updatedAt) < sinceMs) break;
    pulls.push(pull);
  }
  return pulls;
}

function isUpdatedSince(comment: { readonly updatedAt: string }, sinceMs: number | undefined): boolean {
  return sinceMs === undefined || Date.parse(comment.updatedAt) >= sinceMs;
}
