import { describe, expect, it } from 'vitest';
import { holdsLevel, listUnheld, toActionPermissions } from './to-action-permissions.ts';

describe('what actions take of an App', () => {
  it.each([
    [['collaborators'], { metadata: 'read', administration: 'write', members: 'read' }],
    [['pull-requests'], { metadata: 'read', pull_requests: 'write', contents: 'write' }],
    [['webhooks'], { metadata: 'read', organization_hooks: 'write', repository_hooks: 'write' }],
    [[], { metadata: 'read' }],
  ] as const)('is for %j its own and nothing more', (actions, permissions) => {
    expect(toActionPermissions(actions)).toEqual(permissions);
  });

  it('is unheld where less was granted, and held where more was', () => {
    const unheld = listUnheld('pull-requests', { pull_requests: 'read', contents: 'write' });

    expect(unheld.map(({ key }) => key)).toEqual(['pull_requests']);
    expect(listUnheld('collaborators', { administration: 'write', members: 'write' })).toEqual([]);
  });

  it.each([
    ['read', 'read', true],
    ['write', 'read', true],
    ['admin', 'write', true],
    ['read', 'write', false],
    [undefined, 'read', false],
    ['write', 'a level nobody knows', false],
  ] as const)('holding %s is enough for %s: %s', (held, wanted, isEnough) => {
    expect(holdsLevel(held, wanted)).toBe(isEnough);
  });
});
