import { beforeAll, describe, expect, test } from 'vitest';
import { createTestUser } from '../../access/testing/test-users.ts';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { rebuildFacts } from '../facts/renew-facts.sql.ts';
import { allMetrics } from './all-metrics.metric.ts';
import type { MetricDeclaration } from './metric.ts';
import { hasRowValues, type MetricQuery } from './metric-question.ts';
import { countMetricRows } from './metric-rows.sql.ts';
import { loadSpreadRows, measureSpread } from './metric-spread.sql.ts';
import { openMetric } from './open-metric.sql.ts';
import { spreadEdges } from './spread-edges.data.ts';
import { fillPulls } from './testing/fill-pulls.ts';
import { toSpread } from './to-spread.ts';

const database = await testDatabase();
const administrator = { ...(await createTestUser(database, 'administrator')), sessionId: '' };
const member = { ...(await createTestUser(database, 'member')), sessionId: '' };
const organisation = await seedOrganisation(database);

beforeAll(async () => {
  await fillPulls(database, organisation);
  await rebuildFacts(database);
});

const ask = async (metric: MetricDeclaration, query: MetricQuery, reader = administrator) => {
  const given = { period: 'last-365-days', ...query };
  return (await openMetric({ database, clock: systemClock }, reader, metric.id, given)).asked;
};

const spread = async (metric: MetricDeclaration, query: MetricQuery, reader = administrator) => {
  const asked = await ask(metric, query, reader);
  const edges = spreadEdges[metric.unit]!;
  const measured = await measureSpread(database, asked, edges);
  return { ...toSpread(measured, edges), ...(await loadSpreadRows(database, asked, measured)) };
};

const rules = allMetrics
  .filter((metric) => hasRowValues(metric))
  .flatMap((metric) =>
    [undefined, ...(metric.presets ?? []).map(({ id }) => id)].map((preset) => ({
      name: `${metric.id} ${preset ?? ''}`,
      metric,
      preset,
    })),
  );

describe.each(rules)('the spread of $name', ({ metric, preset }) => {
  test('has as many rows in each range as lie in it, and in all as the figure rests on', async () => {
    const { bars, n, missing } = await spread(metric, { preset });
    const counts = await Promise.all(
      bars.map(async ({ rows }) => countMetricRows(database, await ask(metric, { preset, ...rows }))),
    );

    expect(counts).toEqual(bars.map((bar) => bar.n));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n);
    expect(await countMetricRows(database, await ask(metric, { preset }))).toBe(n);
    expect(await countMetricRows(database, await ask(metric, { preset, rows: 'missing' }))).toBe(missing);
    expect(n).toBeGreaterThan(0);
  });

  test('has a dot for each of them', async () => {
    const { dots = [], n } = await spread(metric, { preset });

    expect(new Set(dots.map(({ repository, number }) => `${repository.fullName}#${number}`)).size).toBe(n);
    expect(dots.every(({ value }) => value !== undefined)).toBe(true);
  });
});

describe('rows far from the rest', () => {
  const openTime = allMetrics.find(({ id }) => id === 'open-time')!;

  test('are named, and are as many as their list has', async () => {
    const size = allMetrics.find(({ id }) => id === 'size')!;
    await database.query(
      `update pull_request_fact
       set lines = 1000000
       where number in (select number from pull_request_fact where merged_at is not null order by number limit 7)`,
    );

    const { far } = await spread(size, {});

    expect(far?.n).toBeGreaterThan(0);
    expect(far?.rows.every(({ value }) => (value ?? 0) >= (far?.least ?? Infinity))).toBe(true);
    expect(far?.rows.length).toBe(Math.min(5, far?.n ?? 0));
    const least = String(far?.least);
    const asked = await ask(size, {});
    const measured = await measureSpread(database, asked, spreadEdges.lines!);
    expect((await loadSpreadRows(database, asked, { ...measured, n: 301 })).far).toEqual(far);
    expect(await countMetricRows(database, await ask(size, { least }))).toBe(far?.n);
    await rebuildFacts(database);
  });

  test('are none where all took equally long', async () => {
    expect((await spread(openTime, {})).far).toBeUndefined();
  });
});

test('dots are left out where they are more than 300, and the bars stay', async () => {
  const metric = allMetrics.find(({ id }) => id === 'cycle-time')!;
  const asked = await ask(metric, {});
  const measured = await measureSpread(database, asked, spreadEdges.seconds!);

  expect((await loadSpreadRows(database, asked, { ...measured, n: 301 })).dots).toBeUndefined();
});

test('a repository that a reader does not see is not in it', async () => {
  const metric = allMetrics.find(({ id }) => id === 'cycle-time')!;
  expect((await spread(metric, {}, member)).n).toBe(0);
  await database.query(
    `insert into repository_grant (user_id, repository_id, granted_by)
     select $1::bigint, min(repository_id), $2::bigint from repository`,
    [member.userId, administrator.userId],
  );

  const { dots = [], n } = await spread(metric, {}, member);

  expect(n).toBeGreaterThan(0);
  expect(n).toBeLessThan((await spread(metric, {})).n);
  expect(new Set(dots.map(({ repository }) => repository.fullName)).size).toBe(1);
});
