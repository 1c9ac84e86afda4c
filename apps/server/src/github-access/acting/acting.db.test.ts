import { askForActions, type ConnectionActions, endActions, listGithubApps } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { startActingWorld } from './testing/start-acting-world.ts';

const database = await testDatabase();
const world = await startActingWorld(database, [
  'acme',
  'labs',
  'motion',
  'works',
  'ships',
  'gates',
  'quiet',
]);
const { emulator, administrator, see, look, rolesOf } = world;

const stateOf = ({ actions }: ConnectionActions) =>
  Object.fromEntries(actions.map(({ action, state }) => [action, state]));

const auditOf = async (connectionId: number) =>
  (
    await database.query<{ action: string }>(
      `select action from audit_entry where subject = 'connection:' || $1::bigint order by audit_id`,
      [connectionId],
    )
  ).map(({ action }) => action);

describe('an App of its own', () => {
  it('is made by one press, asks for what was chosen alone, and acts once it is installed', async () => {
    const connectionId = await world.connectByToken('acme');
    const nothing = await see(connectionId);

    const made = await world.makeApp(connectionId, {
      name: 'Throughline acts',
      actions: ['collaborators', 'webhooks'],
      owner: world.owned('acme'),
    });
    const asked = await see(connectionId);
    await world.install(made.githubAppId, 'acme');
    const granted = await look(connectionId);

    expect(stateOf(nothing)).toEqual({
      collaborators: 'not-asked',
      'pull-requests': 'not-asked',
      webhooks: 'not-asked',
    });
    expect(nothing.by).toBeUndefined();
    expect(emulator.control.apps().find(({ id }) => id === made.githubAppId)).toMatchObject({
      permissions: {
        metadata: 'read',
        administration: 'write',
        members: 'read',
        organization_hooks: 'write',
        repository_hooks: 'write',
      },
      isPublic: false,
      events: [],
    });
    expect(asked.by).toMatchObject({
      way: 'own-app',
      state: 'not-installed',
      ownerLogin: 'acme',
      installUrl: `${emulator.webUrl}/apps/throughline-acts/installations/new`,
      permissionsUrl: `${emulator.webUrl}/organizations/acme/settings/apps/throughline-acts/permissions`,
    });
    expect(granted.by).toMatchObject({ state: 'possible', lookedAt: expect.any(String) });
    expect(stateOf(granted)).toEqual({
      collaborators: 'possible',
      'pull-requests': 'not-asked',
      webhooks: 'possible',
    });
    expect((await rolesOf(connectionId)).map(({ role, login }) => [role, login])).toEqual([
      ['act', 'Throughline acts'],
      ['hook', 'Throughline acts'],
      ['read', 'kim'],
    ]);
    expect(await auditOf(connectionId)).toEqual(
      expect.arrayContaining(['connection.actions-asked', 'connection.actions-looked-at']),
    );
    const { apps } = await administrator.call(listGithubApps, { query: { address: emulator.origin } });
    expect(apps).toEqual([]);
  });

  it('is offered for further organisations, and says what it does not ask for and what no owner has accepted', async () => {
    const first = await world.connectByToken('labs');
    const made = await world.makeApp(first, { name: 'Acts for many', actions: ['webhooks'] });
    const connectionId = await world.connectByToken('motion');
    const offered = await see(connectionId);

    const installationId = await world.install(made.githubAppId, 'motion');
    const asked = await administrator.call(askForActions, {
      params: { connectionId },
      body: { registrationId: made.registrationId, actions: ['webhooks', 'pull-requests'] },
    });
    emulator.control.editApp({
      kind: 'permissions',
      appId: made.githubAppId,
      permissions: {
        organization_hooks: 'write',
        repository_hooks: 'write',
        pull_requests: 'write',
        contents: 'write',
      },
    });
    const waiting = await look(connectionId);
    emulator.control.editApp({ kind: 'accepted', installationId });
    const granted = await look(connectionId);

    // The one that acme owns is acme's alone.
    expect(offered.apps.map(({ name }) => name)).toEqual(['Acts for many']);
    expect(asked.by?.state).toBe('partly-possible');
    expect(asked.actions.find(({ action }) => action === 'pull-requests')).toMatchObject({
      state: 'waiting',
      missing: [
        { permission: 'Pull requests: write', from: 'app' },
        { permission: 'Contents: write', from: 'app' },
      ],
    });
    expect(waiting.actions.find(({ action }) => action === 'pull-requests')?.missing).toEqual([
      { permission: 'Pull requests: write', from: 'owner' },
      { permission: 'Contents: write', from: 'owner' },
    ]);
    expect(waiting.by?.acceptUrl).toBe(
      `${emulator.webUrl}/organizations/motion/settings/installations/${installationId}/permissions/update`,
    );
    expect(granted.by).toMatchObject({ state: 'possible' });
    expect(granted.by?.acceptUrl).toBeUndefined();
    expect((await rolesOf(connectionId)).map(({ role }) => role)).toEqual(['act', 'hook', 'read']);
  });

  it('has no credential while it is suspended or gone, and one again when it is back', async () => {
    const connectionId = await world.connectByToken('works');
    const made = await world.makeApp(connectionId, { name: 'Comes and goes', actions: ['collaborators'] });
    const installationId = await world.install(made.githubAppId, 'works');
    await look(connectionId);

    emulator.control.editApp({ kind: 'suspended', installationId });
    const suspended = await look(connectionId);
    const without = await rolesOf(connectionId);
    emulator.control.editApp({ kind: 'unsuspended', installationId });
    const back = await look(connectionId);
    emulator.control.editApp({ kind: 'uninstalled', installationId });
    const gone = await look(connectionId);

    expect(suspended.by).toMatchObject({ state: 'suspended', suspendedAt: expect.any(String) });
    expect(without.map(({ role }) => role)).toEqual(['read']);
    expect(back.by?.state).toBe('possible');
    expect(gone.by).toMatchObject({ state: 'not-installed' });
    expect(gone.by?.installationUrl).toBeUndefined();
    expect((await rolesOf(connectionId)).map(({ role }) => role)).toEqual(['read']);
    const kept = await database.query('select from credential where installation_id = $1::bigint', [
      installationId,
    ]);
    expect(kept).toEqual([]);
  });

  it('is taken back: left installed, or uninstalled by choice; and asked again without being made anew', async () => {
    const connectionId = await world.connectByToken('ships');
    const made = await world.makeApp(connectionId, { name: 'Taken back', actions: ['collaborators'] });
    await world.install(made.githubAppId, 'ships');
    await look(connectionId);
    const end = (app: 'keep' | 'uninstall') =>
      administrator.call(endActions, { params: { connectionId }, body: { app } });

    const kept = await end('keep');
    const left = await world.installedOn(made.githubAppId);
    const roles = await rolesOf(connectionId);
    const again = await administrator.call(askForActions, {
      params: { connectionId },
      body: { registrationId: made.registrationId, actions: ['collaborators'] },
    });
    await end('uninstall');

    expect(kept.by).toBeUndefined();
    expect(left).toHaveLength(1);
    expect(roles.map(({ role }) => role)).toEqual(['read']);
    expect(again.by?.state).toBe('possible');
    expect(await world.installedOn(made.githubAppId)).toEqual([]);
    expect(await auditOf(connectionId)).toContain('connection.actions-ended');
    expect((await failureOf(look(connectionId))).message).toContain('Nothing was asked for here');
  });

  it('stays as it was seen last while GitHub does not answer, and asking goes on without it', async () => {
    const connectionId = await world.connectByToken('quiet');
    const made = await world.makeApp(connectionId, { name: 'In the dark', actions: ['webhooks'] });
    await world.install(made.githubAppId, 'quiet');
    const seen = await look(connectionId);
    emulator.control.addFault({ kind: 'status', status: 502, times: 2 });

    const refused = await failureOf(look(connectionId));
    const asked = await administrator.call(askForActions, {
      params: { connectionId },
      body: { registrationId: made.registrationId, actions: ['webhooks', 'collaborators'] },
    });
    emulator.control.clear();
    const fewer = await administrator.call(askForActions, {
      params: { connectionId },
      body: { registrationId: made.registrationId, actions: ['collaborators'] },
    });

    expect(refused.code).toBe('github-server');
    expect(asked.by).toMatchObject({ state: 'partly-possible', lookedAt: seen.by?.lookedAt });
    expect(stateOf(fewer)).toMatchObject({ collaborators: 'waiting', webhooks: 'not-asked' });
    expect((await rolesOf(connectionId)).map(({ role }) => role)).toEqual(['read']);
  });

  it('whose key is gone says so, changes nothing, and keeps nobody from taking it back', async () => {
    const connectionId = await world.connectByToken('gates');
    const made = await world.makeApp(connectionId, { name: 'Keyless acts', actions: ['webhooks'] });
    emulator.control.editApp({ kind: 'key', appId: made.githubAppId });

    const refused = await failureOf(look(connectionId));
    const other = await failureOf(
      world.makeApp(connectionId, { name: 'Second thoughts', actions: ['webhooks'] }),
    );
    const uninstall = await administrator.call(endActions, { params: { connectionId }, body: {} });

    expect(refused.message).toContain('does not accept the private key of the app Keyless acts');
    expect(refused.message).toContain('Take back what was asked for');
    expect(other).toMatchObject({ code: 'conflict' });
    expect(other.message).toContain('has an app to act by already');
    expect(uninstall.by).toBeUndefined();
  });
});
