import type { AccountRecord, ActorRecord, PullRequestRecord, TimelineEventRecord } from '@throughline/github';

/** Every account that pull requests name, each as often as it is named. */
export function listAccounts(records: readonly PullRequestRecord[]): readonly AccountRecord[] {
  return records.flatMap((record) => [
    ...[record.author, record.mergedBy].flatMap(toAccounts),
    ...record.assignees.items,
    ...record.reviewRequests.items.flatMap(({ reviewer }) =>
      reviewer.kind === 'account' ? [reviewer.account] : [],
    ),
    ...record.reviews.items.flatMap(({ author }) => toAccounts(author)),
    ...record.reviewThreads.items.flatMap((thread) => [
      ...toAccounts(thread.resolvedBy),
      ...thread.comments.items.flatMap(({ author }) => toAccounts(author)),
    ]),
    ...record.comments.items.flatMap(({ author }) => toAccounts(author)),
    ...record.commits.items.flatMap(({ author }) => (author.account === undefined ? [] : [author.account])),
    ...record.timeline.items.flatMap(listEventAccounts),
  ]);
}

const toAccounts = (actor: ActorRecord | undefined): readonly AccountRecord[] =>
  actor === undefined || actor.kind === 'ghost' ? [] : [actor];

function listEventAccounts(event: TimelineEventRecord): readonly AccountRecord[] {
  const actors = toAccounts(event.actor);
  switch (event.kind) {
    case 'review-requested':
    case 'review-request-removed':
      return event.reviewer.kind === 'account' ? [...actors, event.reviewer.account] : actors;
    case 'assigned':
    case 'unassigned':
      return event.assignee === undefined ? actors : [...actors, event.assignee];
    default:
      return actors;
  }
}
