import { createSign } from 'node:crypto';
import type { EmulatorOptions, RunningEmulator } from '../start-emulator.ts';
import { startTestEmulator, type TestEmulator } from './start-test-emulator.ts';
import { createTestClock, type TestClock } from './test-clock.ts';
import { signIn } from './web-flow.ts';

/** An app of acme that is installed there, and a clock that stands. */
export async function startWithGithubApp(
  options: Partial<EmulatorOptions> = {},
): Promise<TestEmulator & { readonly clock: TestClock }> {
  const clock = createTestClock();
  const emulator = await startTestEmulator({ clock, apps: [readingApp], ...options });
  return { ...emulator, clock };
}

export const readingApp = {
  name: 'Lines App',
  owner: 'acme',
  clientId: 'Iv23lines',
  clientSecret: 's3cret',
  permissions: { metadata: 'read', pull_requests: 'read', contents: 'read', members: 'read' },
  callbackUrls: ['https://app.example.com/github/callback'],
  installations: [{ account: 'acme', repositories: ['api', 'web'] }],
} as const;

/** Claims that GitHub takes, at the test clock's first instant, unless told otherwise. */
export function signJwt(
  emulator: RunningEmulator,
  claims: Readonly<Record<string, unknown>> = {},
  { key, alg = 'RS256' }: { readonly key?: string; readonly alg?: string } = {},
): string {
  const [app] = emulator.control.apps();
  const now = Date.parse('2026-03-20T12:00:00Z') / 1000;
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const payload = { iat: now - 60, exp: now + 540, iss: app!.id, ...claims };
  const signed = `${encode({ alg, typ: 'JWT' })}.${encode(payload)}`;
  const signature = createSign('RSA-SHA256')
    .update(signed)
    .sign(key ?? app!.privateKeyPem!, 'base64url');
  return `${signed}.${signature}`;
}

/** Asks REST with any method; answers the parsed body beside the status. */
export async function ask(
  emulator: RunningEmulator,
  [method, path]: readonly [string, string],
  { token, body, headers }: { token: string; body?: unknown; headers?: Record<string, string> },
) {
  const response = await fetch(`${emulator.restUrl}${path}`, {
    method,
    headers: { 'user-agent': 'test', authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: Object(text === '' ? undefined : JSON.parse(text)),
  };
}

/** A token of the only installation. */
export async function mint(emulator: RunningEmulator, body?: unknown): Promise<string> {
  const token = signJwt(emulator);
  const [installation] = (await ask(emulator, ['GET', '/app/installations'], { token })).body;
  const path = `/app/installations/${installation.id}/access_tokens`;
  return (await ask(emulator, ['POST', path], { token, body })).body.token;
}

const client = { client_id: readingApp.clientId, client_secret: readingApp.clientSecret };
export const authoriseAppPath = `/login/oauth/authorize?client_id=${readingApp.clientId}&state=st`;

export async function postToken(emulator: TestEmulator, fields: Readonly<Record<string, string>>) {
  const response = await fetch(`${emulator.webUrl}/login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ ...client, ...fields }),
  });
  return Object(await response.json());
}

/** What an exchange answers once the user agreed. */
export async function exchangeForApp(emulator: TestEmulator, login: string) {
  const browser = await signIn(emulator, login);
  const page = await browser.open(authoriseAppPath);
  const back = page.location === undefined ? await browser.press(page, 'Authorize Lines App') : page;
  return postToken(emulator, { code: back.location!.searchParams.get('code')! });
}

export async function authoriseApp(emulator: TestEmulator, login: string): Promise<string> {
  return (await exchangeForApp(emulator, login)).access_token;
}
