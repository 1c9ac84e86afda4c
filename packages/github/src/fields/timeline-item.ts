import { commentFields } from './comment.ts';
import { commitFields } from './commit.ts';
import { reviewFields } from './review.ts';
import { reviewThreadFields } from './review-thread.ts';
import { timelineEventFields } from './timeline-event.ts';

/**
 * The kinds asked for: reviews, conversation comments, commits and review threads, each the very same thing as in the
 * list of its own, and the events that date a turn in the life of a pull request. One connection instead of five.
 */
export const timelineItemTypes = `[
  PULL_REQUEST_REVIEW, ISSUE_COMMENT, PULL_REQUEST_COMMIT, PULL_REQUEST_REVIEW_THREAD,
  READY_FOR_REVIEW_EVENT, CONVERT_TO_DRAFT_EVENT, CLOSED_EVENT, REOPENED_EVENT, MERGED_EVENT,
  REVIEW_REQUESTED_EVENT, REVIEW_REQUEST_REMOVED_EVENT, REVIEW_DISMISSED_EVENT,
  HEAD_REF_FORCE_PUSHED_EVENT, BASE_REF_CHANGED_EVENT,
  ADDED_TO_MERGE_QUEUE_EVENT, REMOVED_FROM_MERGE_QUEUE_EVENT, AUTO_MERGE_ENABLED_EVENT, AUTO_MERGE_DISABLED_EVENT,
  LABELED_EVENT, UNLABELED_EVENT, ASSIGNED_EVENT, UNASSIGNED_EVENT
]`;

/** Needs the fragments of actor, label and reviewer beside it. */
export const timelineItemFields = `
  fragment timelineItemFields on PullRequestTimelineItems {
    ...timelineEventFields
    ...reviewFields
    ...commentFields
    ...commitFields
    ...reviewThreadFields
  }
  ${timelineEventFields}
  ${reviewFields}
  ${commentFields}
  ${commitFields}
  ${reviewThreadFields}
`;
