import { expect, test } from 'vitest';
import { questionPoints } from './question-points.ts';

test.each([
  ['a page of 29 with labels, assignees and review requests', questionPoints.page(29, { withSets: true }), 1],
  ['a page of 30 with them', questionPoints.page(30, { withSets: true }), 2],
  ['a page of 74 without', questionPoints.page(74, { withSets: false }), 1],
  ['a page of 75 without', questionPoints.page(75, { withSets: false }), 2],
  ['files of a hundred', questionPoints.files(100), 1],
  ['ten long lists of files', questionPoints.filesOn(10), 1],
  ['ten long timelines', questionPoints.timelines(10), 1],
  ['comments of a hundred threads', questionPoints.parts(100), 1],
  ['a hundred repositories with their totals', questionPoints.repositories(100), 1],
])('%s costs as many points as it declares', (_name, points, expected) => {
  expect(points).toBe(expected);
});
