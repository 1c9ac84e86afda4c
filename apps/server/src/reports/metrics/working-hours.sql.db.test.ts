import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { toWorkingRuns, type WorkingTime } from './to-working-runs.ts';
import { toWorkingSql } from './working-hours.ts';

const database = await testDatabase();

type Instants = readonly [from: Date, until: Date];

const berlin: WorkingTime = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], untilAt: '2026-11-21T23:00Z' };

/** What the statement makes of spans, each in seconds. */
async function measure(
  time: WorkingTime,
  spans: readonly Instants[],
  valueSql = '1',
): Promise<readonly (number | null)[]> {
  const values: unknown[] = [];
  const workingSql = toWorkingSql(
    { kind: 'amounts', valueSql, span: { fromSql: 'span.from_at', untilSql: 'span.until_at' } },
    time,
    (value, type) => `$${values.push(value)}::${type}`,
  );
  const given = spans.map(([from, until], place) => ({ place, from_at: from, until_at: until }));
  const rows = await database.query<{ readonly seconds: number | null }>(
    `select (${workingSql})::float8 as seconds
     from jsonb_to_recordset($${values.push(JSON.stringify(given))}::jsonb) as span (
       place integer, from_at timestamptz, until_at timestamptz)
     order by place`,
    values,
  );
  return rows.map(({ seconds }) => seconds);
}

/** The same, each stretch of working days for itself. */
function count(time: WorkingTime, [from, until]: Instants): number {
  const { starts, ends } = toWorkingRuns(time);
  const [fromS, untilS] = [from.getTime() / 1_000, until.getTime() / 1_000];
  return starts.reduce(
    (sum, start, at) => sum + Math.max(0, Math.min(untilS, ends[at]!) - Math.max(fromS, start)),
    0,
  );
}

const instants = fc.date({ min: new Date('2003-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });

test('the statement says what the stretches of working days say, of any instants', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('UTC', 'Europe/Berlin', 'Africa/Cairo', 'America/New_York'),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      fc.array(fc.tuple(instants, instants), { minLength: 20, maxLength: 20 }),
      async (zone, days, given) => {
        const time = { ...berlin, zone, days };

        const seconds = await measure(time, given);

        for (const [at, span] of given.entries()) expect(seconds[at]).toBeCloseTo(count(time, span), 2);
      },
    ),
    { numRuns: 30 },
  );
});

test('an instant at the very begin or end of a working day is not counted twice', async () => {
  const [monday, tuesday, saturday] = ['2026-11-15T23:00Z', '2026-11-16T23:00Z', '2026-11-20T23:00Z'].map(
    (text) => new Date(text),
  ) as [Date, Date, Date];

  expect(
    await measure(berlin, [
      [monday, tuesday],
      [tuesday, saturday],
      [monday, saturday],
      [saturday, saturday],
    ]),
  ).toEqual([86_400, 4 * 86_400, 5 * 86_400, 0]);
});

test('an event before the one that it is measured from is 0, and where no value is there are no working hours', async () => {
  const backwards: Instants = [new Date('2026-11-20T16:00Z'), new Date('2026-11-20T15:00Z')];

  expect(await measure(berlin, [backwards])).toEqual([0]);
  expect(await measure(berlin, [backwards], 'null::float8')).toEqual([null]);
});
