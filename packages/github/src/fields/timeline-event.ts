import * as z from 'zod';
import type { TimelineEventRecord } from '../records/timeline-event-record.ts';
import { account, actor } from './actor.ts';
import { label } from './label.ts';
import { reviewer } from './reviewer.ts';
import { databaseId, instant, oid, optional } from './scalars.ts';

export const timelineEventFields = `
  fragment timelineEventFields on PullRequestTimelineItems {
    __typename
    ... on ReadyForReviewEvent { id createdAt actor { ...actorFields } }
    ... on ConvertToDraftEvent { id createdAt actor { ...actorFields } }
    ... on ClosedEvent { id createdAt actor { ...actorFields } }
    ... on ReopenedEvent { id createdAt actor { ...actorFields } }
    ... on MergedEvent { id createdAt actor { ...actorFields } mergeRefName commit { oid } }
    ... on ReviewRequestedEvent { id createdAt actor { ...actorFields } requestedReviewer { ...reviewerFields } }
    ... on ReviewRequestRemovedEvent { id createdAt actor { ...actorFields } requestedReviewer { ...reviewerFields } }
    ... on ReviewDismissedEvent { id createdAt actor { ...actorFields } review { fullDatabaseId } }
    ... on HeadRefForcePushedEvent { id createdAt actor { ...actorFields } beforeCommit { oid } afterCommit { oid } }
    ... on BaseRefChangedEvent { id createdAt actor { ...actorFields } previousRefName currentRefName }
    ... on AddedToMergeQueueEvent { id createdAt actor { ...actorFields } }
    ... on RemovedFromMergeQueueEvent { id createdAt actor { ...actorFields } }
    ... on AutoMergeEnabledEvent { id createdAt actor { ...actorFields } }
    ... on AutoMergeDisabledEvent { id createdAt actor { ...actorFields } }
    ... on LabeledEvent { id createdAt actor { ...actorFields } label { ...labelFields } }
    ... on UnlabeledEvent { id createdAt actor { ...actorFields } label { ...labelFields } }
    ... on AssignedEvent { id createdAt actor { ...actorFields } assignee { ... on Actor { ...actorFields } } }
    ... on UnassignedEvent { id createdAt actor { ...actorFields } assignee { ... on Actor { ...actorFields } } }
  }
`;

const happening = { id: z.string(), createdAt: instant, actor };

interface Happening {
  readonly id: string;
  readonly createdAt: Date;
  readonly actor: z.output<typeof actor>;
}

const toHappening = ({ id, createdAt, actor: by }: Happening) => ({ nodeId: id, createdAt, actor: by });

const plainKinds = {
  ReadyForReviewEvent: 'ready-for-review',
  ConvertToDraftEvent: 'converted-to-draft',
  ClosedEvent: 'closed',
  ReopenedEvent: 'reopened',
  AddedToMergeQueueEvent: 'added-to-merge-queue',
  RemovedFromMergeQueueEvent: 'removed-from-merge-queue',
  AutoMergeEnabledEvent: 'auto-merge-enabled',
  AutoMergeDisabledEvent: 'auto-merge-disabled',
} as const;

const plain = z
  .object({
    __typename: z.enum([
      'ReadyForReviewEvent',
      'ConvertToDraftEvent',
      'ClosedEvent',
      'ReopenedEvent',
      'AddedToMergeQueueEvent',
      'RemovedFromMergeQueueEvent',
      'AutoMergeEnabledEvent',
      'AutoMergeDisabledEvent',
    ]),
    ...happening,
  })
  .transform((raw): TimelineEventRecord => ({ ...toHappening(raw), kind: plainKinds[raw.__typename] }));

const merged = z
  .object({ __typename: z.literal('MergedEvent'), ...happening, mergeRefName: z.string(), commit: oid })
  .transform(
    (raw): TimelineEventRecord => ({
      ...toHappening(raw),
      kind: 'merged',
      commitOid: raw.commit,
      refName: raw.mergeRefName,
    }),
  );

const reviewAsked = z
  .object({
    __typename: z.enum(['ReviewRequestedEvent', 'ReviewRequestRemovedEvent']),
    ...happening,
    requestedReviewer: reviewer,
  })
  .transform(
    (raw): TimelineEventRecord => ({
      ...toHappening(raw),
      kind: raw.__typename === 'ReviewRequestedEvent' ? 'review-requested' : 'review-request-removed',
      reviewer: raw.requestedReviewer,
    }),
  );

const reviewDismissed = z
  .object({
    __typename: z.literal('ReviewDismissedEvent'),
    ...happening,
    review: optional(z.object({ fullDatabaseId: databaseId })),
  })
  .transform(
    (raw): TimelineEventRecord => ({
      ...toHappening(raw),
      kind: 'review-dismissed',
      reviewGithubId: raw.review?.fullDatabaseId,
    }),
  );

const forcePushed = z
  .object({
    __typename: z.literal('HeadRefForcePushedEvent'),
    ...happening,
    beforeCommit: oid,
    afterCommit: oid,
  })
  .transform(
    (raw): TimelineEventRecord => ({
      ...toHappening(raw),
      kind: 'head-force-pushed',
      beforeOid: raw.beforeCommit,
      afterOid: raw.afterCommit,
    }),
  );

const baseChanged = z
  .object({
    __typename: z.literal('BaseRefChangedEvent'),
    ...happening,
    previousRefName: z.string(),
    currentRefName: z.string(),
  })
  .transform(
    (raw): TimelineEventRecord => ({
      ...toHappening(raw),
      kind: 'base-changed',
      fromRefName: raw.previousRefName,
      toRefName: raw.currentRefName,
    }),
  );

const labelChanged = z
  .object({ __typename: z.enum(['LabeledEvent', 'UnlabeledEvent']), ...happening, label })
  .transform(
    (raw): TimelineEventRecord => ({
      ...toHappening(raw),
      kind: raw.__typename === 'LabeledEvent' ? 'labeled' : 'unlabeled',
      label: raw.label,
    }),
  );

const assigneeChanged = z
  .object({
    __typename: z.enum(['AssignedEvent', 'UnassignedEvent']),
    ...happening,
    assignee: optional(account),
  })
  .transform(
    (raw): TimelineEventRecord => ({
      ...toHappening(raw),
      kind: raw.__typename === 'AssignedEvent' ? 'assigned' : 'unassigned',
      assignee: raw.assignee,
    }),
  );

const known = z.discriminatedUnion('__typename', [
  plain,
  merged,
  reviewAsked,
  reviewDismissed,
  forcePushed,
  baseChanged,
  labelChanged,
  assigneeChanged,
]);

const knownNames = new Set([
  ...Object.keys(plainKinds),
  'MergedEvent',
  'ReviewRequestedEvent',
  'ReviewRequestRemovedEvent',
  'ReviewDismissedEvent',
  'HeadRefForcePushedEvent',
  'BaseRefChangedEvent',
  'LabeledEvent',
  'UnlabeledEvent',
  'AssignedEvent',
  'UnassignedEvent',
]);

/** An event; a kind that this version does not know is `undefined`, one that is known and malformed fails. */
export const timelineEvent = z.union([
  known,
  z
    .object({ __typename: z.string().refine((name) => !knownNames.has(name)) })
    .transform((): TimelineEventRecord | undefined => undefined),
]);
