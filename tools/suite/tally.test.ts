import { expect, test } from 'vitest';
import { addTallies, parsePrintedTally, parseVitestTally, toSingleTally } from './tally.ts';

const report = (passed: number, failed: number, skipped = 0) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numTodoTests: 0,
  });
const outcome = (output: string, exitCode: number) => ({ output, exitCode, tookMs: 1 });

test.each([
  ['a green run', report(12, 0, 2), 0, { passed: 12, failed: 0, skipped: 2 }],
  ['a failed test', report(11, 1), 1, { passed: 11, failed: 1, skipped: 0 }],
  ['a file that could not be loaded', report(12, 0), 1, { passed: 12, failed: 1, skipped: 0 }],
  ['no test at all', report(0, 0), 0, { passed: 0, failed: 1, skipped: 0 }],
  ['every test skipped', report(0, 0, 4), 0, { passed: 0, failed: 1, skipped: 4 }],
  ['no report', undefined, 0, { passed: 0, failed: 1, skipped: 0 }],
])('counts %s', (_, text, exitCode, tally) => {
  expect(parseVitestTally(text, exitCode)).toEqual(tally);
});

test.each([
  ['the last count', 'x\n1 passed, 1 failed\n7 passed, 0 failed\n', 0, { passed: 7, failed: 0, skipped: 0 }],
  ['a crash after a green count', '7 passed, 0 failed\n', 1, { passed: 7, failed: 1, skipped: 0 }],
  ['silence', '', 0, { passed: 0, failed: 1, skipped: 0 }],
])('reads %s from what a program printed', (_, output, exitCode, tally) => {
  expect(parsePrintedTally(outcome(output, exitCode))).toEqual(tally);
});

test('counts a program that counts nothing as one', () => {
  expect(addTallies(toSingleTally(outcome('', 0)), toSingleTally(outcome('', 2)))).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});
