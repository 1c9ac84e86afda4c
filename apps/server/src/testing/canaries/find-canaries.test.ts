import { describe, expect, test } from 'vitest';
import { createCanaryFinder } from './find-canaries.ts';
import { makeCanaries } from './make-canaries.ts';

const canaries = makeCanaries();
const finder = createCanaryFinder(canaries);
const token = canaries.classicToken;
const keyLine = canaries.privateKey.split('\n')[5] ?? '';

describe('a canary is found', () => {
  test.each([
    ['as it is', `token ${token}`],
    ['cut to twelve characters', token.slice(9, 21)],
    ['in Base64', Buffer.from(`user:${token}`).toString('base64')],
    ['in Base64 of addresses', Buffer.from(`x${token}`).toString('base64url')],
    ['in hexadecimal digits', Buffer.from(token).toString('hex')],
    ['in an address', encodeURIComponent(`a=${token}`)],
  ])('%s', (_form, text) => {
    expect(finder.find('a log', text)).toEqual(['a log: classicToken']);
  });

  test('by a line of a private key', () => {
    expect(finder.find('a log', JSON.stringify({ key: keyLine }))).toEqual(['a log: privateKey']);
  });
});

test('a private key’s first line is everybody’s', () => {
  expect(finder.find('a page', 'It begins with -----BEGIN RSA PRIVATE KEY-----.')).toEqual([]);
});
