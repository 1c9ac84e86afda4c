import { appendFileSync } from 'node:fs';
import { getTeam, getTeamWeek, listTeams } from '@throughline/contract';
import pg from 'pg';
import { expect, it } from 'vitest';
import { accessRoutes } from '../access/index.ts';
import { startTestApi } from '../http/testing/index.ts';
import { loadPersonsOfUsers, teamRoutes } from '../people/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { rebuildFacts } from '../reports/index.ts';
import { briefRoutes } from './index.ts';

const log = (...texts: unknown[]) =>
  appendFileSync(
    '/tmp/teams/perf.log',
    `${new Date().toISOString()} ${texts.map((t) => (typeof t === 'string' ? t : JSON.stringify(t))).join(' ')}\n`,
  );
it('is fast', { timeout: 3_000_000 }, async () => {
  const database = await testDatabase();
  const { fillOrganisation } = await import(
    /* @vite-ignore */ '../../../../bench/fill-organisation.ts' as string
  );
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await fillOrganisation(
    client,
    { pulls: 200_000, people: 2_000, teams: 200, repositories: 300, seed: 7 },
    (n: number) => log('filled', n),
  );
  await rebuildFacts(database);
  log('facts made');
  await client.query('vacuum analyze');
  const deps = { database, clock: { now: () => new Date() } };
  const api = await startTestApi({
    database,
    routes: () => [
      ...accessRoutes({ database, personOf: loadPersonsOfUsers }),
      ...teamRoutes({ database }),
      ...briefRoutes(deps),
    ],
  });
  const administrator = await api.signIn('administrator');
  const { teams } = await administrator.call(listTeams, { query: {} });
  log('teams', teams.length, teams.slice(0, 3));
  const measure = async (name: string, call: (slug: string) => Promise<unknown>) => {
    const times: number[] = [];
    for (let i = 0; i < 60; i += 1) {
      const slug = teams[(i * 7) % teams.length]!.slug;
      const start = performance.now();
      await call(slug);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    log(name, 'median', Math.round(times[30]!), 'p95', Math.round(times[56]!), 'max', Math.round(times[59]!));
  };
  for (let round = 0; round < 3; round += 1) {
    await measure('week', (slug) => administrator.call(getTeamWeek, { params: { slug, week: 'last-week' } }));
    await measure('team', (slug) => administrator.call(getTeam, { params: { slug } }));
    await measure('list', () => administrator.call(listTeams, { query: {} }));
  }
  const week = await administrator.call(getTeamWeek, { params: { slug: teams[7]!.slug, week: 'last-week' } });
  log(
    week.sentence,
    week.merged.figure.value,
    week.opened.figure.value,
    week.reviewed.figure.value,
    week.waiting.value,
  );
  log('url', database.url);
  const hold = Number(process.env['HOLD'] ?? 0);
  await new Promise((resolve) => setTimeout(resolve, hold));
  expect(1).toBe(1);
});
