import { expect, test } from 'vitest';
import { answerByPath, startAnsweringApi } from '../testing/start-answering-api.ts';

const acme = {
  connectionId: 1,
  name: 'acme',
  organisation: 'acme',
  host: { name: 'github.com', kind: 'github.com', webUrl: 'https://github.com' },
  state: 'active',
  repositoryChoice: 'all',
  includesArchived: false,
  includesForks: false,
  data: ['pull-requests', 'members'],
  credential: { login: 'ada', kind: 'classic-token', checkedAt: '2026-01-01T00:00:00.000Z' },
  createdAt: '2026-01-01T00:00:00.000Z',
};

const detail = {
  ...acme,
  reading: {
    credentialId: 1,
    kind: 'classic-token',
    login: 'ada',
    accountKind: 'person',
    role: 'owner',
    checkedAt: '2026-01-01T00:00:00.000Z',
    revocation: { isPossible: false },
    sharedWith: [],
    permissions: [{ permission: 'read:org', why: 'teams and members', state: 'held' }],
    hookPermission: 'missing',
    buckets: [{ resource: 'graphql', limit: 5000, remaining: 4900, ours: 60 }],
  },
  switches: [
    { data: 'pull-requests', isOn: true },
    { data: 'files', isOn: false, switchedOffAt: '2026-01-01T00:00:00.000Z' },
    { data: 'members', isOn: true },
  ],
};

const answers: Record<string, object> = {
  '/api/connections': { connections: [acme] },
  '/api/connections/1': detail,
};
const { tell } = await startAnsweringApi(answerByPath(answers));

test('connections are listed with their state and when their credentials end', async () => {
  const { exitCode, out } = await tell('connections');

  expect(exitCode).toBe(0);
  expect(out).toMatch(/acme\s+acme on github.com\s+ada\s+never\s+active/);
});

test('a credential that has ended needs attention', async () => {
  answers['/api/connections'] = {
    connections: [{ ...acme, credential: { ...acme.credential, endsAt: '2020-01-01T00:00:00.000Z' } }],
  };

  const { exitCode, out } = await tell('connections');
  answers['/api/connections'] = { connections: [acme] };

  expect(exitCode).toBe(4);
  expect(out).toMatch(/has ended/);
});

test('one is told by its name: credential, permissions, quota and switches', async () => {
  const { exitCode, out } = await tell('connections', 'acme');

  expect(exitCode).toBe(0);
  expect(out).toMatch(/classic-token of ada, owner; ends: never\./);
  expect(out).toMatch(/read:org: held, for teams and members/);
  expect(out).toMatch(/graphql: 4,900 of 5,000 left, 60 used by Throughline/);
  expect(out).toMatch(/files: off/);
});

test('a name that nobody bears is said, with where the names are', async () => {
  const { exitCode, errors } = await tell('connections', 'labs');

  expect(exitCode).toBe(1);
  expect(errors).toMatch(/No connection is called labs/);
});
