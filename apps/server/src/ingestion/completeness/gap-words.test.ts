import { expect, test } from 'vitest';
import { toGapWords } from './gap-words.data.ts';

test('a gap of lists is told by its cause', () => {
  expect(toGapWords('forbidden', ['commits']).text).toBe('This token may not read it.');
});

test('fields that are missing are named, beside lists and alone', () => {
  expect(toGapWords('forbidden', ['merge-commit', 'commits']).text).toBe(
    'This token may not read it. Not known either: which commit merged it.',
  );
  expect(toGapWords('forbidden', ['merged-by', 'author'])).toEqual({
    text: 'This token may not read it. Not known: who merged it, who wrote it.',
    repair: expect.stringContaining('Give the token the permission'),
  });
});
