import { expect, test } from 'vitest';
import { countIssuesBelow, issueNumberAt, issuePlaceOf, pullNumberAt, pullPlaceOf } from './number-space.ts';

const places = [0, 1, 2, 3, 4, 5, 999_999];

test('every number is one pull request or one issue', () => {
  for (const place of places) {
    expect(pullPlaceOf(pullNumberAt(place))).toBe(place);
    expect(issuePlaceOf(issueNumberAt(place))).toBe(place);
    expect(pullPlaceOf(issueNumberAt(place))).toBeUndefined();
    expect(issuePlaceOf(pullNumberAt(place))).toBeUndefined();
  }
});

test.each([
  [0, 0],
  [3, 0],
  [4, 1],
  [5, 1],
  [9, 2],
])('%i pull requests leave room for %i issues among their numbers', (pulls, issues) => {
  expect(countIssuesBelow(pulls)).toBe(issues);
});
