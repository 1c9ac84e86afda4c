import { expect, test } from 'vitest';
import { createToken, hashToken } from './token.ts';

test('a token is 256 bits, each time others', () => {
  const tokens = Array.from({ length: 1000 }, () => createToken().text);

  expect(new Set(tokens).size).toBe(1000);
  expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
});

test('a token is found again by its hash', () => {
  const token = createToken();

  expect(hashToken(token.text).equals(token.hash)).toBe(true);
  expect(hashToken(`${token.text}x`).equals(token.hash)).toBe(false);
});
