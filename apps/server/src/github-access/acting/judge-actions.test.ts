import { describe, expect, it } from 'vitest';
import { listMissing, listPossible, toActingState, toRoles } from './judge-actions.ts';

const at = new Date('2026-11-22T12:00:00Z');
const all = {
  metadata: 'read',
  administration: 'write',
  members: 'read',
  organization_hooks: 'write',
  repository_hooks: 'write',
};
const app = {
  name: 'Lines',
  slug: 'lines',
  ownerLogin: 'acme',
  isOwnedByOrganisation: true,
  pageUrl: 'https://github.com/apps/lines',
  permissions: all,
};
const installed = (permissions: Readonly<Record<string, string>>, suspendedAt?: Date) => ({
  installationId: 1,
  pageUrl: 'https://github.com/organizations/acme/settings/installations/1',
  permissions,
  suspendedAt,
});
const asked = (['collaborators', 'webhooks'] as const).map((action) => ({ action, at, by: 'Kim' }));

describe('what was asked for', () => {
  it.each([
    ['not-looked', { lookedAt: undefined, installation: undefined }, []],
    ['not-installed', { lookedAt: at, installation: undefined }, []],
    ['suspended', { lookedAt: at, installation: installed(all, at) }, []],
    ['waiting', { lookedAt: at, installation: installed({ metadata: 'read' }) }, []],
    [
      'partly-possible',
      { lookedAt: at, installation: installed({ ...all, administration: 'read' }) },
      ['webhooks'],
    ],
    ['possible', { lookedAt: at, installation: installed(all) }, ['collaborators', 'webhooks']],
  ] as const)('is %s', (state, seen, possible) => {
    const acting = { app, asked, ...seen };

    expect(toActingState(acting)).toBe(state);
    expect(listPossible(acting)).toEqual(possible);
  });

  it('lacks what the App does not ask for, and what no owner has accepted', () => {
    const held = { ...all, administration: 'read' };
    const asksLess = { ...app, permissions: held };

    const ofOwner = listMissing({ app, asked, lookedAt: at, installation: installed(held) }, 'collaborators');
    const ofApp = listMissing(
      { app: asksLess, asked, lookedAt: at, installation: undefined },
      'collaborators',
    );
    const none = listMissing({ app, asked, lookedAt: at, installation: undefined }, 'collaborators');

    expect(ofOwner).toEqual([{ permission: 'Administration: write', from: 'owner' }]);
    expect(ofApp).toEqual([{ permission: 'Administration: write', from: 'app' }]);
    expect(none).toEqual([]);
  });

  it.each([
    [[], []],
    [['collaborators', 'pull-requests'], ['act']],
    [['webhooks'], ['hook']],
    [
      ['pull-requests', 'webhooks'],
      ['act', 'hook'],
    ],
  ] as const)('gives the credential for %j the roles %j', (possible, roles) => {
    expect(toRoles(possible)).toEqual(roles);
  });
});
