import { beforeAll, expect, test } from 'vitest';
import { upsertRepositories, writePullRequests } from '../../activity/index.ts';
import { at, comment, factsOf, whole } from '../../activity/testing/pull-request-facts.ts';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadEvidence } from './load-evidence.sql.ts';
import { loadPlannedRepositories } from './load-repositories.sql.ts';

const database = await testDatabase();
let connectionId: number;

/** Repositories by name, each with how far it has been read. */
const repositories = {
  waiting: { total: 300, held: 0, reached: undefined, isComplete: false, isChosen: true },
  underway: { total: 10, held: 4, reached: 2, isComplete: false, isChosen: true },
  complete: { total: 5, held: 5, reached: 0, isComplete: true, isChosen: true },
  uncounted: { total: undefined, held: 0, reached: undefined, isComplete: false, isChosen: true },
  'not-chosen': { total: 9, held: 0, reached: undefined, isComplete: false, isChosen: false },
} as const;

async function seedConnection(organisationId: number): Promise<number> {
  const [row] = await database.query<{ connectionId: number }>(
    `insert into connection (organisation_id, name, repository_choice, includes_archived, includes_forks)
     values ($1::bigint, 'acme', 'all', true, true)
     returning connection_id as "connectionId"`,
    [organisationId],
  );
  return row!.connectionId;
}

async function seedRepositories(): Promise<ReadonlyMap<string, number>> {
  const organisation = await seedOrganisation(database);
  connectionId = await seedConnection(organisation.organisationId);
  const names = Object.keys(repositories);
  const { ids } = await database.transaction((tx) =>
    upsertRepositories(tx, {
      ...organisation,
      observedAt: at(0),
      isWhole: false,
      repositories: names.map((name, index) => ({
        githubId: index + 1,
        nodeId: `R_${index + 1}`,
        ownerLogin: 'acme',
        name,
        visibility: 'private',
        isArchived: false,
        isFork: false,
        defaultBranch: 'main',
        pushedAt: undefined,
        version: at(0),
        isLookup: false,
      })),
    }),
  );
  return new Map(names.map((name, index) => [name, ids.get(index + 1)!]));
}

beforeAll(async () => {
  const ids = await seedRepositories();
  for (const [name, { total, held, reached, isComplete, isChosen }] of Object.entries(repositories)) {
    await database.query(
      `insert into repository_sync (
         repository_id, data, connection_id, is_chosen, page_size, total, held_count, reached_at, completed_at)
       values (
         $1::bigint, 'pull-requests', $2::bigint, $3::boolean, 40, $4::integer, $5::integer, $6::timestamptz,
         $7::timestamptz)`,
      [
        ids.get(name),
        connectionId,
        isChosen,
        total,
        held,
        reached === undefined ? undefined : at(reached),
        isComplete ? at(9) : undefined,
      ],
    );
  }
  const comments = Array.from({ length: 101 }, (_, index) => comment(index + 1, 1));
  await database.transaction((tx) =>
    writePullRequests(tx, {
      repositoryId: ids.get('underway')!,
      pullRequests: [1, 2, 3, 4].map((number) =>
        factsOf({
          number,
          version: number,
          content: { githubId: number, nodeId: `PR_${number}` },
          ...(number === 4 && { lists: { comments: whole(...comments) } }),
        }),
      ),
    }),
  );
  await database.query(
    `insert into completeness_part (repository_id, part, cause, pull_requests, held, github_total, uncounted)
     values
       ($1::bigint, 'files', 'whole', 3, 30, 30, 0),
       ($1::bigint, 'files', 'not-read', 1, 0, 0, 1),
       ($2::bigint, 'files', 'whole', 5, 10, 10, 0),
       ($3::bigint, 'files', 'whole', 9, 900, 900, 0)`,
    [ids.get('underway'), ids.get('complete'), ids.get('not-chosen')],
  );
  // Of what is still being read no gap is told: it is read anyway.
  await database.query(
    `insert into completeness_kind (repository_id, kind, pull_requests, whole, held)
     values
       ($1::bigint, 'files', 4, 3, 30),
       ($2::bigint, 'files', 5, 3, 10),
       ($2::bigint, 'reviews', 5, 4, 10)`,
    [ids.get('underway'), ids.get('complete')],
  );
  await database.query(
    `insert into quarantined_record (repository_id, data, key, reason, detail, resolved_at)
     values
       ($1::bigint, 'pull-requests', '6', 'cut-off', 'x', null),
       ($1::bigint, 'pull-requests', '7', 'cut-off', 'x', app_now())`,
    [ids.get('complete')],
  );
});

const sizes = { pageSize: 40, filesSize: 75 };

test('repositories are planned by how far they have been read, but for those that are not chosen', async () => {
  const planned = await loadPlannedRepositories(database, connectionId);

  expect(planned.toSorted((one, other) => (one.total ?? 0) - (other.total ?? 0))).toEqual([
    { ...sizes, isComplete: false, held: 0, passed: 0, filesAsked: 0, gapped: 0 },
    { ...sizes, total: 5, isComplete: true, held: 5, passed: 5, filesAsked: 5, gapped: 3 },
    { ...sizes, total: 10, isComplete: false, held: 4, passed: 3, filesAsked: 3, gapped: 0 },
    { ...sizes, total: 300, isComplete: false, held: 0, passed: 0, filesAsked: 0, gapped: 0 },
  ]);
});

test('averages are those of chosen repositories and of lists that were read; long lists are found one by one', async () => {
  expect(await loadEvidence(database, connectionId)).toEqual({
    counts: [{ part: 'files', pullRequests: 8, entries: 40 }],
    long: [{ timeline: 101, files: 0 }],
    lookedAt: 4,
  });
});
