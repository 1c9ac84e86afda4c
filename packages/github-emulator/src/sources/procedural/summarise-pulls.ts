import type { PullRequestRecord, ReviewRecord, WorldSource } from '../../world/model.ts';

/** Figures of a made-up organisation, for looking at it and for the test that freezes them. */
export function summarisePulls(source: WorldSource) {
  const pulls = source.repositories.flatMap((repository) => {
    const { entries } = repository.listPullRequests({
      orderBy: 'CREATED_AT',
      direction: 'ASC',
      first: 2 ** 21,
    });
    return entries.flatMap(({ number }) => repository.pullRequest(number) ?? []);
  });
  const share = (has: (pull: PullRequestRecord) => boolean) => round(pulls.filter(has).length / pulls.length);
  const people = pulls.filter(({ author }) => author?.kind !== 'Bot');
  const latencies = people.flatMap(toFirstReviewHours).sort(ascending);
  const comments = pulls.map((pull) => pull.comments.length).sort(ascending);
  const files = pulls.map(({ changedFiles }) => changedFiles ?? 0).sort(ascending);
  const reviews = pulls.flatMap((pull) => pull.reviews);
  const states = countBy(reviews, ({ state }: ReviewRecord) => state);
  return {
    pulls: pulls.length,
    states: countBy(pulls, ({ state }) => state),
    reviews: states,
    threads: pulls.reduce((sum, { threads }) => sum + threads.length, 0),
    comments: comments.reduce((sum, count) => sum + count, 0),
    commentsP99: percentile(comments, 0.99),
    commits: pulls.reduce((sum, pull) => sum + pull.commits.length, 0),
    firstReviewHours: { median: round(percentile(latencies, 0.5)), p95: round(percentile(latencies, 0.95)) },
    meanPerPull: {
      reviews: mean(pulls.map((pull) => pull.reviews.length)),
      reviewComments: mean(pulls.map(({ threads }) => threads.flatMap((one) => one.comments).length)),
      commits: mean(pulls.map((pull) => pull.commits.length)),
      files: mean(files),
      events: mean(pulls.map(({ events }) => events.length)),
    },
    files: { median: percentile(files, 0.5), p95: percentile(files, 0.95) },
    share: {
      bots: share(({ author }) => author?.kind === 'Bot'),
      ghosts: share(({ author }) => author === undefined),
      bornDraft: share(isBornDraft),
      forcePushed: share(({ events }) => events.some(({ kind }) => kind === 'HeadRefForcePushedEvent')),
      overHundredFiles: share(({ changedFiles = 0 }) => changedFiles > 100),
      reverts: share(({ title }) => title.startsWith('Revert "')),
      reopened: share(({ events }) => events.some(({ kind }) => kind === 'ReopenedEvent')),
      dismissed: share((pull) => pull.reviews.some(({ state }) => state === 'DISMISSED')),
      headGone: share(({ headRepository }) => headRepository === undefined),
      onWeekends: share(({ createdAt }) => [0, 6].includes(new Date(createdAt).getUTCDay())),
    },
  };
}

function isBornDraft({ isDraft, events }: PullRequestRecord): boolean {
  const first = events.find(({ kind }) => kind === 'ReadyForReviewEvent' || kind === 'ConvertToDraftEvent');
  return first === undefined ? isDraft : first.kind === 'ReadyForReviewEvent';
}

function toFirstReviewHours(pull: PullRequestRecord): number[] {
  const ready = pull.events.find(({ kind }) => kind === 'ReadyForReviewEvent')?.createdAt ?? pull.createdAt;
  const first = pull.reviews.find(({ author }) => author?.id !== pull.author?.id)?.submittedAt;
  return first === undefined ? [] : [(Date.parse(first) - Date.parse(ready)) / 3_600_000];
}

function countBy<Item>(items: readonly Item[], toKey: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of items.map(toKey).sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function mean(values: readonly number[]): number {
  return round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
}

function ascending(left: number, right: number): number {
  return left - right;
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
