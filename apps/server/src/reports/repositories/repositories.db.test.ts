import { getRepositoryPage, listRepositoryRows } from '@throughline/contract';
import { beforeAll, expect, test } from 'vitest';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { startTestApi } from '../../http/testing/index.ts';

const api = await startTestApi();
const { database } = api;
const administrator = await api.signIn('administrator');
const member = await api.signIn('member');

beforeAll(async () => {
  const { hostId, organisationId } = await seedOrganisation(database);
  const [connection] = await database.query<{ connection_id: number }>(
    `insert into connection (organisation_id, name, repository_choice)
     values ($1::bigint, 'acme', 'all')
     returning connection_id`,
    [organisationId],
  );
  await database.query(
    `with made as (
       insert into repository (
         host_id, organisation_id, github_id, node_id, owner_login, name, visibility, is_archived, is_fork,
         source_version, observed_at)
       select
         $1::bigint, $2::bigint, place, 'R', 'acme', 'repo-' || to_char(place, 'FM00'), 'private', false, false,
         app_now(), app_now()
       from generate_series(1, 60) as place
       returning repository_id, github_id),
     granted as (
       insert into repository_grant (user_id, repository_id, granted_by)
       select $4::bigint, repository_id, $4::bigint
       from made
       where github_id = 2)
     insert into repository_sync (repository_id, data, connection_id, is_chosen, page_size, total, held_count, started_at)
     select repository_id, 'pull-requests', $3::bigint, true, 25, 10, 6, app_now()
     from made`,
    [hostId, organisationId, connection!.connection_id, member.user.userId],
  );
  await database.query(
    `insert into pull_request (
       repository_id, number, github_id, node_id, title, body_length, state, is_draft, created_at, closed_at, merged_at,
       base_ref, head_ref, is_cross_repository, source_version, observed_at)
     select
       repository.repository_id, given.number, given.number, 'PR', 'A title', 0, given.state, given.number = 2,
       app_now() - interval '30 days', given.merged_at, given.merged_at, 'main', 'topic', false, app_now(), app_now()
     from repository
     cross join (values
       (1, 'open', null::timestamptz),
       (2, 'open', null),
       (3, 'merged', app_now() - interval '1 hour'),
       (4, 'merged', app_now() - interval '8 days')) as given (number, state, merged_at)
     where repository.name = 'repo-02'`,
  );
});

const list = (client: typeof member, query = {}) => client.call(listRepositoryRows, { query });
const open = (client: typeof member, name: string) =>
  client.call(getRepositoryPage, { params: { host: 'acme', owner: 'ACME', name } });

test('repositories come by name, page after page, with what is open and merged lately', async () => {
  const first = await list(administrator);
  const second = await list(administrator, { after: first.next });

  const names = [...first.repositories, ...second.repositories].map(({ fullName }) => fullName);
  expect(names).toEqual(names.toSorted());
  expect(names).toHaveLength(60);
  expect([first.total, second.total, second.next]).toEqual([60, 60, undefined]);
  expect(first.repositories[1]).toMatchObject({
    path: '/gh/acme/acme/repo-02',
    openNow: 2,
    mergedLately: 1,
    held: { held: 6, percent: 60 },
    reading: 'reading',
  });
});

test('a reader who may see one repository sees that one, and nothing of how it is read', async () => {
  const { repositories, total } = await list(member);

  expect(total).toBe(1);
  expect(repositories.map(({ fullName }) => fullName)).toEqual(['acme/repo-02']);
  expect(repositories[0]).not.toHaveProperty('reading');
  expect((await list(member, { q: 'repo-01' })).total).toBe(0);
});

test('the page of one has figures that lead to their rows, and says that they are at least', async () => {
  expect(await open(member, 'repo-02')).toMatchObject({
    fullName: 'acme/repo-02',
    open: { value: 2, rows: '/pulls?repo=acme/repo-02&state=open&state=draft', isAtLeast: true, percent: 60 },
    merged: { value: 1 },
    data: [{ kind: 'pull-requests', held: 6, percent: 60 }],
  });
});

test('the page of a repository that is hidden is that of one which does not exist', async () => {
  const hidden = await open(member, 'repo-01').catch((error: Error) => error.message);
  const missing = await open(member, 'no-such').catch((error: Error) => error.message);

  expect(hidden).toBe(missing);
  expect(hidden).toMatch(/Nothing here that you can see/);
});
