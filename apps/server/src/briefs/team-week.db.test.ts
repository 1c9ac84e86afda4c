import {
  ApiFailure,
  getTeamWeek,
  listMetricRows,
  listPullRequests,
  listReviews,
  setGrants,
  type TeamWeek,
} from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { accessRoutes } from '../access/index.ts';
import { startTestApi } from '../http/testing/index.ts';
import { loadPersonsOfUsers } from '../people/index.ts';
import { metricRoutes, rebuildFacts, reportRoutes } from '../reports/index.ts';
import { now, startPullsWorld } from '../reports/testing/start-pulls-world.ts';
import { visibilityRoutes } from '../visibility/index.ts';
import { briefRoutes } from './index.ts';

const { database, repositories } = await startPullsWorld();
const deps = { database, clock: { now: () => now } };
const api = await startTestApi({
  database,
  routes: () => [
    ...accessRoutes({ database, personOf: loadPersonsOfUsers }),
    ...visibilityRoutes({ database }),
    ...reportRoutes(deps),
    ...metricRoutes(deps),
    ...briefRoutes(deps),
  ],
});
const administrator = await api.signIn('administrator');
const member = await api.signIn('member');
await administrator.call(setGrants, {
  params: { userId: member.user.userId },
  body: { repositoryIds: [repositories.get('api')!] },
});

const open = (week: string, reader = administrator): Promise<TeamWeek> =>
  reader.call(getTeamWeek, { params: { slug: 'payments', week } });

const countRows = async (rows: string): Promise<number> => {
  const address = new URL(rows, 'http://localhost');
  const query = Object.fromEntries(address.searchParams);
  if (address.pathname === '/reviews') return (await administrator.call(listReviews, { query })).total;
  if (address.pathname === '/pulls') return (await administrator.call(listPullRequests, { query })).total;
  const metric = address.pathname.split('/').at(-2) ?? '';
  return (await administrator.call(listMetricRows, { params: { metric }, query })).total;
};

describe('a team’s week', () => {
  it('counts what its members of those days did, whoever is a member now', async () => {
    const [early, middle, late] = [await open('2026-W45'), await open('2026-W46'), await open('2026-W47')];
    const numbers = ({ merged, opened, reviewed }: TeamWeek) =>
      [merged, opened, reviewed].map(({ figure }) => figure.value);

    expect(numbers(early)).toEqual([0, 2, 1]);
    expect(numbers(middle)).toEqual([1, 0, 0]);
    expect(numbers(late)).toEqual([0, 0, 0]);
    expect(late.waiting.value).toBe(1);
    expect(middle.cycleTime.figure.n + middle.cycleTime.figure.missing).toBe(1);
  });

  it('opens every number into exactly its rows', async () => {
    const week = await open('2026-W46');
    const counts = [week.merged, week.opened, week.reviewed].flatMap(({ figure, past }) => [
      figure,
      ...past.map((one) => one.figure),
    ]);

    for (const { rows, value } of [...counts, week.waiting])
      expect([rows, await countRows(rows)]).toEqual([rows, value]);
    for (const { rows, figure } of [week.firstResponse, week.cycleTime])
      expect([rows, await countRows(rows)]).toEqual([rows, figure.n]);
    expect(counts).toHaveLength(39);
  });

  it('says what it is made over, and in which week', async () => {
    const running = await open('this-week');
    const past = await open('2026-W46');

    expect(running.week).toMatchObject({ text: '2026-W47', label: 'week 47 of 2026', isOver: false });
    expect(running).not.toHaveProperty('after');
    expect([past.before.text, past.after?.text]).toEqual(['2026-W45', '2026-W47']);
    expect(past.sentence).toBe('1 pull request landed.');
    expect(past.merged.past.map(({ label }) => label).at(-1)).toBe('week 45');
  });

  it('tells working hours of the team’s own days too, once the workspace tells them', async () => {
    await database.query(
      `insert into git_commit (repository_id, oid, authored_at, committed_at, message_length, observed_at)
       select repository_id, lpad(number::text, 40, '0'), created_at - interval '3 days', created_at, 1, app_now()
       from pull_request`,
    );
    await database.query(
      `insert into pull_request_commit (repository_id, number, oid, position, seen_version)
       select repository_id, number, lpad(number::text, 40, '0'), 1, app_now()
       from pull_request`,
    );
    await rebuildFacts(database);
    const before = await open('2026-W46');
    await database.query(`update workspace set working_days = '{7}'`);
    await database.query(`update team set working_days = '{1,2,3,4,5,6,7}' where slug = 'payments'`);

    const { cycleTime } = await open('2026-W46');
    await database.query('update workspace set working_days = null');

    expect(before.cycleTime).not.toHaveProperty('workingTime');
    expect(cycleTime.workingTime).toMatchObject({ days: [1, 2, 3, 4, 5, 6, 7] });
    expect(cycleTime.figure.values).toHaveLength(1);
    expect(cycleTime.figure.working?.values).toEqual(cycleTime.figure.values);
    expect({ ...cycleTime.figure, working: undefined }).toEqual(before.cycleTime.figure);
  });

  it('shows nothing of repositories that the reader does not see', async () => {
    const week = await open('2026-W45', member);

    expect([week.opened.figure.value, week.reviewed.figure.value]).toEqual([1, 0]);
    expect(week.scope.visibleRepositories).toBe(1);
    expect(JSON.stringify(week)).not.toMatch(/acme\/web/);
  });

  it('falls back to the running week where there is no such one, and says so', async () => {
    const odd = await open('2026-W60');
    const other = await open('last-30-days');

    expect(odd.ignored).toMatchObject([{ name: 'week', value: '2026-W60', reason: '2026 has no week 60.' }]);
    expect(other.ignored).toMatchObject([
      { value: 'last-30-days', reason: expect.stringMatching(/no week/) },
    ]);
    expect([odd.week.text, other.week.text]).toEqual(['2026-W47', '2026-W47']);
  });

  it('is not there where there is no such team', async () => {
    const refused = await administrator
      .call(getTeamWeek, { params: { slug: 'nobody', week: 'this-week' } })
      .catch((error: unknown) => error);

    expect(refused instanceof ApiFailure && refused.failure.code).toBe('not-found');
  });

  it('is taken along as Markdown with the same numbers', async () => {
    const { markdown } = await open('2026-W46');

    expect(markdown).toMatch(/^## Payments, week 46 of 2026\n/);
    expect(markdown).toContain('- Merged: 1 · opened 0 · open now 1\n- Reviews given: 0\n');
    expect(markdown).toContain('2026-11-09 to 2026-11-15, UTC.');
  });
});
