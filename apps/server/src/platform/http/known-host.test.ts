import { describe, expect, test } from 'vitest';
import { isKnownHost, isLoopbackHost, toOrigin } from './known-host.ts';

const publicUrl = new URL('https://throughline.example.com');

describe('a host', () => {
  test.each(['localhost', 'localhost:3000', 'LOCALHOST:80', '127.0.0.1:8080', '[::1]:9', '[::1]'])(
    '%s is this machine',
    (host) => expect(isLoopbackHost(host)).toBe(true),
  );

  test.each([
    'localhost.evil.example',
    'evil.example',
    '127.0.0.1.evil.example:3000',
    '127.0.0.1:3000@evil.example',
    '127.0.0.1:',
    '127.0.0.1:123456',
    '127.1',
    '2130706433',
    '0.0.0.0',
    '[::]',
    '::1',
    '',
    'localhost, evil.example',
    'localhost/',
  ])('%j is not', (host) => expect(isLoopbackHost(host)).toBe(false));

  test('is known by the public address, exactly', () => {
    const known = [
      'throughline.example.com',
      'THROUGHLINE.example.com',
      'throughline.example.com:444',
      'x.throughline.example.com',
    ];

    expect(known.map((host) => isKnownHost(host, publicUrl))).toEqual([true, false, false, false]);
  });

  test('that is missing is not known', () => {
    expect(isKnownHost(undefined, publicUrl)).toBe(false);
    expect(isKnownHost(undefined, undefined)).toBe(false);
  });

  test('is shown to people as the public address where there is one', () => {
    expect(toOrigin('127.0.0.1:8080', publicUrl)).toBe('https://throughline.example.com');
    expect(toOrigin('127.0.0.1:8080', undefined)).toBe('http://127.0.0.1:8080');
  });
});
