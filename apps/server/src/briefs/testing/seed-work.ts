import { upsertRepositories, writePullRequests } from '../../activity/index.ts';
import { factsOf, whole } from '../../activity/testing/pull-request-facts.ts';
import type { Database } from '../../platform/sql/index.ts';

interface SeededRepository {
  readonly hostId: number;
  readonly organisationId: number;
  readonly githubId: number;
  readonly name: string;
  readonly at: Date;
}

/** A repository of acme; resolves with its id. */
export async function seedRepository(database: Database, given: SeededRepository): Promise<number> {
  const { hostId, organisationId, githubId, name, at } = given;
  const { ids } = await upsertRepositories(database, {
    hostId,
    organisationId,
    observedAt: at,
    isWhole: false,
    repositories: [
      {
        githubId,
        nodeId: `R_${githubId}`,
        ownerLogin: 'acme',
        name,
        visibility: 'private',
        isArchived: false,
        isFork: false,
        isLookup: false,
        defaultBranch: 'main',
        pushedAt: at,
        version: at,
      },
    ],
  });
  return ids.get(githubId)!;
}

/** What a test says of a pull request; each is opened on 1 October 2026 and carries the label bug. */
export interface Story {
  readonly number: number;
  readonly mergedAt?: string;
  readonly title?: string;
  readonly authorAccountId?: number | undefined;
  readonly reviews?: readonly { readonly githubId: number; readonly by: number; readonly at: string }[];
  readonly isSizeKnown?: boolean;
}

interface Place {
  readonly repository: string;
  readonly repositoryId: number;
  /** Who wrote what names no author. */
  readonly authorAccountId: number;
}

export async function writeStories(
  database: Database,
  place: Place,
  stories: readonly Story[],
): Promise<void> {
  await database.transaction((tx) =>
    writePullRequests(tx, {
      repositoryId: place.repositoryId,
      pullRequests: stories.map((story) => toFacts(place, story)),
    }),
  );
}

function toFacts({ repository, authorAccountId }: Place, story: Story) {
  const mergedAt = story.mergedAt === undefined ? undefined : new Date(story.mergedAt);
  const isSizeKnown = story.isSizeKnown !== false;
  return factsOf({
    number: story.number,
    version: 1,
    content: {
      githubId: 1000 + story.number,
      nodeId: `PR_${repository}_${story.number}`,
      title: story.title ?? `Change ${story.number}`,
      state: mergedAt === undefined ? 'open' : 'merged',
      createdAt: new Date('2026-10-01T00:00:00Z'),
      mergedAt,
      closedAt: mergedAt,
      authorAccountId: 'authorAccountId' in story ? story.authorAccountId : authorAccountId,
      ...(isSizeKnown ? {} : { additions: undefined, deletions: undefined, changedFiles: undefined }),
    },
    lists: {
      labels: whole({ name: 'bug', colour: 'ff0000' }),
      reviews: whole(...(story.reviews ?? []).map(toReview)),
      ...(isSizeKnown ? {} : { files: { items: [], total: undefined, reason: 'forbidden' as const } }),
    },
  });
}

const toReview = ({ githubId, by, at }: NonNullable<Story['reviews']>[number]) => ({
  githubId,
  nodeId: `PRR_${githubId}`,
  authorAccountId: by,
  state: 'approved' as const,
  submittedAt: new Date(at),
  commitOid: undefined,
  bodyLength: 0,
});
