import {
  listOrganisationMembers,
  listOrganisationTeams,
  readOrganisationRepositories,
} from '@throughline/github';
import { startEmulator } from '@throughline/github-emulator';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestUser } from '../../access/testing/test-users.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { findHost } from '../hosts/hosts.sql.ts';
import { openAccessDependencies } from '../testing/access-dependencies.ts';
import { craftPrivate } from '../testing/craft-private.ts';
import { keepTestInstallation } from '../testing/keep-test-installation.ts';
import { readPermissions } from '../testing/read-permissions.data.ts';
import { createInstallationTokens } from './installation-tokens.client.ts';

const database = await testDatabase();
const emulator = await startEmulator({
  shape: 'enterprise-server',
  sources: [craftPrivate('acme/api'), craftPrivate('acme/web')],
  tokens: [],
});
const deps = openAccessDependencies(database, { loopbackOrigins: [emulator.origin] });
const { userId } = await createTestUser(database, 'administrator');

afterAll(async () => {
  await deps.close();
  await emulator.close();
});

let count = 0;

/** An App of its own on acme, kept as a credential. */
async function keepApp() {
  count += 1;
  const app = emulator.control.addApp({
    name: `Tokens ${count}`,
    owner: 'acme',
    permissions: readPermissions,
    installations: [{ account: 'acme' }],
  });
  const installation = await installationOf(app.id);
  const organisation = { githubId: installation.accountId, login: 'acme' };
  const { origin } = emulator;
  const installationId = installation.id;
  const credentialId = await keepTestInstallation(deps, {
    origin,
    app,
    installationId,
    organisation,
    createdBy: userId,
  });
  return { app, installationId, credentialId };
}

interface Told {
  readonly id: number;
  readonly installations: readonly { readonly id: number; readonly accountId: number }[];
}

async function installationOf(appId: number) {
  const apps: readonly Told[] = Object(await (await fetch(`${emulator.origin}/_emulator/apps`)).json());
  return apps.find(({ id }) => id === appId)!.installations[0]!;
}

const openTokens = (given: { hasClassicTokens?: boolean; clock?: { now: () => Date } } = {}) =>
  createInstallationTokens({ ...deps, hasClassicTokens: false, ...given });

const countMints = (): number =>
  emulator.control.ledger().filter(({ path }) => path.endsWith('/access_tokens')).length;

const permissionsOf = (value: string) => emulator.control.tokens().find((token) => token.value === value);

beforeEach(() => emulator.control.clear());

describe('a token of an installation', () => {
  it('is made once for all who wait, and is asked for what is read, of the repositories that are', async () => {
    const { credentialId } = await keepApp();
    const tokens = openTokens();
    const members = tokens.toSource(credentialId, { data: ['members'] });

    const given = await Promise.all([
      members.get(),
      members.get(),
      tokens.toSource(credentialId, { data: ['members'] }).get(),
    ]);
    const other = await tokens.toSource(credentialId, { data: ['pull-requests'] }).get();

    expect(new Set(given).size).toBe(1);
    expect(countMints()).toBe(2);
    expect(permissionsOf(given[0])).toMatchObject({
      permissions: { metadata: 'read', members: 'read' },
    });
    expect(permissionsOf(other)).toMatchObject({
      permissions: { metadata: 'read', pull_requests: 'read', contents: 'read', issues: 'read' },
    });
  });

  it('reaches no more repositories than are read, and all once one of them is no longer there', async () => {
    const { credentialId } = await keepApp();
    const ids = emulator.control.truth().map(({ id }) => id);
    const tokens = openTokens();

    const narrow = await tokens.toSource(credentialId, { repositoryIds: ids.slice(0, 1) }).get();
    const wide = await tokens.toSource(credentialId, { repositoryIds: [1, ...ids.slice(0, 1)] }).get();

    expect(permissionsOf(narrow)).toMatchObject({ repositoryIds: ids.slice(0, 1) });
    expect(permissionsOf(wide)).toMatchObject({ repositoryIds: 'all' });
  });

  it('is made anew ten minutes before its end, and one that was refused at once', async () => {
    const { credentialId } = await keepApp();
    let nowMs = Date.now();
    const source = openTokens({ clock: { now: () => new Date(nowMs) } }).toSource(credentialId);

    const first = await source.get();
    nowMs += 49 * 60_000;
    const still = await source.get();
    nowMs += 2 * 60_000;
    const next = await source.get();
    source.refuse?.(next);
    const after = await source.get();

    expect(still).toBe(first);
    expect(new Set([first, next, after]).size).toBe(3);
    expect(countMints()).toBe(3);
  });

  it.each([true, false])(
    'has forty characters where that is set, and is masked in the log: %s',
    async (hasClassicTokens) => {
      const { credentialId } = await keepApp();

      const token = await openTokens({ hasClassicTokens }).toSource(credentialId).get();

      expect(token.length === 40).toBe(hasClassicTokens);
      expect(deps.secretMask.mask(`token ${token}.`)).not.toContain(token.slice(8, 24));
      const [row] = await database.query<{ whole: string }>(
        `select string_agg(credential::text, '') as whole from credential`,
      );
      expect(row?.whole).not.toContain(token.slice(8, 24));
    },
  );
});

describe('what GitHub says instead', () => {
  it.each([
    ['uninstalled', 'not-signed-in', 'is not installed on acme any more'],
    ['suspended', 'organisation-approval', 'An owner of acme has suspended the app'],
  ] as const)('%s: concerns the connection, never a repository', async (kind, failure, sentence) => {
    const { credentialId, installationId } = await keepApp();
    emulator.control.editApp({ kind, installationId });

    const asked = openTokens().toSource(credentialId).get();

    await expect(asked).rejects.toMatchObject({
      kind: failure,
      message: expect.stringContaining(sentence),
    });
  });

  it('of fewer permissions: less is asked for, and what is held is remembered', async () => {
    const { app, credentialId, installationId } = await keepApp();
    emulator.control.editApp({
      kind: 'permissions',
      appId: app.id,
      permissions: { metadata: 'read', pull_requests: 'read', contents: 'read' },
    });
    emulator.control.editApp({ kind: 'accepted', installationId });

    const token = await openTokens().toSource(credentialId).get();

    expect(permissionsOf(token)).toMatchObject({
      permissions: { metadata: 'read', pull_requests: 'read', contents: 'read' },
    });
    const [row] = await database.query<{ permissions: object }>(
      'select permissions from credential where credential_id = $1::bigint',
      [credentialId],
    );
    expect(Object.keys(row?.permissions ?? {})).not.toContain('members');
  });
});

it('everything that is read of an organisation is read with it, and no question is asked of a user', async () => {
  const { credentialId, installationId } = await keepApp();
  const [{ host_id: hostId }] = (await database.query<{ host_id: number }>('select host_id from host')) as [
    { host_id: number },
  ];
  const host = (await findHost(database, hostId))!;
  const owner = { credentialId, bucketOwner: `installation:${installationId}` };

  const client = await deps.clients.forCredential(host, owner);
  const { repositories } = await readOrganisationRepositories(client, 'acme');
  const members = await Array.fromAsync(listOrganisationMembers(client, 'acme'));
  const teams = await listOrganisationTeams(client, 'acme');

  expect(repositories.map(({ name, pullRequestTotal }) => `${name} ${pullRequestTotal}`).toSorted()).toEqual([
    'api 2',
    'web 2',
  ]);
  expect(members.map(({ login }) => login).toSorted()).toEqual(['kim', 'robin']);
  expect(teams.isWhole).toBe(true);
  const asked = emulator.control.ledger().map(({ path }) => path);
  expect(asked.filter((path) => /^(\/api\/v3)?\/user(\/|$)/.test(path))).toEqual([]);
});
