import { describe, expect, test } from 'vitest';
import { averageShape } from './average-shape.data.ts';
import { type PlanOutline, toAssumptions, toPlanSentence } from './plan-words.ts';
import { noSpending } from './spending.ts';

const outline = (more: Partial<PlanOutline['plan']>, rest: Partial<PlanOutline> = {}): string =>
  toPlanSentence({
    organisation: 'acme',
    scope: 'missing',
    known: 3,
    plan: {
      repositories: 3,
      uncounted: 0,
      pullRequests: 78_170,
      gapped: { pullRequests: 0, repositories: 0 },
      cost: { ...noSpending, points: 4_100, restRequests: 4_350 },
      hours: { from: 3.1, to: 3.9 },
      ...more,
    },
    ...rest,
  });

describe('a plan in a sentence', () => {
  test.each([
    [
      'what is missing',
      outline({}),
      'Reading what is missing of acme takes 3 to 4 hours: 78,170 pull requests, 4,100 points and 4,350 requests over REST.',
    ],
    [
      'everything, with some not counted',
      outline({ uncounted: 2 }, { scope: 'everything' }),
      'Reading everything of acme anew takes 3 to 4 hours: 78,170 pull requests, 4,100 points and 4,350 requests over REST. 2 repositories have not been counted yet and come on top.',
    ],
    [
      'less than a minute',
      outline({ hours: { from: 0.001, to: 0.01 } }),
      expect.stringContaining('about a minute'),
    ],
    ['nothing', outline({ pullRequests: 0 }), 'Nothing of acme is missing.'],
    [
      'nothing but what is not counted',
      outline({ pullRequests: 0, uncounted: 1 }),
      'Nothing of what is counted of acme is missing. One repository has not been counted yet and comes on top.',
    ],
    [
      'nothing to read, where what was read has gaps',
      outline({ pullRequests: 0, gapped: { pullRequests: 3, repositories: 2 } }),
      'All of acme has been read, but not all is here. At least 3 pull requests in 2 repositories came with gaps or could not be read: open a repository to see why, and repair it to ask again.',
    ],
    [
      'gaps beside what is still to be read',
      outline({ gapped: { pullRequests: 1, repositories: 1 } }),
      expect.stringMatching(/over REST\. At least 1 pull request in one repository came with gaps/),
    ],
    [
      'everything, which asks for gaps again too',
      outline({ gapped: { pullRequests: 3, repositories: 2 } }, { scope: 'everything' }),
      expect.not.stringContaining('gaps'),
    ],
    [
      'before its repositories are listed',
      outline({ pullRequests: 0 }, { known: 0 }),
      'No repository of acme is listed yet, so there is nothing to reckon with.',
    ],
  ])('%s', (_name, sentence, words) => {
    expect(sentence).toEqual(words);
  });
});

describe('assumptions', () => {
  const tell = (basis: 'measured' | 'assumed', points: number | undefined) =>
    toAssumptions({
      measured: { shape: averageShape, basis, pullRequests: 1_204 },
      budget: { points, restRequests: points },
      scope: 'missing',
    });

  test('say where the averages are from', () => {
    expect(tell('measured', 4_250)[0]).toBe(
      'A pull request has 3 reviews, 9.5 comments, 4 commits, 8 files and 5 events, as the 1,204 pull requests that are here have in the mean.',
    );
    expect(tell('assumed', 4_250)[0]).toContain('as in an average organisation');
  });

  test('say what an hour leaves to history', () => {
    expect(tell('measured', 4_250)[2]).toContain(
      'An hour leaves 4,250 points and 4,250 requests over REST to history',
    );
    expect(tell('measured', undefined)[2]).toContain('This host sets no limits');
  });
});
