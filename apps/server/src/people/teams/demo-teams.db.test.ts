import { getTeam, listTeams, removeDemo, startDemo } from '@throughline/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { listTestRoutes, openAccessDependencies } from '../../github-access/testing/access-dependencies.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { addDemoPeople, addDemoTeams, teamRoutes } from '../index.ts';

const database = await testDatabase();
const deps = openAccessDependencies(database, {
  loopbackOrigins: [],
  callbacks: {
    onDemoConnected: async (connectionId, hostId) => {
      await addDemoPeople(deps, connectionId, hostId);
      await addDemoTeams(deps, connectionId, hostId);
    },
  },
});
const api = await startTestApi({
  database,
  routes: () => [...listTestRoutes(deps), ...teamRoutes({ database })],
});
const administrator = await api.signIn('administrator');

afterAll(() => deps.close());

const list = async () => (await administrator.call(listTeams, { query: {} })).teams;

describe('the demo organisation', () => {
  it('comes with its teams, once, nested and full', async () => {
    await administrator.call(startDemo);
    await administrator.call(startDemo);

    const teams = await list();
    const nested = teams.filter(({ parentSlug }) => parentSlug === 'engineering');
    const team = await administrator.call(getTeam, { params: { slug: nested[0]!.slug } });

    expect(nested.length).toBeGreaterThan(3);
    expect(teams.every(({ isDemo }) => isDemo)).toBe(true);
    expect(nested.every(({ contributors, leads }) => contributors > 3 && leads.length === 1)).toBe(true);
    expect(team.github).toMatchObject({ isKept: true, unlinked: [] });
  });

  it('takes its teams along when it goes, and nothing else', async () => {
    await database.query(
      `insert into team (slug, name, parent_team_id)
       select 'own', 'Own', team_id
       from team
       where slug = 'engineering'`,
    );

    await administrator.call(removeDemo);

    expect((await list()).map(({ slug, parentSlug }) => [slug, parentSlug])).toEqual([['own', undefined]]);
  });
});
