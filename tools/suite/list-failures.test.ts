import { expect, test } from 'vitest';
import { listFailures } from './list-failures.ts';

const passed = { fullName: 'counts rows', status: 'passed', failureMessages: [] };
const failed = {
  fullName: 'counts gaps',
  status: 'failed',
  failureMessages: [['expected 1 to be 2', 'at a', 'at b', 'at c', 'at d', 'at e', 'at f'].join('\n')],
};
const toReport = (...files: object[]) => JSON.stringify({ testResults: files });

test('names the failed test, its file, and the head of what it said', () => {
  const text = toReport({ name: '/house/a.test.ts', status: 'failed', assertionResults: [passed, failed] });
  expect(listFailures(text, '/house')).toEqual([
    'a.test.ts > counts gaps\n    expected 1 to be 2\n    at a\n    at b\n    at c\n    at d\n    at e',
  ]);
});

test('names a file that could not be loaded', () => {
  const file = {
    name: '/house/a.test.ts',
    status: 'failed',
    message: 'no such module',
    assertionResults: [],
  };
  expect(listFailures(toReport(file), '/house')).toEqual(['a.test.ts\n    no such module']);
});

test.each([
  ['a green run', toReport({ name: '/house/a.test.ts', status: 'passed', assertionResults: [passed] }), 0],
  ['a run without a report', undefined, 1],
])('lists for %s', (_, text, count) => {
  expect(listFailures(text, '/house')).toHaveLength(count);
});
