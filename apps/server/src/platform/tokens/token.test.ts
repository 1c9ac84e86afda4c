import { expect, test } from 'vitest';
import { createKeyText, createToken, hashToken } from './token.ts';

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

test('a key says what it is, shows six of its characters, and is found again by its hash', () => {
  const { text, prefix, hash } = createKeyText();

  expect(text).toMatch(/^tl_[\w-]{43}$/);
  expect(prefix).toMatch(/^tl_[\w-]{6}$/);
  expect(text.startsWith(prefix)).toBe(true);
  expect(hashToken(text).equals(hash)).toBe(true);
});
