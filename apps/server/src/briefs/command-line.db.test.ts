import { createKey, createView, type PersonPage, personPage, teamWeek } from '@throughline/contract';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { accessRoutes } from '../access/index.ts';
import { startTestApi } from '../http/testing/index.ts';
import { createCommandLine } from '../http/testing/run-command-line.ts';
import { loadPersonsOfUsers, personRoutes, teamRoutes } from '../people/index.ts';
import { metricRoutes, reportRoutes, repositoryRoutes, searchRoutes } from '../reports/index.ts';
import { now, startPullsWorld } from '../reports/testing/start-pulls-world.ts';
import { visibilityRoutes } from '../visibility/index.ts';
import { briefRoutes } from './index.ts';

const { database } = await startPullsWorld();
const deps = { database, clock: { now: () => now } };
const api = await startTestApi({
  database,
  routes: () => [
    ...accessRoutes({ database, personOf: loadPersonsOfUsers }),
    ...personRoutes({ database }),
    ...teamRoutes({ database }),
    ...visibilityRoutes({ database }),
    ...reportRoutes(deps),
    ...repositoryRoutes({ database }),
    ...searchRoutes({ database }),
    ...metricRoutes(deps),
    ...briefRoutes(deps),
  ],
});
const administrator = await api.signIn('administrator');
const { text: key } = await administrator.call(createKey, { body: { name: 'Terminal', scope: 'read' } });
const commandLine = await createCommandLine();
const run = (...args: string[]) =>
  commandLine.run(args, { environment: { THROUGHLINE_URL: api.origin, THROUGHLINE_KEY: key } });

await administrator.call(createView, { body: { name: 'Merged', address: '/pulls?state=merged' } });

it.each([
  [['person', 'kim', '--period', '2026'], '1 pull request shipped'],
  [['person', 'Kim', '--shipped', '--period', '2026'], 'What Kim shipped'],
  [['person', 'kim', '--rows', 'shipped', '--period', '2026', '--csv'], 'acme,acme/api,1,Change 1'],
  [['teams'], 'Payments'],
  [['team', 'payments'], 'Who was in it'],
  [['team', 'payments', '--week', '2026-W46'], 'Payments, week 46 of 2026'],
  [['my-data', 'show'], 'You are not tied to a person'],
  [['my-data', 'looks'], 'Nobody looked.'],
  [['my-data', 'export'], '"kinds"'],
  [['search', 'kim'], '/people/kim'],
  [['repositories'], '2 in all'],
  [['repository', 'acme/api'], 'Open now'],
  [['views'], '/pulls?state=merged'],
])('throughline %j tells what its page tells, with a key that may read', async (words, says) => {
  const { exitCode, out, error } = await run(...words);

  expect([exitCode, error, out.includes(says) ? says : out]).toEqual([0, '', says]);
});

it('answers programs as the API does', async () => {
  const person = await run('person', 'kim', '--json');
  const week = await run('team', 'payments', '--week', '--json');
  const none = await run('person', 'nobody', '--json');

  expect(personPage.parse(JSON.parse(person.out))).toMatchObject<Partial<PersonPage>>({ slug: 'kim' });
  expect(teamWeek.parse(JSON.parse(week.out)).team.slug).toBe('payments');
  expect([
    none.exitCode,
    z.object({ error: z.object({ code: z.string() }) }).parse(JSON.parse(none.out)),
  ]).toEqual([1, { error: { code: 'not-found' } }]);
});
