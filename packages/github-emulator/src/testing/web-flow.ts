import type { EmulatorOptions } from '../start-emulator.ts';
import { type Browser, createBrowser } from './browse.ts';
import { startTestEmulator, type TestEmulator } from './start-test-emulator.ts';

export const callback = 'https://app.example.com/github/callback';
export const app = { name: 'Lines', clientId: 'Iv1.lines', clientSecret: 's3cret', callbackUrls: [callback] };

export const startWithApp = (options: Partial<EmulatorOptions> = {}) =>
  startTestEmulator({ oauthApps: [app], ...options });

export const authorisePath = (query: Readonly<Record<string, string>> = {}) =>
  `/login/oauth/authorize?${new URLSearchParams({ client_id: app.clientId, scope: 'repo read:org', state: 'st', ...query }).toString()}`;

export async function signIn(emulator: TestEmulator, login: string): Promise<Browser> {
  const browser = createBrowser(emulator.origin);
  await browser.post('/session', { login });
  return browser;
}

export async function getCode(
  browser: Browser,
  query: Readonly<Record<string, string>> = {},
): Promise<string> {
  const page = await browser.open(authorisePath(query));
  const back = page.location === undefined ? await browser.press(page, 'Authorize Lines') : page;
  return back.location!.searchParams.get('code')!;
}

export async function exchange(emulator: TestEmulator, fields: Readonly<Record<string, string>>) {
  const response = await fetch(`${emulator.webUrl}/login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, ...fields }),
  });
  return { status: response.status, body: Object(await response.json()) };
}

export async function authorise(
  emulator: TestEmulator,
  login: string,
  scope = 'repo read:org',
): Promise<string> {
  const code = await getCode(await signIn(emulator, login), { scope });
  return (await exchange(emulator, { code })).body.access_token;
}
