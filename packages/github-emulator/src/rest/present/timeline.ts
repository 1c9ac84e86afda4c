import type {
  CommitRecord,
  PullRequestRecord,
  ReviewerRecord,
  TimelineEventRecord,
} from '../../world/model.ts';
import type { TimelineItem } from '../../world/to-timeline.ts';
import { toSimpleTeam, toSimpleUser, toSimpleUserOrNull } from './account.ts';
import { toGitUser } from './commit.ts';
import { toIssueComment, toReview, toReviewComment } from './conversation.ts';
import { type PresentScope, pullRequestUrls } from './pull-request.ts';
import { restEventNames } from './timeline-events.data.ts';

/** One entry of `GET …/issues/{n}/timeline`, in the shape its kind has there. */
export function toTimelineEntry(scope: PresentScope, pull: PullRequestRecord, item: TimelineItem) {
  switch (item.kind) {
    case 'comment': {
      const comment = toIssueComment(scope, { number: pull.number, kind: 'pull' }, item.comment);
      return { ...comment, event: 'commented', actor: comment.user };
    }
    case 'review':
      return {
        ...toReview(scope, pull, item.review),
        event: 'reviewed',
        state: item.review.state.toLowerCase(),
      };
    case 'thread':
      return {
        event: 'line-commented',
        node_id: item.thread.nodeId,
        comments: item.thread.comments.map((comment) =>
          toReviewComment(scope, pull, { thread: item.thread, comment }),
        ),
      };
    case 'commit':
      return toCommitted(scope, pull, item.commit);
    case 'event':
      return toEvent(scope, item.event);
  }
}

function toCommitted(scope: PresentScope, pull: PullRequestRecord, commit: CommitRecord) {
  const { repository, html } = pullRequestUrls(scope, pull.number);
  const page = html.replace(/\/pull\/\d+$/, '/commit');
  return {
    event: 'committed',
    sha: commit.oid,
    node_id: commit.nodeId,
    url: `${repository}/git/commits/${commit.oid}`,
    html_url: `${page}/${commit.oid}`,
    author: toGitUser(commit.author),
    committer: toGitUser(commit.committer),
    tree: { sha: commit.oid, url: `${repository}/git/trees/${commit.oid}` },
    message: commit.message,
    parents: commit.parentOids.map((sha) => ({
      sha,
      url: `${repository}/git/commits/${sha}`,
      html_url: `${page}/${sha}`,
    })),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

function toEvent(scope: PresentScope, event: TimelineEventRecord) {
  const { urls } = scope;
  const { owner, name } = scope.repository.record;
  return {
    id: event.id,
    node_id: event.nodeId,
    url: `${urls.rest}/repos/${owner.login}/${name}/issues/events/${event.id}`,
    actor: toSimpleUserOrNull(urls, event.actor),
    event: restEventNames[event.kind],
    commit_id: null,
    commit_url: null,
    created_at: event.createdAt,
    performed_via_github_app: null,
    ...toEventDetail(scope, event),
  };
}

function toEventDetail(scope: PresentScope, event: TimelineEventRecord): Record<string, unknown> {
  switch (event.kind) {
    case 'LabeledEvent':
    case 'UnlabeledEvent':
      return { label: { name: event.label.name, color: event.label.color } };
    case 'AssignedEvent':
    case 'UnassignedEvent':
      return { assignee: toSimpleUserOrNull(scope.urls, event.assignee) };
    case 'ReviewRequestedEvent':
    case 'ReviewRequestRemovedEvent':
      return {
        review_requester: toSimpleUserOrNull(scope.urls, event.actor),
        ...toReviewer(scope, event.requestedReviewer),
      };
    case 'ReviewDismissedEvent':
      return {
        dismissed_review: {
          state: event.previousReviewState.toLowerCase(),
          review_id: event.reviewId,
          dismissal_message: event.message,
        },
      };
    case 'RenamedTitleEvent':
      return { rename: { from: event.previousTitle, to: event.currentTitle } };
    case 'MergedEvent':
    case 'ReferencedEvent':
      return { commit_id: event.commitOid ?? null, commit_url: toCommitUrl(scope, event.commitOid) };
    case 'HeadRefForcePushedEvent':
      return { commit_id: event.afterOid, commit_url: toCommitUrl(scope, event.afterOid) };
    default:
      return {};
  }
}

function toCommitUrl(scope: PresentScope, oid: string | undefined): string | null {
  const { owner, name } = scope.repository.record;
  return oid === undefined ? null : `${scope.urls.rest}/repos/${owner.login}/${name}/commits/${oid}`;
}

function toReviewer(scope: PresentScope, reviewer: ReviewerRecord | undefined): Record<string, unknown> {
  if (reviewer === undefined) return {};
  if (reviewer.kind === 'account') return { requested_reviewer: toSimpleUser(scope.urls, reviewer.account) };
  return { requested_team: toSimpleTeam(scope.urls, reviewer.team, scope.repository.record.owner.login) };
}
