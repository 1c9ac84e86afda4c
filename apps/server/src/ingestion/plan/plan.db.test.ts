import { planSync, type SyncPlan } from '@throughline/contract';
import { createProceduralOrganisation } from '@throughline/github-emulator';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessRoutes } from '../../access/index.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { countWhatChanged } from '../completeness/count-completeness.jobs.ts';
import { readAgain } from '../reading/read-again.sql.ts';
import { ingestionRoutes } from '../sync.routes.ts';
import { startStory } from '../testing/start-story.ts';

const database = await testDatabase();
const organisation = createProceduralOrganisation({
  people: 40,
  repos: 5,
  pulls: 600,
  changes: 0,
  shape: 'average',
  now: '2026-03-01T00:00:00Z',
});
const login = organisation.organisations[0]!.members.find(({ role }) => role === 'ADMIN')!.account.login;
const story = await startStory(database, { sources: [organisation] }, { login, organisation: 'larkfield' });
const api = await startTestApi({
  database,
  routes: () => [
    ...accessRoutes({ database, personOf: () => Promise.resolve(new Map()) }),
    ...ingestionRoutes(story.deps),
  ],
});
const administrator = await api.signIn('administrator');
const params = { connectionId: story.connectionId };
const plan = (scope: 'missing' | 'everything' = 'missing'): Promise<SyncPlan> =>
  administrator.call(planSync, { params, query: { scope } });

const listRepositories = () =>
  database.query<{ readonly name: string; readonly id: number }>(
    `select repository.name, repository.repository_id as id
     from repository_sync
     join repository on repository.repository_id = repository_sync.repository_id
     where repository_sync.is_chosen
     order by repository_sync.total desc`,
  );

const read = async (repositories: readonly { readonly name: string }[]): Promise<void> => {
  for (const { name } of repositories) await story.readAll(name);
};

interface Bill {
  readonly points: number;
  readonly requests: number;
  readonly cpuSeconds: number;
}

/** What the emulated GitHub charges while something happens. */
const charge = async (happen: () => Promise<void>): Promise<Bill> => {
  const before = toBill();
  await happen();
  const after = toBill();
  return {
    points: after.points - before.points,
    requests: after.requests - before.requests,
    cpuSeconds: after.cpuSeconds - before.cpuSeconds,
  };
};

const toBill = (): Bill => {
  const { lines } = story.emulator.control.bill();
  const isRest = ({ operation }: { readonly operation: string }): boolean => operation.startsWith('GET ');
  return {
    points: lines.filter((line) => !isRest(line)).reduce((sum, { points }) => sum + points, 0),
    requests: lines.filter(isRest).reduce((sum, { count }) => sum + count, 0),
    cpuSeconds: lines.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
  };
};

/** Planned by charged. */
const compare = ({ cost }: SyncPlan, bill: Bill): Bill => ({
  points: cost.points / bill.points,
  requests: cost.restRequests / bill.requests,
  cpuSeconds: (cost.graphqlCpuSeconds + cost.restCpuSeconds) / bill.cpuSeconds,
});

const expectTrue = (ratios: Partial<Bill>): void => {
  for (const ratio of Object.values(ratios)) {
    expect(ratio, JSON.stringify(ratios)).toBeGreaterThan(0.8);
    expect(ratio, JSON.stringify(ratios)).toBeLessThan(1.2);
  }
};

describe('a plan made before an organisation is read', () => {
  let empty: SyncPlan;
  let before: SyncPlan;
  let onTheWay: SyncPlan;
  let rest: Bill;
  let bill: Bill;

  beforeAll(async () => {
    empty = await plan();
    await story.discover();
    before = await plan();
    const repositories = await listRepositories();
    bill = await charge(async () => {
      await read(repositories.slice(0, 2));
      await countWhatChanged(database);
      onTheWay = await plan();
      rest = await charge(() => read(repositories.slice(2)));
    });
    await countWhatChanged(database);
  });

  test('says that nothing is known before its repositories are listed', () => {
    expect(empty).toMatchObject({ pullRequests: 0, repositories: 0, cost: { points: 0 } });
    expect(empty.sentence).toContain('No repository of larkfield is listed yet');
    expect(empty).not.toHaveProperty('hours');
  });

  test('counts what GitHub counts, by the averages of an average organisation', () => {
    expect(before).toMatchObject({ pullRequests: 600, repositories: 5, uncounted: 0, basis: 'assumed' });
    expect(before.boundBy).toBe('graphql-cpu');
  });

  // Measured: points 1.00, requests 1.03, computing time 1.00.
  test('is what GitHub charges, within a fifth', () => {
    expectTrue(compare(before, bill));
  });

  // Points are not judged: a single list of 3,000 files is 29 of them. Measured: requests 0.85, computing time 0.97.
  test('goes by the averages of what is here once enough is', () => {
    const { requests, cpuSeconds } = compare(onTheWay, rest);

    expect(onTheWay.basis).toBe('measured');
    expectTrue({ requests, cpuSeconds });
  });

  test('leaves nothing when everything is here', async () => {
    const { pullRequests, cost, sentence } = await plan();

    expect({ pullRequests, points: cost.points, requests: cost.restRequests }).toEqual({
      pullRequests: 0,
      points: 0,
      requests: 0,
    });
    expect(sentence).toBe('Nothing of larkfield is missing.');
  });

  test('counts what is here', async () => {
    const { basis, assumptions, data } = await plan('everything');
    const [{ reviews }] = (await database.query<{ reviews: number }>(
      'select count(*)::integer as reviews from v_pull_request_review',
    )) as [{ reviews: number }];

    expect(basis).toBe('measured');
    expect(assumptions[0]).toContain('as the 600 pull requests that are here have');
    expect(data.find(({ kind }) => kind === 'reviews')?.objects).toBe(reviews);
  });
});

describe('a plan of reading everything anew', () => {
  let again: SyncPlan;
  let halfway: SyncPlan;
  let bill: Bill;

  beforeAll(async () => {
    again = await plan('everything');
    const repositories = await listRepositories();
    await database.transaction(async (tx) => {
      await readAgain(
        tx,
        repositories.map(({ id }) => id),
      );
    });
    bill = await charge(async () => {
      await story.turn(repositories[0]!.name);
      halfway = await plan();
      await read(repositories);
    });
  });

  // Measured: points 1.15, requests 1.00, computing time 0.95.
  test('is what GitHub charges, within a fifth', () => {
    expectTrue(compare(again, bill));
  });

  test('says of one under way what is left of it', () => {
    expect(halfway.pullRequests).toBeGreaterThan(0);
    expect(halfway.pullRequests).toBeLessThan(600);
    expect(halfway.cost.points).toBeLessThan(again.cost.points);
  });

  test('takes no more room', () => {
    expect(again.cost.diskBytes).toBe(0);
  });
});

test('what is not counted comes on top, and is said', async () => {
  const [first] = await listRepositories();
  await database.query(
    'update repository_sync set total = null, completed_at = null where repository_id = $1::bigint',
    [first!.id],
  );

  const { uncounted, repositories, sentence } = await plan();

  expect({ uncounted, repositories }).toEqual({ uncounted: 1, repositories: 1 });
  expect(sentence).toContain('One repository has not been counted yet and comes on top.');
});

test('a connection that is not there has no plan', async () => {
  const answer = administrator.call(planSync, { params: { connectionId: 999_999 }, query: {} });

  await expect(answer).rejects.toMatchObject({ failure: { code: 'not-found' } });
});
