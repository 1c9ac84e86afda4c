import { dataKinds, type ReadingCost, type SyncPlan } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { measure } from '../text/fit-text.ts';
import { createStyle } from '../text/style.ts';
import { toPlanLines } from './plan-lines.ts';

const cost = (more: Partial<ReadingCost>): ReadingCost => ({
  objects: 0,
  points: 0,
  graphqlRequests: 0,
  restRequests: 0,
  graphqlCpuSeconds: 0,
  restCpuSeconds: 0,
  diskBytes: 0,
  ...more,
});

const plan: SyncPlan = {
  sentence:
    'Reading what is missing of acme takes 3 to 5 hours: 78,170 pull requests, 4,100 points and 4,350 requests over REST.',
  repositories: 214,
  uncounted: 0,
  pullRequests: 78_170,
  gapped: { pullRequests: 0, repositories: 0 },
  cost: cost({
    objects: 2_700_000,
    points: 4_100,
    restRequests: 4_350,
    graphqlCpuSeconds: 14_400,
    diskBytes: 950_000_000,
  }),
  data: dataKinds.map((kind) => ({
    kind,
    ...cost(
      kind === 'files' ? { objects: 625_360, points: 2_000, graphqlCpuSeconds: 7_300 } : { objects: 1 },
    ),
  })),
  hours: { from: 3.6, to: 5.75 },
  boundBy: 'graphql-cpu',
  basis: 'measured',
  assumptions: ['Nothing fails: what GitHub does not finish is asked again, and costs more.'],
};
const telling = { width: undefined, style: createStyle(false) };

describe('a plan', () => {
  test('is its sentence, what each kind of data costs, hours with what holds them up, and what it takes for granted', () => {
    expect(toPlanLines(plan, telling).join('\n')).toMatchInlineSnapshot(`
      "Reading what is missing of acme takes 3 to 5 hours: 78,170 pull requests, 4,100 points and 4,350 requests over REST.
        Data                        Entries  Points  REST requests  Computing    Disk
        Pull requests                     1       0              0        0 s     0 B
        Reviews                           1       0              0        0 s     0 B
        Comments                          1       0              0        0 s     0 B
        Commits                           1       0              0        0 s     0 B
        Files                       625,360   2,000              0        2 h     0 B
        Events                            1       0              0        0 s     0 B
        Labels, assignees, links          1       0              0        0 s     0 B
        Together                  2,700,000   4,100          4,350        4 h  950 MB

        3.6 h to 5.8 h. What holds it up longest: GitHub’s computing time for GraphQL.

        · Nothing fails: what GitHub does not finish is asked again, and costs more."
    `);
  });

  test('of nothing is its sentence', () => {
    const nothing = { ...plan, pullRequests: 0, sentence: 'Nothing of acme is missing.' };

    expect(toPlanLines(nothing, telling)).toEqual(['Nothing of acme is missing.']);
  });

  test.each([20, 40, 60, 80, 200])('is never wider than %i columns', (width) => {
    const lines = toPlanLines(plan, { ...telling, width });

    expect(lines.filter((line) => measure(line) > width)).toEqual([]);
  });

  test('steers no terminal, whatever the organisation is called', () => {
    const evil = toPlanLines({ ...plan, sentence: '\u001b[2Jacme' }, telling);

    expect(evil.join('')).not.toContain('\u001b');
  });
});
