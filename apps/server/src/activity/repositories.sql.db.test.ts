import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../platform/sql/testing/index.ts';
import type { RepositoryFacts } from './merge-repository.ts';
import { type RepositoryBatch, upsertRepositories } from './repositories.sql.ts';
import { at } from './testing/pull-request-facts.ts';
import { type SeededOrganisation, seedOrganisation } from './testing/seed-organisation.ts';

const database = await testDatabase();
let count = 0;
let organisation: SeededOrganisation;

beforeEach(async () => {
  count += 1;
  organisation = await seedOrganisation(database, `acme-${count}`);
});

const repository = (
  githubId: number,
  name: string,
  story: Partial<RepositoryFacts> = {},
): RepositoryFacts => ({
  githubId,
  nodeId: `R_${githubId}`,
  ownerLogin: 'acme',
  name,
  visibility: 'private',
  isArchived: false,
  isFork: false,
  defaultBranch: 'main',
  pushedAt: at(0),
  version: at(1),
  isLookup: false,
  ...story,
});

const list = (
  observed: number,
  repositories: readonly RepositoryFacts[],
  story: Partial<RepositoryBatch> = {},
) =>
  database.transaction((tx) =>
    upsertRepositories(tx, {
      ...organisation,
      observedAt: at(observed),
      isWhole: true,
      repositories,
      ...story,
    }),
  );

const loadNames = async () =>
  (
    await database.query<{ name: string }>(
      'select name from v_repository where host_id = $1::bigint order by name',
      [organisation.hostId],
    )
  ).map(({ name }) => name);

describe('a repository', () => {
  test('renamed stays the same one', async () => {
    const first = await list(2, [repository(1, 'payouts')]);

    const second = await list(12, [repository(1, 'payments', { version: at(11) })]);

    expect(second.ids.get(1)).toBe(first.ids.get(1));
    expect(await loadNames()).toEqual(['payments']);
  });

  test('made anew under the name of another is another one', async () => {
    const first = await list(2, [repository(1, 'payouts')]);

    const second = await list(12, [
      repository(1, 'payouts-old', { version: at(11) }),
      repository(2, 'payouts', { version: at(11) }),
    ]);

    expect(second.ids.get(2)).not.toBe(first.ids.get(1));
    expect(await loadNames()).toEqual(['payouts', 'payouts-old']);
  });

  test('missing in a whole list is left out of the views, and back when it is shown again', async () => {
    const { ids } = await list(2, [repository(1, 'payouts'), repository(2, 'ledger')]);

    const result = await list(12, [repository(2, 'ledger')]);
    const without = await loadNames();
    await list(22, [repository(1, 'payouts'), repository(2, 'ledger')]);

    expect(result.gone).toEqual([ids.get(1)]);
    expect(without).toEqual(['ledger']);
    expect(await loadNames()).toEqual(['ledger', 'payouts']);
  });

  test('missing in a list that was cut off is not missed', async () => {
    await list(2, [repository(1, 'payouts'), repository(2, 'ledger')]);

    const result = await list(12, [repository(2, 'ledger')], { isWhole: false });

    expect(result.gone).toEqual([]);
    expect(await loadNames()).toEqual(['ledger', 'payouts']);
  });

  test('transferred to another organisation is not missed by the one it left', async () => {
    const { ids } = await list(2, [repository(1, 'payouts')]);
    const [other] = await database.query<{ organisationId: number }>(
      `insert into organisation (host_id, github_id, login, observed_at)
       values ($1::bigint, 2, 'acme-labs', app_now())
       returning organisation_id as "organisationId"`,
      [organisation.hostId],
    );
    const there = { organisationId: other!.organisationId };

    const moved = await list(
      12,
      [repository(1, 'payouts', { ownerLogin: 'acme-labs', version: at(11) })],
      there,
    );
    const left = await list(13, []);

    expect(moved.ids.get(1)).toBe(ids.get(1));
    expect(left.gone).toEqual([]);
  });

  test('a name it was renamed from is kept, and one it never had is not', async () => {
    const { ids } = await list(2, [repository(1, 'payouts'), repository(2, 'web')]);

    await list(12, [
      repository(1, 'payments', { version: at(11) }),
      repository(2, 'web', { version: at(11) }),
    ]);

    const former = await database.query(
      `select repository_id, owner_login, name
       from v_former_repository_name
       where repository_id = any($1::bigint[])`,
      [[...ids.values()]],
    );
    expect(former).toEqual([{ repository_id: ids.get(1), owner_login: 'acme', name: 'payouts' }]);
  });

  test('seen again without change is not written', async () => {
    await list(2, [repository(1, 'payouts')]);
    const before = await database.query('select xmin::text, ctid::text from repository');

    const result = await list(12, [repository(1, 'payouts')]);

    expect(result).toMatchObject({ contradicted: [], gone: [] });
    expect(await database.query('select xmin::text, ctid::text from repository')).toEqual(before);
  });

  test('pushed to moves on under the same version', async () => {
    await list(2, [repository(1, 'payouts')]);

    const result = await list(12, [repository(1, 'payouts', { pushedAt: at(10) })]);

    const rows = await database.query('select pushed_at from v_repository where host_id = $1::bigint', [
      organisation.hostId,
    ]);
    expect(result.contradicted).toEqual([]);
    expect(rows).toEqual([{ pushed_at: at(10) }]);
  });

  test('seen in two contents under one version waits for the look-up', async () => {
    await list(2, [repository(1, 'payouts')]);

    const result = await list(12, [repository(1, 'payments')]);
    const before = await loadNames();
    await list(13, [repository(1, 'payments', { isLookup: true })]);

    expect(result.contradicted).toEqual([1]);
    expect(before).toEqual(['payouts']);
    expect(await loadNames()).toEqual(['payments']);
  });
});
