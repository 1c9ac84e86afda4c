import { getSession, signIn } from '@throughline/contract';
import { expect, test } from 'vitest';
import { startAccessApi } from './testing/start-access-api.ts';
import { createTestUser, testPassword } from './testing/test-users.ts';

const publicUrl = new URL('https://throughline.example.com');
const api = await startAccessApi({ configuration: { publicUrl } });

test('behind a public https address cookies belong to this host alone and travel by https alone', async () => {
  const user = await createTestUser(api.database, 'member');
  const browser = await api.visit();
  const body = JSON.stringify({ email: user.email, password: testPassword });

  const response = await browser.fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl.origin },
    body,
  });

  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^__Host-throughline=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ),
  ]);
  expect([...browser.cookies.keys()]).toEqual(['__Host-throughline-visitor', '__Host-throughline']);
});

test('a session under the name without the prefix is none', async () => {
  const user = await createTestUser(api.database, 'member');
  const browser = await api.visit();
  await browser.call(signIn, { body: { email: user.email, password: testPassword } });
  const token = browser.cookies.get('__Host-throughline')!;

  browser.cookies.clear();
  browser.cookies.set('throughline', token);

  expect((await browser.call(getSession)).user).toBeUndefined();
});
