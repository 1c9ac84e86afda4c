/**
 * What questions ask for beyond what reading cannot do without, as `Type`, `Type.field` or `Enum.VALUE`: an older
 * Enterprise Server may not have it, and is then asked without. What is not here is required.
 */
export const optionalFields = [
  'PullRequest.closingIssuesReferences',
  'PullRequest.isInMergeQueue',
  'PullRequest.publishedAt',
  'PullRequest.reviewDecision',
  'PullRequest.totalCommentsCount',
  'User.organizationVerifiedDomainEmails',
  'AddedToMergeQueueEvent',
  'AutoMergeDisabledEvent',
  'AutoMergeEnabledEvent',
  'ConvertToDraftEvent',
  'RemovedFromMergeQueueEvent',
  'PullRequestTimelineItemsItemType.ADDED_TO_MERGE_QUEUE_EVENT',
  'PullRequestTimelineItemsItemType.AUTO_MERGE_DISABLED_EVENT',
  'PullRequestTimelineItemsItemType.AUTO_MERGE_ENABLED_EVENT',
  'PullRequestTimelineItemsItemType.CONVERT_TO_DRAFT_EVENT',
  'PullRequestTimelineItemsItemType.REMOVED_FROM_MERGE_QUEUE_EVENT',
] as const;

export type OptionalField = (typeof optionalFields)[number];
