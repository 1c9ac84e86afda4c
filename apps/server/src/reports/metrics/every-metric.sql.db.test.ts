import { beforeAll, describe, expect, test } from 'vitest';
import { createTestUser } from '../../access/testing/test-users.ts';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { rebuildFacts } from '../facts/renew-facts.sql.ts';
import { toDayEnd } from '../today.ts';
import { allMetrics } from './all-metrics.metric.ts';
import type { MetricDeclaration } from './metric.ts';
import { measureMetric } from './metric-figures.sql.ts';
import { listDivisions, type MetricQuery } from './metric-question.ts';
import { countMetricRows, loadMetricRows } from './metric-rows.sql.ts';
import { openMetric } from './open-metric.sql.ts';
import { fillPulls } from './testing/fill-pulls.ts';
import { toMetricAnswer } from './to-metric-answer.ts';

const database = await testDatabase();
const administrator = { ...(await createTestUser(database, 'administrator')), sessionId: '' };
const member = { ...(await createTestUser(database, 'member')), sessionId: '' };
const organisation = await seedOrganisation(database);

beforeAll(async () => {
  await fillPulls(database, organisation);
  await rebuildFacts(database);
});

const period = 'last-90-days';

const ask = (metric: MetricDeclaration, query: MetricQuery, reader = administrator) =>
  openMetric({ database, clock: systemClock }, reader, metric.id, { period, ...query });

const answer = async (metric: MetricDeclaration, query: MetricQuery, reader = administrator) => {
  const { asked, todayOn } = await ask(metric, query, reader);
  return toMetricAnswer(asked, await measureMetric(database, asked), todayOn);
};

const count = async (
  metric: MetricDeclaration,
  query: MetricQuery,
  reader = administrator,
): Promise<number> => countMetricRows(database, (await ask(metric, query, reader)).asked);

const rules = allMetrics.flatMap((metric) =>
  [undefined, ...(metric.presets ?? []).map(({ id }) => id)].flatMap((preset) =>
    listDivisions(metric).map((by) => ({
      name: `${metric.id} ${preset ?? ''} by ${by}`,
      metric,
      preset,
      by,
    })),
  ),
);

describe.each(rules)('$name', ({ metric, preset, by }) => {
  test('has exactly as many rows as it says', async () => {
    const { figure, leftOut } = await answer(metric, { preset, by });

    expect(await count(metric, { preset })).toBe(figure.n);
    expect(await count(metric, { preset, rows: 'missing' })).toBe(figure.missing);
    expect(await count(metric, { preset, rows: 'left-out' })).toBe(
      leftOut.reduce((sum, { n }) => sum + n, 0),
    );
  });

  test('leads from each division to exactly its rows', async () => {
    const { buckets } = await answer(metric, { preset, by });
    const filled = buckets.filter(({ n }) => n > 0).slice(0, 3);

    expect(filled.length).toBeGreaterThan(0);
    for (const { rows, n } of filled) expect(await count(metric, { preset, ...rows })).toBe(n);
  });
});

describe.each(allMetrics.filter(({ bands }) => bands !== undefined))('the parts of $id', (metric) => {
  test('add up to it, each with exactly its rows', async () => {
    const { figure } = await answer(metric, {});
    const bands = figure.bands ?? [];

    expect(bands.reduce((sum, { n }) => sum + n, 0)).toBe(figure.n);
    for (const { id, n } of bands) expect(await count(metric, { band: id })).toBe(n);
  });
});

const spans = allMetrics.flatMap((metric) =>
  [{ id: undefined, sql: {} }, ...(metric.presets ?? [])].flatMap(({ id, sql }) => {
    const { measure } = { ...metric, ...sql };
    return measure.kind === 'amounts' && measure.span !== undefined ? [{ metric, preset: id }] : [];
  }),
);

describe('the two events of a value', () => {
  test.each(spans)('of $metric.id $preset are as far apart as it says', async ({ metric, preset }) => {
    const { asked, todayOn } = await ask(metric, { preset });
    const untilAt = toDayEnd({ zone: 'UTC', on: todayOn });
    const always = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5, 6, 7], untilAt };

    const page = { after: undefined, limit: 300 };
    const { rows } = await loadMetricRows(database, { ...asked, workingTime: always }, page);

    expect(rows.length).toBeGreaterThan(0);
    for (const { value, workingValue } of rows) expect(workingValue).toBeCloseTo(value!, 3);
  });

  test('are named wherever a value is elapsed time', () => {
    expect(spans.map(({ metric, preset }) => `${metric.id} ${preset ?? ''}`.trim())).toEqual([
      'cycle-time',
      'open-time',
      'time-to-first-response',
      'time-to-first-response flow',
      'time-to-merge',
      'time-to-merge from-opened',
      'iteration-time',
      'review-wait',
    ]);
  });
});

describe('whatever is asked', () => {
  const cycleTime = allMetrics[0]!;

  test('a repository that a reader does not see changes nothing they are told', async () => {
    await database.query(
      `insert into repository_grant (user_id, repository_id, granted_by)
       select $1::bigint, min(repository_id), $2::bigint from repository`,
      [member.userId, administrator.userId],
    );
    const told = () => Promise.all(allMetrics.map((metric) => answer(metric, {}, member)));
    const before = await told();

    await database.query(
      'delete from pull_request_fact where repository_id <> (select min(repository_id) from repository)',
    );

    expect(await told()).toEqual(before);
    expect(before.some(({ figure }) => figure.n > 0)).toBe(true);
    await rebuildFacts(database);
  });

  test('what is left out is listed with the reason', async () => {
    const { asked } = await ask(cycleTime, { rows: 'left-out' });
    const { rows } = await loadMetricRows(database, asked, { after: undefined, limit: 50 });

    expect(new Set(rows.map(({ reason }) => reason))).toEqual(
      new Set(['Written by a bot.', 'Dependencies.']),
    );
  });

  test('pages hold each row once', async () => {
    const { asked } = await ask(cycleTime, {});
    const total = await countMetricRows(database, asked);
    const first = await loadMetricRows(database, asked, { after: undefined, limit: total - 1 });
    const all = await loadMetricRows(database, asked, { after: undefined, limit: total + 1 });

    expect(all.rows).toHaveLength(total);
    expect(all.next).toBeUndefined();
    expect(first.next).toBeDefined();
  });

  test('a team’s number for a day uses who was in it that day', async () => {
    const merged = allMetrics.find(({ id }) => id === 'merged')!;
    const before = await count(merged, { team: 'payments' });

    await database.query(`update team_member set until_on = app_now()::date - 30`);

    const { figure } = await answer(merged, { team: 'payments' });
    expect(figure.n).toBeLessThan(before);
    expect(figure.n).toBe(await count(merged, { team: 'payments' }));
    expect(figure.n).toBeGreaterThan(0);
  });
});
