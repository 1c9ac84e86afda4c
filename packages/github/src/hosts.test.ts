import { expect, test } from 'vitest';
import { toHostKind, toHostUrls } from './hosts.ts';

test.each([
  [
    'github.com',
    'https://github.com',
    'https://api.github.com',
    'https://api.github.com/graphql',
    'https://github.com',
  ],
  [
    'data-residency',
    'https://acme.ghe.com',
    'https://api.acme.ghe.com',
    'https://api.acme.ghe.com/graphql',
    'https://acme.ghe.com',
  ],
  [
    'enterprise-server',
    'https://github.acme.com',
    'https://github.acme.com/api/v3',
    'https://github.acme.com/api/graphql',
    'https://github.acme.com',
  ],
  [
    'demo',
    'http://127.0.0.1:4100/',
    'http://127.0.0.1:4100/api/v3',
    'http://127.0.0.1:4100/api/graphql',
    'http://127.0.0.1:4100',
  ],
] as const)('%s at %s', (kind, baseUrl, ...expected) => {
  const { restUrl, graphqlUrl, webUrl } = toHostUrls({ kind, baseUrl });

  expect([restUrl, graphqlUrl, webUrl]).toEqual(expected);
});

test.each([
  ['https://github.com', 'github.com'],
  ['https://acme.ghe.com', 'data-residency'],
  ['https://github.acme.com', 'enterprise-server'],
  ['https://github.com.evil.example', 'enterprise-server'],
  ['https://notghe.com', 'enterprise-server'],
] as const)('%s is %s', (baseUrl, expected) => {
  expect(toHostKind(baseUrl)).toBe(expected);
});
