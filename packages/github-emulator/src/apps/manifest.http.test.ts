import { describe, expect, test } from 'vitest';
import { ask, signJwt } from '../testing/app-credentials.ts';
import { createBrowser, type Page } from '../testing/browse.ts';
import { startTestEmulator, type TestEmulator } from '../testing/start-test-emulator.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { signIn } from '../testing/web-flow.ts';

const manifest = {
  name: 'Lines of Acme',
  url: 'https://lines.example.com',
  hook_attributes: { url: 'https://lines.example.com/hooks', active: false },
  redirect_url: 'http://127.0.0.1:4000/github/made',
  callback_urls: ['http://127.0.0.1:4000/github/callback'],
  setup_url: 'http://127.0.0.1:4000/github/installed',
  public: false,
  default_permissions: { pull_requests: 'read', members: 'read' },
  default_events: ['pull_request'],
};

const path = '/organizations/acme/settings/apps/new';
const toForm = (change: object = {}) => ({
  manifest: JSON.stringify({ ...manifest, ...change }),
  state: 'st',
});
const codeOf = ({ location }: Page) => location!.searchParams.get('code')!;

async function convert(emulator: TestEmulator, code: string) {
  const response = await fetch(`${emulator.restUrl}/app-manifests/${code}/conversions`, {
    method: 'POST',
    headers: { 'user-agent': 'test' },
  });
  return { status: response.status, body: Object(await response.json()) };
}

async function createApp(emulator: TestEmulator): Promise<Page> {
  const browser = await signIn(emulator, 'ada');
  const page = await browser.post(path, toForm());
  return browser.press(page, 'Create GitHub App for acme', { name: manifest.name });
}

describe('a manifest', () => {
  test('becomes an app: posted, confirmed after the log-in, converted once', async () => {
    const clock = createTestClock();
    const emulator = await startTestEmulator({ clock });
    const browser = createBrowser(emulator.origin);

    const login = await browser.post(path, toForm());
    const confirm = await browser.press(login, 'Sign in as ada');
    const back = await browser.press(confirm, 'Create GitHub App for acme', { name: 'Lines at Acme' });
    const made = await convert(emulator, codeOf(back));

    expect(back.location!.href.startsWith(`${manifest.redirect_url}?`)).toBe(true);
    expect(back.location!.searchParams.get('state')).toBe('st');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      slug: 'lines-at-acme',
      owner: { login: 'acme' },
      permissions: { metadata: 'read', pull_requests: 'read', members: 'read' },
      pem: expect.stringContaining('BEGIN RSA PRIVATE KEY'),
      webhook_secret: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect((await convert(emulator, codeOf(back))).status).toBe(404);
    const jwt = signJwt(emulator, { iss: made.body.client_id }, { key: made.body.pem });
    expect((await ask(emulator, ['GET', '/app'], { token: jwt })).body.id).toBe(made.body.id);
  });

  test('is good for an hour from its posting', async () => {
    const clock = createTestClock();
    const emulator = await startTestEmulator({ clock });
    const browser = await signIn(emulator, 'ada');
    const page = await browser.post(path, toForm());
    const code = codeOf(await createApp(emulator));

    clock.advance(3_601);

    expect((await convert(emulator, code)).status).toBe(404);
    expect((await browser.press(page, 'Create GitHub App for acme', { name: 'Later' })).status).toBe(404);
  });

  test('for an organisation is its owners’ to confirm', async () => {
    const emulator = await startTestEmulator();

    const page = await (await signIn(emulator, 'bob')).post(path, toForm());

    expect(page.status).toBe(404);
  });

  test('of a name that is taken is confirmed under another', async () => {
    const emulator = await startTestEmulator({ clock: createTestClock() });
    await createApp(emulator);

    const refused = await createApp(emulator);

    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Name is already taken');
  });

  test.each([
    ['no address', { url: undefined }, 'url'],
    ['a hook on this machine', { hook_attributes: { url: 'http://localhost:4000/h' } }, 'public Internet'],
    ['a hook address by number', { hook_attributes: { url: 'http://10.0.0.1/h' } }, 'public Internet'],
    ['an unknown permission', { default_permissions: { everything: 'read' } }, 'not included in the list'],
    ['an unknown level', { default_permissions: { members: 'all' } }, 'not included in the list'],
    ['an event it may not see', { default_events: ['issues'] }, 'Default events unsupported: issues'],
    [
      'eleven callbacks',
      { callback_urls: Array.from({ length: 11 }, () => 'https://a.example') },
      'callback_urls',
    ],
    ['a key nobody knows', { colour: 'red' }, 'colour'],
  ])('with %s is refused', async (_name, change, problem) => {
    const browser = createBrowser((await startTestEmulator()).origin);

    const page = await browser.post('/settings/apps/new', toForm(change));

    expect(page.status).toBe(422);
    expect(page.text.replaceAll('&#39;', "'")).toContain(problem);
  });
});
