import {
  addGithubApp,
  askForActions,
  beginAppOrganisations,
  createConnection,
  endActions,
  replaceCredential,
  weighReplacement,
} from '@throughline/contract';
import { readOrganisationRepositories } from '@throughline/github';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { wipeCredentials } from '../connection/disconnection.sql.ts';
import { callForNewCredentials } from '../credentials/lost-keys.sql.ts';
import { revokeCredentialsOf } from '../credentials/revoke-credential.client.ts';
import { loadAppHosts } from '../own-account/sign-in-hosts.sql.ts';
import { findActing } from './acting.sql.ts';
import { startActingWorld } from './testing/start-acting-world.ts';

const database = await testDatabase();
const world = await startActingWorld(database, ['acme', 'labs', 'motion', 'works', 'ships', 'gates']);
const { emulator, administrator, deps, look, rolesOf } = world;

type Reading = Awaited<ReturnType<typeof world.connectByApp>>;

const ask = async ({ connectionId }: Reading, actions: ('collaborators' | 'pull-requests')[]) => {
  const { reads } = await world.see(connectionId);
  return administrator.call(askForActions, {
    params: { connectionId },
    body: { registrationId: reads!.registrationId, actions },
  });
};

/** Has the App ask for more, and the owner accept it. */
const grant = ({ app, installationId }: Reading, permissions: object) => {
  const wanted = { ...app.permissions, ...permissions };
  emulator.control.editApp({ kind: 'permissions', appId: app.id, permissions: wanted });
  emulator.control.editApp({ kind: 'accepted', installationId });
};

/** An App of its own that acts for a connection, granted. */
const actByOwnApp = async (connectionId: number, organisation: string) => {
  const made = await world.makeApp(connectionId, {
    name: `Acts for ${organisation}`,
    actions: ['collaborators'],
  });
  await world.install(made.githubAppId, organisation);
  await look(connectionId);
  return made;
};

describe('more permissions of the App it reads by', () => {
  it('are asked of its owner, then of the organisation’s, and leave reading with tokens that only read', async () => {
    const connection = await world.connectByApp('acme');
    const { connectionId, app, installationId, credentialId } = connection;

    const asked = await ask(connection, ['pull-requests', 'collaborators']);
    emulator.control.editApp({
      kind: 'permissions',
      appId: app.id,
      permissions: { ...app.permissions, pull_requests: 'write', contents: 'write' },
    });
    const waiting = await look(connectionId);
    emulator.control.editApp({ kind: 'accepted', installationId });
    const granted = await look(connectionId);
    const { client } = await deps.clients.forConnection(connectionId, 'person');
    await readOrganisationRepositories(client, 'acme', { atMost: 1 });

    expect(asked.by).toMatchObject({
      way: 'upgrade',
      state: 'waiting',
      permissionsUrl: `${emulator.webUrl}/organizations/acme/settings/apps/reads-acme/permissions`,
    });
    expect(asked.by?.acceptUrl).toBeUndefined();
    expect(waiting.by?.acceptUrl).toContain(`/installations/${installationId}/permissions/update`);
    expect(granted.by?.state).toBe('partly-possible');
    expect(await rolesOf(connectionId)).toEqual([
      { role: 'act', credentialId, login: 'Reads acme' },
      { role: 'read', credentialId, login: 'Reads acme' },
    ]);
    const minted = emulator.control.tokens().filter(({ kind }) => kind === 'installation');
    expect(minted.length).toBeGreaterThan(0);
    for (const token of minted) {
      expect(Object.values(Object(token).permissions)).toEqual(
        Object.values(Object(token).permissions).map(() => 'read'),
      );
    }
  });

  it('are taken back without ending what reads', async () => {
    const connection = await world.connectByApp('labs');
    const { connectionId, credentialId, app } = connection;
    await ask(connection, ['pull-requests']);
    grant(connection, { pull_requests: 'write', contents: 'write' });
    await look(connectionId);
    const end = (choice: 'keep' | 'uninstall') =>
      administrator.call(endActions, { params: { connectionId }, body: { app: choice } });

    const refused = await failureOf(end('uninstall'));
    await end('keep');

    expect(refused).toMatchObject({ code: 'input-invalid' });
    expect(refused.message).toContain('reads by');
    expect(await rolesOf(connectionId)).toEqual([{ role: 'read', credentialId, login: 'Reads labs' }]);
    expect(await world.installedOn(app.id)).toHaveLength(1);
  });

  it('end with the App when another credential takes its place, which says so before', async () => {
    const connection = await world.connectByApp('motion');
    const { connectionId, credentialId: replaces } = connection;
    await ask(connection, ['pull-requests']);
    grant(connection, { pull_requests: 'write', contents: 'write' });
    await look(connectionId);
    const credentialId = await world.tryToken();
    const params = { connectionId };

    const { connections } = await administrator.call(weighReplacement, { params, body: { credentialId } });
    const { old } = await administrator.call(replaceCredential, { params, body: { credentialId, replaces } });

    expect(connections[0]?.lost).toContainEqual(
      expect.stringContaining('What Throughline may do at GitHub by Reads motion is taken back'),
    );
    expect(old.isWiped).toBe(true);
    expect((await rolesOf(connectionId)).map(({ role, login }) => [role, login])).toEqual([['read', 'kim']]);
    expect(await findActing(database, connectionId)).toBeUndefined();
  });
});

describe('an App that acts', () => {
  it('is never read by, listed by, signed in with or entered to read', async () => {
    const connectionId = await world.connectByToken('works');
    const made = await actByOwnApp(connectionId, 'works');
    const acting = (await rolesOf(connectionId)).find(({ role }) => role === 'act')!;
    const app = emulator.control.apps().find(({ id }) => id === made.githubAppId)!;

    const listed = await failureOf(
      administrator.call(beginAppOrganisations, {
        params: { registrationId: made.registrationId },
        body: {},
      }),
    );
    const connected = await failureOf(
      administrator.call(createConnection, {
        body: {
          credentialId: acting.credentialId,
          organisation: 'works',
          name: 'again',
          repositoryChoice: 'all',
        },
      }),
    );
    const entered = await failureOf(
      administrator.call(addGithubApp, {
        body: {
          host: { address: emulator.origin },
          app: {
            githubAppId: String(app.id),
            clientId: app.clientId,
            clientSecret: app.clientSecret,
            privateKey: app.privateKeyPem!,
          },
        },
      }),
    );
    const hosts = await loadAppHosts(database);

    expect(listed?.code).toBe('not-found');
    expect(connected?.message).toContain('acts, and reads nothing');
    expect(entered).toMatchObject({ code: 'conflict' });
    expect(entered?.message).toContain('registered here to act');
    expect(hosts.map(({ registration }) => registration.registrationId)).not.toContain(made.registrationId);
  });

  it('stays when the credential that reads is replaced', async () => {
    const { connectionId, credentialId: replaces } = await world.connectByApp('gates');
    await actByOwnApp(connectionId, 'gates');
    const credentialId = await world.tryToken();

    await administrator.call(replaceCredential, {
      params: { connectionId },
      body: { credentialId, replaces },
    });

    expect((await rolesOf(connectionId)).map(({ role }) => role)).toEqual(['act', 'read']);
  });

  it('whose key is lost may do nothing, and reading goes on; disconnecting wipes and uninstalls it by choice', async () => {
    const connectionId = await world.connectByToken('ships');
    const made = await actByOwnApp(connectionId, 'ships');
    const [row] = await database.query<{ key: string }>(
      `select split_part(private_key_sealed, '.', 2) as key
       from app_registration
       where registration_id = $1::bigint`,
      [made.registrationId],
    );
    await database.transaction(async (tx) => {
      await tx.query(
        `update credential set secret_sealed = replace(secret_sealed, '.' || $1::text || '.', '.another.')
         where secret_sealed is not null`,
        [row!.key],
      );
      await callForNewCredentials(tx, [row!.key]);
    });
    const afterLoss = await rolesOf(connectionId);
    const [state] = await database.query<{ state: string }>(
      'select state from connection where connection_id = $1::bigint',
      [connectionId],
    );
    await look(connectionId);

    await revokeCredentialsOf(deps, { connectionId, uninstallsApp: true });
    await database.transaction((tx) => wipeCredentials(tx, connectionId));

    expect(afterLoss.map(({ role }) => role)).toEqual(['read']);
    expect(state).toEqual({ state: 'active' });
    expect(await world.installedOn(made.githubAppId)).toEqual([]);
    expect(await rolesOf(connectionId)).toEqual([]);
    expect(await findActing(database, connectionId)).toBeUndefined();
    const left = await database.query('select from credential where registration_id = $1::bigint', [
      made.registrationId,
    ]);
    expect(left).toEqual([]);
  });
});
