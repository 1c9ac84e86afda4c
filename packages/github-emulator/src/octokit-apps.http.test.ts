import { App, Octokit } from 'octokit';
import { expect, test } from 'vitest';
import { exchangeForApp, readingApp } from './testing/app-credentials.ts';
import { startTestEmulator, type TestEmulator } from './testing/start-test-emulator.ts';

/** GitHub's own client of a GitHub App, by the system's clock. */
function createApp(emulator: TestEmulator, log: string[] = []) {
  const [app] = emulator.control.apps();
  const warn = (message: string) => void log.push(message);
  const { clientId, clientSecret } = readingApp;
  return new App({
    appId: app!.id,
    privateKey: app!.privateKeyPem!,
    oauth: { clientId, clientSecret },
    log: { debug() {}, info() {}, warn, error: warn },
    Octokit: Octokit.defaults({ baseUrl: emulator.restUrl, userAgent: 'octokit-test' }),
  });
}

const start = () => startTestEmulator({ apps: [readingApp] });

test('an app finds its installations, one by a repository, and walks what they cover', async () => {
  const emulator = await start();
  const app = createApp(emulator);

  const { data } = await app.octokit.request('GET /repos/{owner}/{repo}/installation', {
    owner: 'acme',
    repo: 'api',
  });
  const installed: string[] = [];
  await app.eachRepository(({ repository }) => void installed.push(repository.full_name));

  expect(data.app_slug).toBe('lines-app');
  expect(installed).toEqual(['acme/api', 'acme/web']);
  expect(emulator.control.unserved()).toEqual([]);
});

test('an app checks, scopes, resets and ends a user’s token', async () => {
  const emulator = await start();
  const { oauth } = createApp(emulator);
  const { access_token: token } = await exchangeForApp(emulator, 'bob');

  const checked = await oauth.checkToken({ token });
  const scoped = await oauth.octokit.request('POST /applications/{client_id}/token/scoped', {
    client_id: readingApp.clientId,
    access_token: token,
    target: 'acme',
    repositories: ['api'],
  });
  const reset = await oauth.resetToken({ token });
  await oauth.deleteToken({ token: reset.authentication.token });

  expect(checked.data.user?.login).toBe('bob');
  expect(scoped.data.installation).toMatchObject({ repository_selection: 'selected' });
  expect((await emulator.get('/user', { token: scoped.data.token })).status).toBe(200);
  for (const gone of [token, reset.authentication.token])
    expect((await emulator.get('/user', { token: gone })).status).toBe(401);
});

test.each([-300, 300])(
  'a host whose clock is %i seconds off is understood by its Date',
  async (skewSeconds) => {
    const emulator = await start();
    emulator.control.moveClock({ skewSeconds });
    const log: string[] = [];

    const { data } = await createApp(emulator, log).octokit.request('GET /app');

    expect(data?.slug).toBe('lines-app');
  },
);
