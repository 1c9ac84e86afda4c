import { expect, test } from 'vitest';
import { toBossFailure } from './to-boss-failure.ts';

test('an error stays what it is', () => {
  const error = new Error('gone');

  expect(toBossFailure(error)).toBe(error);
});

test('a plain copy of an error becomes one again', () => {
  const { message, stack } = new Error('gone');

  const failure = toBossFailure({ message, stack, queue: 'plain' });

  expect(failure).toBeInstanceOf(Error);
  expect([failure.message, failure.stack]).toEqual([message, stack]);
});

test.each([
  ['a word', 'a word'],
  [undefined, 'undefined'],
])('%o is told by its text', (told, message) => {
  expect(toBossFailure(told).message).toBe(message);
});
