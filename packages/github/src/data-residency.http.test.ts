import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { readHost } from './hosts/read-host.ts';
import { toHostUrls } from './hosts.ts';
import { inspectToken } from './inspect-token/inspect-token.ts';
import { exchangeCode } from './oauth/exchange-code.ts';
import { clock, startGitHub } from './testing/start-github.ts';

// A data-residency host is github.com's interface under names of its own: REST at the root of `api.`, pages beside it.
const urls = toHostUrls({ kind: 'data-residency', baseUrl: 'https://acme.ghe.com' });

test('a data-residency host is read, and signed in to, under its own two names only', async () => {
  const github = await startGitHub({
    sources: [craftRepository({ fullName: 'acme/api', members: ['ada'] })],
  });
  const { restUrl, webUrl } = github.emulator;
  const asked = new Set<string>();
  const byName = { 'https://api.acme.ghe.com': restUrl, 'https://acme.ghe.com': webUrl };
  const door = {
    urls,
    userAgent: 'throughline-test',
    clock,
    fetch: (url: string, request?: object) => {
      const { origin } = new URL(url);
      asked.add(origin);
      const here = Object.entries(byName).find(([name]) => name === origin)?.[1];
      if (here === undefined) throw new Error(`Nobody may ask ${origin}.`);
      return fetch(url.replace(origin, here), request);
    },
  };

  const report = await inspectToken(github.connect(door));
  const refused = exchangeCode(
    { ...door, clientId: 'Iv1.lines', clientSecret: 'none' },
    { code: 'x', redirectUri: 'https://a.example/', codeVerifier: 'x'.repeat(43) },
  );

  expect(report.organisations).toMatchObject([{ login: 'acme', role: 'member', sees: { all: 1 } }]);
  await expect(refused).rejects.toMatchObject({ kind: 'sign-in-refused' });
  expect(await readHost(door)).toEqual({ version: undefined });
  expect([...asked].toSorted()).toEqual(['https://acme.ghe.com', 'https://api.acme.ghe.com']);
});
