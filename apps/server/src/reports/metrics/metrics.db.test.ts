import {
  exportMetricJson,
  getMetric,
  getMetricSpread,
  listMetricRows,
  listMetrics,
  updateWorkspace,
} from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { accessRoutes } from '../../access/index.ts';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { loadPersonsOfUsers } from '../../people/index.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { rebuildFacts } from '../facts/renew-facts.sql.ts';
import { metricRoutes } from './metrics.routes.ts';
import { openMetric } from './open-metric.sql.ts';
import { fillPulls } from './testing/fill-pulls.ts';

const database = await testDatabase();
const api = await startTestApi({
  database,
  routes: () => [
    ...accessRoutes({ database, personOf: loadPersonsOfUsers }),
    ...metricRoutes({ database, clock: systemClock }),
  ],
});
const reader = await api.signIn('administrator');
const stranger = await api.signIn('member');
await fillPulls(database, await seedOrganisation(database));
await rebuildFacts(database);

const metric = 'cycle-time';

describe('metrics over the API', () => {
  test('are catalogued as their files declare them', async () => {
    const { metrics } = await reader.call(listMetrics);

    expect(metrics.map(({ id }) => id)).toContain('knowledge-sharing');
    expect(metrics.find(({ id }) => id === metric)).toMatchObject({
      summary: 'median',
      presets: [{ id: 'devlake' }, { id: 'sei' }],
      stages: [{ id: 'coding' }, { id: 'pickup' }, { id: 'review' }, { id: 'merge' }],
    });
  });

  test('have rows page by page that are as many as they say', async () => {
    const { figure } = await reader.call(getMetric, { params: { metric }, query: {} });
    const numbers: number[] = [];
    let after: string | undefined;
    do {
      const page = await reader.call(listMetricRows, { params: { metric }, query: { after } });
      numbers.push(...page.rows.map(({ number }) => number));
      after = page.next;
    } while (after !== undefined);

    expect(new Set(numbers).size).toBe(figure.n);
    expect(numbers).toHaveLength(figure.n);
  });

  test('have files of exactly those rows', async () => {
    const query = { label: 'bug' };
    const { total, rows } = await reader.call(listMetricRows, { params: { metric }, query });
    const file = await reader.call(exportMetricJson, { params: { metric }, query });
    const csv = await (await reader.fetch(`/api/metrics/${metric}/rows.csv?label=bug`)).text();

    expect(file).toHaveLength(total);
    expect(file.slice(0, rows.length)).toEqual(rows);
    expect(csv.trim().split('\r\n')).toHaveLength(total + 1);
  });

  test('have a spread whose ranges open as many rows as they say', async () => {
    const { bars, n, dots } = await reader.call(getMetricSpread, { params: { metric }, query: {} });
    const totals = await Promise.all(
      bars.map(async ({ rows }) => {
        const { total } = await reader.call(listMetricRows, { params: { metric }, query: rows });
        return total;
      }),
    );

    expect(totals).toEqual(bars.map((bar) => bar.n));
    expect(dots).toHaveLength(n);
  });

  test('have no spread where a pull request has no value', async () => {
    await expect(
      reader.call(getMetricSpread, { params: { metric: 'merged' }, query: {} }),
    ).rejects.toMatchObject({ status: 422 });
  });

  test('follow what changes, though answers are kept', async () => {
    const ask = async () =>
      (await reader.call(getMetric, { params: { metric: 'merged' }, query: { team: 'ledger' } })).figure.n;
    const before = await ask();

    await database.query(
      `delete from team_member where team_id = (select team_id from team where slug = 'ledger')`,
    );

    expect(before).toBeGreaterThan(0);
    expect(await ask()).toBe(0);
  });

  test('tell working hours beside elapsed ones while the workspace names its working days', async () => {
    const ask = () => reader.call(getMetric, { params: { metric: 'open-time' }, query: {} });
    const before = await ask();
    await reader.call(updateWorkspace, { body: { workingDays: [1, 2, 3, 4] } });

    const { figure, workingTime, buckets } = await ask();
    const file = await reader.call(exportMetricJson, { params: { metric: 'open-time' }, query: {} });
    const csv = await (await reader.fetch('/api/metrics/open-time/rows.csv')).text();
    await reader.call(updateWorkspace, { body: { workingDays: [] } });

    const hours = file.map(({ workingValue = Number.NaN }) => workingValue).toSorted((a, b) => a - b);
    const middle = (hours.length - 1) / 2;
    expect(workingTime).toEqual({ zone: 'UTC', days: [1, 2, 3, 4] });
    expect(figure.working?.value).toBeCloseTo(
      (hours[Math.floor(middle)]! + hours[Math.ceil(middle)]!) / 2,
      3,
    );
    expect(file.every(({ value = 0, workingValue = Infinity }) => workingValue <= value + 0.001)).toBe(true);
    expect(hours[0]).toBe(0);
    expect(buckets.every(({ n, working }) => n === 0 || working !== undefined)).toBe(true);
    expect(csv.split('\r\n')[0]).toContain(',value,working_value,');
    expect({ ...figure, working: undefined }).toEqual(before.figure);
    expect(await ask()).toEqual(before);
  });

  test('tell the working hours of one team in its own days and zone, and none where there is no span', async () => {
    await reader.call(updateWorkspace, { body: { workingDays: [1, 2, 3, 4] } });
    await database.query(
      `update team set working_days = '{1,2,3,4,5,6,7}', zone = 'Asia/Tokyo' where slug = 'payments'`,
    );
    const ask = (id: string, query: Readonly<Record<string, string>>) =>
      reader.call(getMetric, { params: { metric: id }, query });

    const ofTeam = await ask('open-time', { team: 'payments' });
    const byStages = await ask(metric, { preset: 'sei' });
    const counted = await ask('merged', {});
    await reader.call(updateWorkspace, { body: { workingDays: [] } });

    expect(ofTeam.workingTime).toEqual({ zone: 'Asia/Tokyo', days: [1, 2, 3, 4, 5, 6, 7] });
    expect(ofTeam.figure.working?.value).toBeCloseTo(ofTeam.figure.value ?? Number.NaN, 3);
    expect([byStages.workingTime, byStages.figure.working]).toEqual([undefined, undefined]);
    expect([counted.workingTime, counted.figure.working]).toEqual([undefined, undefined]);
  });

  test('tell the hours of a team to the end of the day here, though another has begun there', async () => {
    await database.query(`update workspace set working_days = '{1,2,3,4,5}'`);
    await database.query(`update team set zone = 'Asia/Tokyo' where slug = 'payments'`);
    const clock = { now: () => new Date('2026-11-18T20:00Z') };
    const viewer = { ...reader.user, sessionId: '' };

    const { asked } = await openMetric({ database, clock }, viewer, 'open-time', { team: 'payments' });
    await database.query('update workspace set working_days = null');

    expect(asked.workingTime).toMatchObject({ zone: 'Asia/Tokyo', untilAt: '2026-11-19T00:00:00Z' });
  });

  test('name what they do not understand, one person at a time', async () => {
    const query = { person: ['@engineer-1', 'engineer-2'], by: 'person', preset: 'x', period: 'soon' };
    const { ignored, period } = await reader.call(getMetric, { params: { metric }, query });

    expect(ignored.map(({ name }) => name)).toEqual(['period', 'person', 'person', 'preset', 'by']);
    expect(period.text).toBe('last-90-days');
  });

  test.each([
    ['a metric that is none', 'velocity', {}],
    ['a person who is none', metric, { person: 'nobody' }],
  ])('do not find %s', async (_, id, query) => {
    await expect(reader.call(getMetric, { params: { metric: id }, query })).rejects.toMatchObject({
      status: 404,
    });
  });

  test('tell somebody who sees nothing of nothing', async () => {
    const answer = await stranger.call(getMetric, { params: { metric }, query: { by: 'repo' } });
    const named = await stranger.call(getMetric, { params: { metric }, query: { repo: 'acme/service-1' } });
    const absent = await stranger.call(getMetric, { params: { metric }, query: { repo: 'acme/service-9' } });

    expect([answer.figure.n, answer.leftOut, answer.buckets]).toEqual([0, [], []]);
    expect({ ...named, nothingSeen: [] }).toEqual({ ...absent, nothingSeen: [] });
  });
});
