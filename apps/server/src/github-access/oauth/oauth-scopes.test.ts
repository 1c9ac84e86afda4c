import { expect, test } from 'vitest';
import { toScopes } from './oauth-scopes.ts';

test.each([
  [{ data: ['pull-requests', 'files', 'members'], readsPrivate: true }, ['read:org', 'repo']],
  [{ data: ['files'], readsPrivate: true }, ['read:org', 'repo']],
  [{ data: ['pull-requests', 'members'], readsPrivate: false }, ['read:org']],
  [{ data: ['members'], readsPrivate: true }, ['read:org']],
] as const)('%j asks for %j', (wanted, scopes) => {
  expect(toScopes(wanted)).toEqual(scopes);
});
