import {
  ApiFailure,
  type AppReport,
  beginAppManifest,
  beginAppOrganisations,
  createConnection,
  finishAppManifest,
  finishAppOrganisations,
  type GithubApp,
  listGithubApps,
  listOfferedRepositories,
  refreshAppOrganisations,
} from '@throughline/contract';
import { startEmulator } from '@throughline/github-emulator';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { craftPrivate } from '../testing/craft-private.ts';
import { startAccessApi } from '../testing/start-access-api.ts';
import { visitGitHub } from '../testing/visit-github.ts';

const database = await testDatabase();
const emulator = await startEmulator({
  shape: 'enterprise-server',
  sources: [
    craftPrivate('acme/api'),
    craftPrivate('acme/web'),
    craftPrivate('labs/lab'),
    craftPrivate('motion/films'),
    craftPrivate('foreign/secret', { members: ['sam'], admins: ['sam'] }),
  ],
  tokens: [{ kind: 'classic', value: 'ghp_kim', login: 'kim' }],
});
const { api, administrator } = await startAccessApi(database, [emulator]);
const host = { address: emulator.origin };

type Asker = typeof administrator;

/** From our page to GitHub's, where `login` confirms the App, and what comes back from there. */
async function confirmApp(
  asker: Asker,
  login: string,
  name: string,
  owner: object = { kind: 'own-account' },
) {
  const { url } = await asker.call(beginAppManifest, {
    body: { host, owner: owner as { kind: 'own-account' } },
  });
  const response = await asker.fetch(new URL(url).pathname);
  const page = { at: new URL(url), text: await response.text() };
  const browser = await visitGitHub(emulator.origin, login);
  const back = await browser.press(await browser.press(page), { name });
  return { response, page, back: back.at.searchParams };
}

const finish = (asker: Asker, back: URLSearchParams): Promise<GithubApp> =>
  asker.call(finishAppManifest, { body: { state: back.get('state') ?? '', code: back.get('code') ?? '' } });

const makeApp = async (name: string, login = 'kim'): Promise<GithubApp> =>
  finish(administrator, (await confirmApp(administrator, login, name)).back);

async function retrieve(
  { registrationId }: GithubApp,
  login = 'kim',
  asker = administrator,
): Promise<AppReport> {
  const { url } = await asker.call(beginAppOrganisations, { params: { registrationId }, body: {} });
  const back = await (await visitGitHub(emulator.origin, login)).authorise(url);
  return asker.call(finishAppOrganisations, {
    body: { state: back.get('state') ?? '', code: back.get('code') ?? '' },
  });
}

const refresh = ({ registrationId }: GithubApp): Promise<AppReport> =>
  administrator.call(refreshAppOrganisations, { params: { registrationId }, body: {} });

const found = (report: AppReport, login: string) => report.organisations.find((one) => one.login === login);

const idOf = async (login: string): Promise<number> => {
  const headers = { authorization: 'bearer ghp_kim', 'user-agent': 'test' };
  const response = await fetch(`${emulator.restUrl}/orgs/${login}`, { headers });
  return Number(Object(await response.json()).id);
};

/** In a browser at GitHub, on all repositories of an organisation; answers the installation's id. */
async function install(app: GithubApp, account: string, login = 'kim'): Promise<number> {
  const slug = emulator.control.apps().find(({ id }) => id === app.githubAppId)!.slug;
  const browser = await visitGitHub(emulator.origin, login);
  const target = await idOf(account);
  const page = await browser.open(
    `${emulator.webUrl}/apps/${slug}/installations/new/permissions?target_id=${target}`,
  );
  const back = await browser.press(page, { repository_selection: 'all' });
  return Number(back.at.searchParams.get('installation_id'));
}

describe('an App made of a manifest', () => {
  it('is posted by a page that may post to that host alone, asks for reading only, and keeps its secrets sealed', async () => {
    const { response, page, back } = await confirmApp(administrator, 'kim', 'Lines one');
    const made = await finish(administrator, back);

    expect(response.headers.get('content-security-policy')).toContain(`form-action ${emulator.origin};`);
    expect(page.text).toContain('&quot;public&quot;:true');
    const app = emulator.control.apps().find(({ id }) => id === made.githubAppId)!;
    expect(app).toMatchObject({
      permissions: {
        metadata: 'read',
        pull_requests: 'read',
        contents: 'read',
        issues: 'read',
        members: 'read',
      },
      callbackUrls: expect.arrayContaining([`${api.origin}/github/return`]),
      setupUrl: `${api.origin}/github/return`,
      events: [],
    });
    const [row] = await database.query<{ whole: string }>(
      'select app_registration::text as whole from app_registration',
    );
    for (const secret of [app.clientSecret, app.privateKeyPem!.slice(40, 80)]) {
      expect(row?.whole).not.toContain(secret);
      expect(JSON.stringify(made)).not.toContain(secret);
    }
    expect((await administrator.call(listGithubApps, { query: host })).apps).toEqual([made]);
  });

  it('is taken once, by the browser that began, within the hour', async () => {
    const other = await api.signIn('administrator');
    const { back } = await confirmApp(administrator, 'kim', 'Lines two');

    const stranger = await failureOf(finish(other, back));
    await finish(administrator, back);
    const again = await failureOf(finish(administrator, back));
    const late = await confirmApp(administrator, 'kim', 'Lines three');
    emulator.control.moveClock({ advanceSeconds: 3601, worldStands: true });
    const tooLate = await failureOf(finish(administrator, late.back));

    expect([stranger.code, again.code]).toEqual(['authorisation-invalid', 'authorisation-invalid']);
    expect(tooLate).toMatchObject({ code: 'github-sign-in-refused' });
    expect(tooLate.message).toContain('more than an hour');
  });

  it('of an organisation is its own, and not for others', async () => {
    const owner = { kind: 'organisation', login: 'acme' };

    const { page, back } = await confirmApp(administrator, 'kim', 'Lines of acme', owner);
    const made = await finish(administrator, back);

    expect(made.ownerLogin).toBe('acme');
    expect(page.text).toContain('/organizations/acme/settings/apps/new');
    expect(page.text).toContain('&quot;public&quot;:false');
  });
});

describe('its organisations', () => {
  it('are those of who signed in: free where it is installed, the others with what is missing', async () => {
    const app = await makeApp('Lists');
    await install(app, 'acme');
    await install(app, 'foreign', 'sam');
    const installationId = await install(app, 'labs');
    emulator.control.editApp({ kind: 'suspended', installationId });

    const report = await retrieve(app);

    expect(report).toMatchObject({ way: 'app', kind: 'app-installation', login: 'Lists' });
    expect(report.organisations.map(({ login }) => login).toSorted()).toEqual(['acme', 'labs']);
    expect(found(report, 'acme')).toMatchObject({
      role: 'owner',
      reach: { kind: 'all', repositories: 2 },
      credentialId: expect.any(Number),
    });
    expect(found(report, 'labs')?.obstacle).toMatchObject({
      kind: 'suspended',
      linkText: 'See it on GitHub',
    });
    const users = emulator.control.tokens().filter(({ kind }) => kind === 'app-user');
    expect(users.every(({ isRevoked }) => isRevoked)).toBe(true);
  });

  it('are listed anew without another sign-in, and connected, each read with its installation', async () => {
    const app = await makeApp('Connects');
    const installationId = await install(app, 'acme');
    await retrieve(app);
    emulator.control.editApp({ kind: 'uninstalled', installationId });
    expect(found(await refresh(app), 'acme')?.obstacle).toMatchObject({
      kind: 'not-installed',
      link: `${app.installUrl}/permissions?target_id=${await idOf('acme')}`,
      linkText: 'Install on GitHub',
    });
    await install(app, 'acme');

    const { credentialId } = found(await refresh(app), 'acme')!;
    const { repositories } = await administrator.call(listOfferedRepositories, {
      params: { credentialId: credentialId!, login: 'acme' },
    });
    const connection = await administrator.call(createConnection, {
      body: { credentialId: credentialId!, organisation: 'acme', name: 'acme', repositoryChoice: 'all' },
    });

    expect(repositories.map(({ fullName }) => fullName).toSorted()).toEqual(['acme/api', 'acme/web']);
    expect(connection.credential).toMatchObject({ kind: 'app-installation', login: 'Connects' });
    expect(found(await refresh(app), 'acme')?.obstacle).toMatchObject({
      kind: 'connected',
      connectedAs: 'acme',
    });
    const asked = emulator.control.ledger().map(({ path }) => path);
    expect(asked.filter((path) => path.includes('/user/memberships/orgs/acme'))).toEqual([]);
  });

  it('say what an owner has not granted, and what to send them', async () => {
    const app = await makeApp('Waits');
    const installationId = await install(app, 'labs');
    emulator.control.editApp({
      kind: 'permissions',
      appId: app.githubAppId,
      permissions: { metadata: 'read' },
    });
    emulator.control.editApp({ kind: 'accepted', installationId });

    const report = await retrieve(app);

    expect(found(report, 'labs')?.obstacle).toMatchObject({
      kind: 'permissions-wait',
      text: expect.stringContaining('Pull requests: read'),
      message: expect.stringContaining('accept it here'),
    });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ kind: 'missing', permission: 'Pull requests: read' }),
    );
  });

  it('follow an organisation that was renamed, and say when the App was uninstalled, while connecting', async () => {
    const app = await makeApp('Follows');
    const installationId = await install(app, 'motion');
    const { credentialId } = found(await retrieve(app), 'motion')!;
    const connect = () =>
      administrator.call(createConnection, {
        body: {
          credentialId: credentialId!,
          organisation: 'motion',
          name: 'motion',
          repositoryChoice: 'all',
        },
      });
    emulator.control.editApp({ kind: 'uninstalled', installationId });

    const gone = await failureOf(connect());
    await install(app, 'motion');
    emulator.control.editOrganisation({ kind: 'renamed', organisation: 'motion', to: 'movement' });
    const connection = await connect();

    expect(gone).toMatchObject({ code: 'github-not-signed-in' });
    expect(gone.message).toContain('not installed on motion any more');
    expect(connection.organisation).toBe('movement');
  });

  it('are connected once, whichever of two administrators is first', async () => {
    const app = await makeApp('Races');
    await install(app, 'labs');
    const other = await api.signIn('administrator');
    const seen = [await retrieve(app), await retrieve(app, 'kim', other)];

    const outcomes = await Promise.allSettled(
      [administrator, other].map((asker, index) =>
        asker.call(createConnection, {
          body: {
            credentialId: found(seen[index]!, 'labs')!.credentialId!,
            organisation: 'labs',
            name: `labs ${index}`,
            repositoryChoice: 'all',
          },
        }),
      ),
    );

    const failures = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failures.map((error) => (error instanceof ApiFailure ? error.failure.code : error))).toEqual([
      'organisation-already-connected',
    ]);
  });

  it('are known for a day after a sign-in', async () => {
    const app = await makeApp('Daily');
    await retrieve(app);
    await database.query(`update app_sighting set seen_at = app_now() - interval '25 hours'`);

    expect((await failureOf(refresh(app))).code).toBe('authorisation-invalid');
  });

  it('say that the App’s key was deleted', async () => {
    const app = await makeApp('Keyless');
    await retrieve(app);
    const other = emulator.control.apps().find(({ id }) => id === app.githubAppId)!;
    emulator.control.editApp({ kind: 'deleted', appId: other.id });

    const { code, message } = await failureOf(refresh(app));

    expect(code).toBe('github-not-signed-in');
    expect(message).toContain('does not accept the private key of the app Keyless');
  });
});
