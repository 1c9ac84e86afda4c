import { expect, test } from 'vitest';
import { isCsrfToken, toCsrfToken } from './csrf-token.ts';

test('the token of a cookie is accepted with that cookie only', () => {
  const token = toCsrfToken('a');

  expect(isCsrfToken(token, 'a')).toBe(true);
  expect(isCsrfToken(token, 'b')).toBe(false);
});

test.each([undefined, '', 'x', ['a', 'b'], toCsrfToken('a').slice(1), `${toCsrfToken('a')}=`])(
  '%j is no token',
  (given) => expect(isCsrfToken(given, 'a')).toBe(false),
);
