import { expect, test } from 'vitest';
import { run } from '../run.ts';
import { createTestWorld } from '../testing/create-test-world.ts';
import { startAnsweringApi } from '../testing/start-answering-api.ts';

const week = {
  key: '2026-11-16',
  label: '2026-W47',
  from: '2026-11-16',
  until: '2026-11-21',
  isPartial: true,
  rows: { period: '2026-11-16..2026-11-21' },
  n: 2,
  missing: 0,
  values: [3_600, 7_200],
  working: { values: [0, 1_800] },
};
const answer = {
  metric: {
    id: 'cycle-time',
    name: 'Cycle time',
    group: 'time',
    unit: 'seconds',
    summary: 'median',
    definition: 'From the first commit to the merge.',
    formula: 'M − C',
    inputs: [],
    exclusions: [],
    version: 1,
    event: 'merged',
    presets: [],
    stages: [],
    bands: [],
  },
  by: 'week',
  period: {
    text: 'this-week',
    label: 'this week',
    from: '2026-11-16',
    until: '2026-11-22',
    zone: 'UTC',
    isOver: false,
  },
  ignored: [{ name: 'preset', value: 'odd', reason: 'There is none.' }],
  nothingSeen: [],
  finding: 'Too few for a median: 2 pull requests with 1 h, 2 h.',
  figure: { n: 2, missing: 3, values: [3_600, 7_200], working: { values: [0, 1_800] } },
  workingTime: { zone: 'UTC', days: [1, 2, 3, 4, 5] },
  leftOut: [{ kind: 'bot', label: 'written by bots', n: 1 }],
  buckets: [week],
  scope: { visibleRepositories: 1, gaps: [], isMoving: false },
};
const { asked, environment } = await startAnsweringApi((_, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
});

test('throughline metric says what it found, what was left out, and each week', async () => {
  const world = createTestWorld({ environment });

  const exitCode = await run(
    ['metric', 'cycle-time', '--team', 'payments', '--period', 'this-week', '--preset', 'odd'],
    world,
  );

  const said = world.out.join('');
  expect(exitCode).toBe(0);
  expect(asked).toEqual(['/api/metrics/cycle-time?team=payments&period=this-week&preset=odd']);
  expect(said).toContain('Too few for a median: 2 pull requests with 1 h, 2 h.');
  expect(said).toContain('In working hours 0 min, 30 min · Monday to Friday, UTC.');
  expect(said).toContain('3 without a value.');
  expect(said).toContain('1 left out: written by bots.');
  expect(said).toContain('Ignored preset=odd. There is none.');
  expect(said).toMatch(/2026-W47 \(not whole\) +1 h, 2 h +0 min, 30 min +2/);
});
