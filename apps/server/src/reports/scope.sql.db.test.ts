import { beforeEach, describe, expect, test } from 'vitest';
import { createTestUser, type TestUser } from '../access/testing/test-users.ts';
import { seedOrganisation } from '../activity/testing/seed-organisation.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { loadVisibleRepositories } from '../visibility/index.ts';
import { type ListKind, loadScope } from './scope.sql.ts';

const database = await testDatabase();
const { hostId, organisationId } = await seedOrganisation(database);
const administrator = await createTestUser(database, 'administrator');
const member = await createTestUser(database, 'member');
const [connection] = await database.query<{ connection_id: number }>(
  `insert into connection (organisation_id, name, repository_choice)
   values ($1::bigint, 'acme', 'all')
   returning connection_id`,
  [organisationId],
);

/** A repository of which everything is here, and what is different about it. */
const seed = async (name: string, different = ''): Promise<number> => {
  const [row] = await database.query<{ repository_id: number }>(
    `insert into repository (
       host_id, organisation_id, github_id, node_id, owner_login, name, visibility, is_archived, is_fork,
       source_version, observed_at)
     select
       $1::bigint, $2::bigint, coalesce(max(github_id), 0) + 1, $3::text, 'acme', $3::text, 'private', false, false,
       app_now(), app_now()
     from repository
     returning repository_id`,
    [hostId, organisationId, name],
  );
  await database.query(
    `insert into repository_sync (
       repository_id, data, connection_id, is_chosen, page_size, total, held_count, started_at, completed_at, read_at)
     values ($1::bigint, 'pull-requests', $2::bigint, true, 25, 100, 100, app_now(), app_now(), app_now())`,
    [row!.repository_id, connection!.connection_id],
  );
  await database.query(
    `insert into completeness_count (repository_id, counted_seq, is_settled, took_ms, counted_at)
     values ($1::bigint, 0, true, 1, app_now())`,
    [row!.repository_id],
  );
  if (different !== '') {
    await database.query(`update repository_sync set ${different} where repository_id = $1::bigint`, [
      row!.repository_id,
    ]);
  }
  return row!.repository_id;
};

const loadGaps = async (viewer: TestUser): Promise<readonly string[]> =>
  (await loadScope(database, await loadVisibleRepositories(database, { ...viewer, sessionId: '' }))).gaps;

const loadAllGaps = () => loadGaps(administrator);

beforeEach(() => database.query('delete from repository'));

test('leaves out an organisation whose pull requests are switched off, and says so', async () => {
  await seed('api');
  const load = () => loadVisibleRepositories(database, { ...administrator, sessionId: '' });
  await database.query(
    `insert into connection_data (connection_id, data, switched_off_at)
     values ($1::bigint, 'pull-requests', '2026-11-03T10:00:00Z')`,
    [connection!.connection_id],
  );

  const off = await load();
  const gaps = await loadAllGaps();
  await database.query('delete from connection_data');

  expect([off.ids, off.idsSwitchedOff.length]).toEqual([[], 1]);
  expect(gaps).toEqual(['Pull requests of acme are left out: they have been switched off since 2026-11-03.']);
  expect((await load()).ids).toHaveLength(1);
});

test('says since when a repository is no longer read whose organisation was disconnected', async () => {
  await seed('api');
  const turn = (set: string) =>
    database.query(`update connection set ${set} where connection_id = $1::bigint`, [
      connection!.connection_id,
    ]);
  await turn(`state = 'disconnected', disconnected_at = '2026-11-03T10:00:00Z'`);

  const gaps = await loadAllGaps();
  await turn(`state = 'active', disconnected_at = null`);

  expect(gaps).toEqual([
    'acme/api is no longer read since 3 November 2026: its organisation was disconnected.',
  ]);
});

test('says nothing of a repository that is whole and in step', async () => {
  await seed('api');

  expect(await loadAllGaps()).toEqual([]);
});

test.each([
  ['completed_at = null, held_count = 61', 'acme/api is still being read: 61 %.'],
  ['completed_at = null, started_at = null, held_count = 0', 'acme/api has not been read yet.'],
  [
    `completed_at = null, held_count = 5, failure_count = 3, failure_code = 'x', failure_text = 'x'`,
    'acme/api could not be read to its end: 5 %.',
  ],
  [
    `read_at = '2026-01-03T09:14:00Z'`,
    'acme/api was last read on 3 January 2026, 09:14; what came since is missing.',
  ],
])('of one with %s says so', async (different, sentence) => {
  await seed('api', different);

  expect(await loadAllGaps()).toEqual([sentence]);
});

test('counts what was gone past, until it can be read', async () => {
  const repositoryId = await seed('api');
  await database.query(
    `insert into quarantined_record (repository_id, data, key, reason, detail, resolved_at)
     values ($1::bigint, 'pull-requests', '1', 'cut-off', 'x', null),
       ($1::bigint, 'pull-requests', '2', 'cut-off', 'x', app_now())`,
    [repositoryId],
  );

  expect(await loadAllGaps()).toEqual(['1 pull request of acme/api could not be read.']);
});

test('says that something is missing also where nobody knows what', async () => {
  await seed('api', 'held_count = 99');

  expect(await loadAllGaps()).toEqual(['Some of what this rests on is not here yet.']);
});

test('tells a reader nothing of a repository they may not see', async () => {
  const granted = await seed('api', 'completed_at = null, held_count = 61');
  await seed('secret', 'completed_at = null, held_count = 10');
  await database.query(
    'insert into repository_grant (user_id, repository_id) values ($1::bigint, $2::bigint)',
    [member.userId, granted],
  );

  expect(await loadGaps(member)).toEqual(['acme/api is still being read: 61 %.']);
});

describe('lists of pull requests that are not whole', () => {
  const load = async (kinds: readonly ListKind[]) =>
    loadScope(database, await loadVisibleRepositories(database, { ...administrator, sessionId: '' }), kinds);

  /** As many of a hundred pull requests have all their reviews. */
  const count = async (repositoryId: number, whole: number): Promise<void> => {
    await database.query(
      `insert into completeness_kind (repository_id, kind, pull_requests, whole, held)
       values ($1::bigint, 'reviews', 100, $2::integer, 0)`,
      [repositoryId, whole],
    );
    await database.query(
      `insert into completeness_part (repository_id, part, cause, pull_requests, held, github_total, uncounted)
       values ($1::bigint, 'reviews', 'cut-off', $2::integer, 0, 0, 0)`,
      [repositoryId, 100 - whole],
    );
  };

  test('are named with their cause where they matter, and nowhere else', async () => {
    await count(await seed('api'), 97);

    expect(await load(['reviews'])).toMatchObject({
      percent: 97,
      gaps: ['Reviews of 3 pull requests of acme/api are not all here: GitHub left parts of them out.'],
    });
    expect(await load([])).toEqual({ visibleRepositories: 1, gaps: [], isMoving: false });
  });

  test('say nothing when they are whole', async () => {
    await count(await seed('api'), 100);

    expect(await load(['reviews'])).toEqual({ visibleRepositories: 1, gaps: [], isMoving: false });
  });

  test('weigh by the pull requests of their repository, and a repository that is being read weighs too', async () => {
    await count(await seed('api'), 90);
    await count(await seed('web', 'completed_at = null, held_count = 50'), 100);

    expect((await load(['reviews'])).percent).toBe(70);
    expect((await load([])).percent).toBe(75);
  });

  test('have no share while a repository has not been counted', async () => {
    await count(await seed('api', 'total = null'), 90);

    expect(await load(['reviews'])).not.toHaveProperty('percent');
  });

  test('are not known to be whole before they were counted, and have no share till then', async () => {
    const repositoryId = await seed('api');
    await database.query('delete from completeness_count where repository_id = $1::bigint', [repositoryId]);

    expect(await load(['reviews'])).toEqual({
      visibleRepositories: 1,
      gaps: ['Whether all of it is here is still being counted.'],
      isMoving: true,
    });
    expect(await load([])).toEqual({ visibleRepositories: 1, gaps: [], isMoving: false });
  });

  test('are named where they lack most, and the others counted', async () => {
    for (const [name, whole] of [
      ['a', 99],
      ['b', 90],
      ['c', 80],
      ['d', 98],
      ['e', 70],
    ] as const) {
      await count(await seed(name), whole);
    }

    const { gaps } = await load(['reviews']);

    expect(gaps.map((gap) => /acme\/\w/.exec(gap)?.[0] ?? gap)).toEqual([
      'acme/e',
      'acme/c',
      'acme/b',
      '2 more gaps like these are not named.',
    ]);
  });
});

describe('what is missing', () => {
  const isMoving = async (): Promise<boolean> =>
    (await loadScope(database, await loadVisibleRepositories(database, { ...administrator, sessionId: '' })))
      .isMoving;

  test.each([
    ['is being read', 'completed_at = null, held_count = 61', true],
    ['waits to be read', 'completed_at = null, started_at = null, held_count = 0', true],
    [
      'could not be read',
      `completed_at = null, failure_count = 3, failure_code = 'x', failure_text = 'x'`,
      false,
    ],
    ['is missing for good', 'held_count = 99', false],
  ])('and %s may soon be here or not', async (_, different, expected) => {
    await seed('api', different);

    expect(await isMoving()).toBe(expected);
  });

  test('may soon be here where a count is to be confirmed', async () => {
    const repositoryId = await seed('api', 'held_count = 99');
    await database.query(
      'update completeness_count set is_settled = false where repository_id = $1::bigint',
      [repositoryId],
    );

    expect(await isMoving()).toBe(true);
  });
});
