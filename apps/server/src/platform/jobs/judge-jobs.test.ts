import { expect, test } from 'vitest';
import { judgeJobs } from './judge-jobs.ts';

test.each([
  [undefined, 0, 'ok'],
  [60, 0, 'ok'],
  [61, 3, 'attention'],
  [601, 3, 'attention'],
  [601, 0, 'broken'],
])('with a job due for %s s and %i under way, workers are %s', (oldestWaitS, running, verdict) => {
  expect(judgeJobs({ due: 2, oldestWaitS, running }).verdict).toBe(verdict);
});
