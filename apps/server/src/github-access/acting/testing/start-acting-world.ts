import {
  type Action,
  beginActingApp,
  createConnection,
  finishAppManifest,
  type GithubApp,
  getConnectionActions,
  lookAtActions,
  testToken,
} from '@throughline/contract';
import { startEmulator } from '@throughline/github-emulator';
import type { TestDatabase } from '../../../platform/sql/testing/index.ts';
import { craftPrivate } from '../../testing/craft-private.ts';
import { keepTestInstallation } from '../../testing/keep-test-installation.ts';
import { readPermissions } from '../../testing/read-permissions.data.ts';
import { startAccessApi } from '../../testing/start-access-api.ts';
import { visitGitHub } from '../../testing/visit-github.ts';

interface Told {
  readonly id: number;
  readonly installations: readonly { readonly id: number; readonly accountId: number }[];
}

/** An emulated GitHub of which kim owns these organisations, the API, an administrator, and what they do about acting. */
export async function startActingWorld(database: TestDatabase, organisations: readonly string[]) {
  const emulator = await startEmulator({
    shape: 'enterprise-server',
    sources: organisations.map((name) => craftPrivate(`${name}/api`)),
    tokens: [{ kind: 'classic', value: 'ghp_kim', login: 'kim' }],
  });
  const { deps, api, administrator } = await startAccessApi(database, [emulator]);

  const tryToken = async (token = 'ghp_kim'): Promise<number> =>
    (await administrator.call(testToken, { body: { host: { address: emulator.origin }, token } }))
      .credentialId;
  const connectWith = async (organisation: string, credentialId: number): Promise<number> => {
    const body = { credentialId, organisation, name: organisation, repositoryChoice: 'all' } as const;
    return (await administrator.call(createConnection, { body })).connectionId;
  };
  const installedOn = async (appId: number): Promise<Told['installations']> => {
    const apps: readonly Told[] = Object(await (await fetch(`${emulator.origin}/_emulator/apps`)).json());
    return apps.find(({ id }) => id === appId)?.installations ?? [];
  };
  /** An App to read by, which the organisation owns, and a connection that reads by it. */
  const connectByApp = async (organisation: string) => {
    const app = emulator.control.addApp({
      name: `Reads ${organisation}`,
      owner: organisation,
      permissions: readPermissions,
      installations: [{ account: organisation }],
    });
    const [installation] = await installedOn(app.id);
    const credentialId = await keepTestInstallation(deps, {
      origin: emulator.origin,
      app,
      installationId: installation!.id,
      organisation: { githubId: installation!.accountId, login: organisation },
      createdBy: administrator.user.userId,
    });
    const connectionId = await connectWith(organisation, credentialId);
    return { connectionId, credentialId, app, installationId: installation!.id };
  };
  const owned = (organisation: string) => ({ kind: 'organisation', login: organisation }) as const;

  /** From our page to GitHub's, where kim confirms the App under a name of its own. */
  const makeApp = async (
    connectionId: number,
    { name, actions, owner }: { name: string; actions: Action[]; owner?: ReturnType<typeof owned> },
  ): Promise<GithubApp> => {
    const { url } = await administrator.call(beginActingApp, {
      params: { connectionId },
      body: { owner: owner ?? { kind: 'own-account' }, actions },
    });
    const page = { at: new URL(url), text: await (await administrator.fetch(new URL(url).pathname)).text() };
    const browser = await visitGitHub(emulator.origin, 'kim');
    const back = await browser.press(await browser.press(page), { name });
    const { state = '', code = '' } = Object.fromEntries(back.at.searchParams);
    return administrator.call(finishAppManifest, { body: { state, code } });
  };
  /** On all repositories of an organisation, by kim; answers the installation's id. */
  const install = async (githubAppId: number, organisation: string): Promise<number> => {
    const { slug } = emulator.control.apps().find(({ id }) => id === githubAppId)!;
    const browser = await visitGitHub(emulator.origin, 'kim');
    const headers = { authorization: 'bearer ghp_kim', 'user-agent': 'test' };
    const account = await (await fetch(`${emulator.restUrl}/orgs/${organisation}`, { headers })).json();
    const page = await browser.open(
      `${emulator.webUrl}/apps/${slug}/installations/new/permissions?target_id=${Object(account).id}`,
    );
    const back = await browser.press(page, { repository_selection: 'all' });
    return Number(back.at.searchParams.get('installation_id'));
  };
  const see = (connectionId: number) =>
    administrator.call(getConnectionActions, { params: { connectionId } });
  const look = (connectionId: number) => administrator.call(lookAtActions, { params: { connectionId } });
  /** Which credentials a connection has, and for what. */
  const rolesOf = async (connectionId: number) =>
    database.query<{ role: string; credentialId: number; login: string }>(
      `select role, credential_id as "credentialId", login
       from connection_credential
       join credential using (credential_id)
       where connection_id = $1::bigint
       order by role`,
      [connectionId],
    );
  return {
    emulator,
    deps,
    api,
    administrator,
    tryToken,
    connectByToken: async (organisation: string) => connectWith(organisation, await tryToken()),
    connectWith,
    connectByApp,
    installedOn,
    owned,
    makeApp,
    install,
    see,
    look,
    rolesOf,
  };
}
