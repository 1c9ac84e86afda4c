import type { PullRequestFacts } from '../../../activity/index.ts';
import { factsOf, whole } from '../../../activity/testing/pull-request-facts.ts';

/** One pull request as a test tells it; times are hours ago. */
export interface Told {
  readonly number: number;
  readonly repository?: string;
  readonly author?: string;
  readonly openedAgo: number;
  readonly title?: string;
  readonly isDraft?: boolean;
  readonly lines?: number;
  readonly mergedAgo?: number;
  readonly askedOf?: readonly string[];
  readonly askedAgo?: number;
  readonly reviews?: readonly {
    readonly by: string;
    readonly ago: number;
    readonly state?: 'approved' | 'changes-requested' | 'commented';
  }[];
  readonly comments?: readonly { readonly by: string; readonly ago: number }[];
  readonly commitAgo?: number;
}

export interface Telling {
  readonly ago: (hours: number) => Date;
  readonly accountOf: (login: string) => number;
  /** Never the same twice, and growing. */
  readonly version: number;
}

/** What a sync would have read of it. */
export function toToldPullRequest(story: Told, telling: Telling): PullRequestFacts {
  const { ago, accountOf, version } = telling;
  const mergedAt = story.mergedAgo === undefined ? undefined : ago(story.mergedAgo);
  const commits = toCommits(story, telling);
  return factsOf({
    number: story.number,
    version,
    content: {
      githubId: 1000 + version,
      nodeId: `PR_${version}`,
      title: story.title ?? `Change ${story.number}`,
      isDraft: story.isDraft === true,
      state: mergedAt === undefined ? 'open' : 'merged',
      createdAt: ago(story.openedAgo),
      mergedAt,
      closedAt: mergedAt,
      authorAccountId: accountOf(story.author ?? 'kim'),
      additions: story.lines ?? 10,
      deletions: 0,
    },
    lists: {
      ...toWords(story, telling),
      commits: whole(...commits.map(({ oid }, position) => ({ oid, position }))),
    },
    events: toEvents(story, telling),
    commits,
  });
}

const toWords = (story: Told, { ago, accountOf, version }: Telling): Partial<PullRequestFacts['lists']> => ({
  'review-requests': whole(
    ...(story.askedOf ?? []).map((login) => ({
      reviewerKind: 'account' as const,
      reviewerKey: String(accountOf(login)),
      accountId: accountOf(login),
    })),
  ),
  reviews: whole(
    ...(story.reviews ?? []).map(({ by, ago: hours, state = 'commented' }, index) => ({
      githubId: version * 100 + index,
      nodeId: `PRR_${version}_${index}`,
      authorAccountId: accountOf(by),
      state,
      submittedAt: ago(hours),
      commitOid: undefined,
      bodyLength: 5,
    })),
  ),
  comments: whole(
    ...(story.comments ?? []).map(({ by, ago: hours }, index) => ({
      githubId: version * 100 + index,
      nodeId: `IC_${version}_${index}`,
      authorAccountId: accountOf(by),
      bodyLength: 5,
      createdAt: ago(hours),
      updatedAt: ago(hours),
    })),
  ),
});

const toEvents = (story: Told, { ago, accountOf }: Telling): PullRequestFacts['events'] =>
  whole(
    ...(story.askedAgo === undefined ? [] : (story.askedOf ?? [])).map((login) => ({
      kind: 'review-requested' as const,
      occurredAt: ago(story.askedAgo ?? 0),
      actorAccountId: accountOf(story.author ?? 'kim'),
      subject: `account:${accountOf(login)}`,
      nodeId: undefined,
    })),
  );

const toCommits = (story: Told, { ago, accountOf, version }: Telling): PullRequestFacts['commits'] =>
  story.commitAgo === undefined
    ? []
    : [
        {
          oid: String(version).padStart(40, 'c'),
          authorAccountId: accountOf(story.author ?? 'kim'),
          authorEmail: undefined,
          authoredAt: ago(story.commitAgo),
          committedAt: ago(story.commitAgo),
          messageLength: 5,
        },
      ];
