import { craftRepository } from '@throughline/github-emulator';
import { expect, it } from 'vitest';
import type { HostDoor } from '../client/request-once.ts';
import { clock, startGitHub } from '../testing/start-github.ts';
import { createAppClient } from './app-client.ts';
import { findInstallation, listInstallations } from './installations.ts';
import { mintInstallationToken } from './mint-installation-token.ts';
import { readApp } from './read-app.ts';

const permissions = { metadata: 'read', pull_requests: 'read', contents: 'read' } as const;

async function startApp() {
  const github = await startGitHub({
    sources: [craftRepository({ fullName: 'acme/api', members: ['ada'], pulls: 1 })],
    apps: [
      {
        name: 'Lines',
        owner: 'acme',
        permissions,
        installations: [{ account: 'acme' }],
      },
    ],
  });
  const { emulator } = github;
  const [told] = (await (await fetch(`${emulator.origin}/_emulator/apps`)).json()) as [
    { id: number; privateKeyPem: string },
  ];
  const { webUrl, restUrl, graphqlUrl } = emulator;
  const door: HostDoor = {
    urls: { kind: 'demo', webUrl, restUrl, graphqlUrl },
    fetch: (url, request) => fetch(url, request as RequestInit),
    userAgent: 'throughline-test',
    clock,
  };
  const open = (now = clock.now) =>
    createAppClient({ ...door, clock: { now } }, { issuer: String(told.id), privateKey: told.privateKeyPem });
  return { github, open };
}

it('an app tells what it is and where it is installed', async () => {
  const { open } = await startApp();

  const app = await readApp(open());
  const [installation] = await listInstallations(open());

  expect(app).toMatchObject({ slug: 'lines', ownerLogin: 'acme', permissions });
  expect(installation).toMatchObject({
    account: { login: 'acme', isOrganisation: true },
    permissions,
    reach: 'all',
  });
  expect(await findInstallation(open(), installation!.installationId)).toEqual(installation);
  expect(await findInstallation(open(), 1)).toBeUndefined();
});

it.each([-3 * 3600, -50, 50, 3 * 3600])('signs in with a clock that is %i s off', async (seconds) => {
  const { open } = await startApp();

  const app = await readApp(open(() => new Date(Date.now() + seconds * 1000)));

  expect(app.slug).toBe('lines');
});

it.each([true, false])('a token of an installation reads; of forty characters: %s', async (isClassicForm) => {
  const { github, open } = await startApp();
  const [installation] = await listInstallations(open());

  const { token, lifeMs } = await mintInstallationToken(open(), {
    installationId: installation!.installationId,
    permissions: { metadata: 'read', pull_requests: 'read' },
    repositoryIds: [],
    isClassicForm,
  });
  const client = github.connect({ token });
  const { body } = await client.getRest('/installation/repositories');

  expect(token.length === 40).toBe(isClassicForm);
  expect(Math.round(lifeMs / 60_000)).toBe(60);
  expect(client.tokenKind).toBe('app-installation');
  expect(body).toMatchObject({ total_count: 1 });
});

it('a token that GitHub refuses is asked for anew, once', async () => {
  const { github, open } = await startApp();
  const [installation] = await listInstallations(open());
  const wanted = { installationId: installation!.installationId, permissions, repositoryIds: [] };
  const { token } = await mintInstallationToken(open(), { ...wanted, isClassicForm: true });
  const given = ['ghs_of-yesterday', token];
  const refused: string[] = [];
  const client = github.connect({
    token: {
      kind: 'app-installation',
      get: () => Promise.resolve(given[0]!),
      refuse: (old) => {
        refused.push(old);
        given.shift();
      },
    },
  });

  const { status } = await client.getRest('/installation/repositories');

  expect([status, refused]).toEqual([200, ['ghs_of-yesterday']]);
  given.unshift('ghs_a', 'ghs_b');
  await expect(client.getRest('/installation/repositories')).rejects.toMatchObject({ kind: 'not-signed-in' });
});
