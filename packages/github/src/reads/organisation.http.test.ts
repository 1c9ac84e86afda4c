import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { startGitHub } from '../testing/start-github.ts';
import { findAccounts } from './find-accounts.ts';
import { listOrganisationMembers } from './list-organisation-members.ts';
import { listOrganisationRepositories } from './list-organisation-repositories.ts';
import { readAccounts } from './read-accounts.ts';
import { readOrganisation } from './read-organisation.ts';

describe('the repositories of an organisation', () => {
  test('are listed with what is needed to choose among them', async () => {
    const sources = [
      craftRepository({ fullName: 'acme/api', pulls: 3, record: { visibility: 'PRIVATE' } }),
      craftRepository({ fullName: 'acme/old', pulls: 1, record: { visibility: 'PUBLIC', isArchived: true } }),
      craftRepository({ fullName: 'acme/fork', pulls: [], record: { visibility: 'PUBLIC', isFork: true } }),
    ];
    const github = await startGitHub({ sources });

    const found = await listOrganisationRepositories(github.connect(), 'acme');

    const byName = Object.fromEntries(found.map((one) => [one.name, one]));
    expect(found).toHaveLength(3);
    expect(byName['api']).toMatchObject({
      owner: 'acme',
      visibility: 'private',
      isArchived: false,
      pullRequestTotal: 3,
      defaultBranch: 'main',
    });
    expect(byName['old']).toMatchObject({ visibility: 'public', isArchived: true, pullRequestTotal: 1 });
    expect(byName['fork']).toMatchObject({ isFork: true, pullRequestTotal: 0 });
  });

  test('are all listed where they fill pages, and no more than asked for', async () => {
    const sources = Array.from({ length: 205 }, (_, at) =>
      craftRepository({ fullName: `acme/repo-${at}`, pulls: [], members: ['ada'] }),
    );
    const github = await startGitHub({ sources });
    const client = github.connect();

    const all = await listOrganisationRepositories(client, 'acme');
    const some = await listOrganisationRepositories(client, 'acme', { atMost: 101 });

    expect(new Set(all.map(({ githubId }) => githubId)).size).toBe(205);
    expect(some).toHaveLength(101);
  });

  test('are listed by a token that may not see their pull requests, whose number is then unknown, not 0', async () => {
    const sources = [craftRepository({ fullName: 'acme/api', pulls: 3, record: { visibility: 'PRIVATE' } })];
    const token = {
      kind: 'fine-grained',
      login: 'ada',
      resourceOwner: 'acme',
      permissions: { metadata: 'read' },
    } as const;
    const github = await startGitHub({ sources, token });

    const found = await listOrganisationRepositories(github.connect(), 'acme');

    expect(found).toMatchObject([{ name: 'api', pullRequestTotal: undefined, defaultBranch: undefined }]);
  });

  test('of nobody are a failure that says so', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });

    await expect(listOrganisationRepositories(github.connect(), 'nobody')).rejects.toMatchObject({
      kind: 'gone',
    });
    expect(await readOrganisation(github.connect(), 'nobody')).toBeUndefined();
  });

  test('behind single sign-on are a failure with the address where to authorise', async () => {
    const github = await startGitHub({
      sources: [craftRepository()],
      policies: [{ organisation: 'acme', hasSingleSignOn: true }],
    });
    const client = github.connect();

    await expect(listOrganisationRepositories(client, 'acme')).rejects.toMatchObject({
      kind: 'sso-required',
    });
    await expect(readOrganisation(client, 'acme')).rejects.toMatchObject({ kind: 'sso-required' });
  });

  test('that forbids this kind of token are a failure that says so', async () => {
    const github = await startGitHub({
      sources: [craftRepository()],
      policies: [{ organisation: 'acme', allowsClassicTokens: false }],
    });

    await expect(listOrganisationRepositories(github.connect(), 'acme')).rejects.toMatchObject({
      kind: 'organisation-approval',
    });
  });
});

describe('accounts', () => {
  const start = () =>
    startGitHub({
      sources: [
        craftRepository({
          accounts: [
            { login: 'ada', name: 'Ada Lovelace', email: 'ada@acme.example' },
            { login: 'grace', name: 'Grace Hopper' },
            { login: 'lovelace-fan', name: 'Someone' },
          ],
          members: ['ada', 'grace', 'lovelace-fan'],
        }),
      ],
    });

  test('are found by login, the exact one first', async () => {
    const github = await start();

    const found = await findAccounts(github.connect(), '@ada');

    expect(found[0]).toMatchObject({
      account: { login: 'ada', name: 'Ada Lovelace' },
      publicEmail: undefined,
    });
  });

  test('are found by name', async () => {
    const github = await start();

    const found = await findAccounts(github.connect(), 'lovelace');

    expect(found.map(({ account }) => account.login).toSorted()).toEqual(['ada', 'lovelace-fan']);
  });

  test('are found by public e-mail, which is then the evidence', async () => {
    const github = await start();

    expect(await findAccounts(github.connect(), 'ada@acme.example')).toMatchObject([
      { account: { login: 'ada' }, publicEmail: 'ada@acme.example' },
    ]);
    expect(await findAccounts(github.connect(), 'grace@acme.example')).toEqual([]);
  });

  test.each(['', '   ', '@', 'user:x repo:y "', 'nobody-of-that-name'])('are none for %j', async (query) => {
    const github = await start();

    expect(await findAccounts(github.connect(), query)).toEqual([]);
    expect(github.emulator.control.unserved()).toEqual([]);
  });

  test('are read again by id, those gone left out', async () => {
    const github = await start();
    const client = github.connect();
    const [ada] = await findAccounts(client, 'ada');

    const { accounts: read } = await readAccounts(client, ['U_nothing', ada!.account.nodeId]);

    expect(read).toEqual([ada!.account]);
  });

  test('of members are listed', async () => {
    const github = await start();

    const members = await Array.fromAsync(listOrganisationMembers(github.connect(), 'acme'));

    expect(members.map(({ login }) => login).toSorted()).toEqual(['ada', 'grace', 'lovelace-fan']);
  });
});

describe('verified addresses of members', () => {
  const start = async (
    token: { readonly login: string; readonly scopes: readonly string[] },
    options: Partial<Parameters<typeof startGitHub>[0]> = {},
  ) => {
    const members = Array.from({ length: 101 }, (_, at) => `m${at}`);
    const github = await startGitHub({
      sources: [craftRepository({ admins: ['ada'], members: ['ada', 'grace', ...members] })],
      policies: [{ organisation: 'acme', verifiedDomains: ['example.com'] }],
      token: { kind: 'classic', login: token.login, scopes: [...token.scopes] },
      ...options,
    });
    const read = async () => {
      const list = listOrganisationMembers(github.connect(), 'acme', { withEmails: true });
      const found = await Array.fromAsync(list);
      return { total: found.length, ada: found.find(({ login }) => login === 'ada')?.verifiedEmails };
    };
    const countAsked = () =>
      github.emulator.control
        .bill()
        .lines.filter(({ operation }) => operation === 'OrganisationMembers')
        .reduce((sum, { count }) => sum + count, 0);
    return { github, read, countAsked };
  };
  const emailScopes = ['read:org', 'user:email'];

  test('come with the members, for no question more', async () => {
    const { read, countAsked } = await start({ login: 'ada', scopes: emailScopes });

    expect(await read()).toEqual({ total: 103, ada: ['ada@example.com'] });
    expect(countAsked()).toBe(2);
  });

  test.each([
    ['a mere member', { login: 'grace', scopes: emailScopes }],
    ['a token without the scope', { login: 'ada', scopes: ['read:org'] }],
  ])(
    'are not known to %s, who gets the members all the same, for one question more',
    async (_name, token) => {
      const { read, countAsked } = await start(token);

      expect(await read()).toEqual({ total: 103, ada: undefined });
      expect(countAsked()).toBe(3);
    },
  );

  test('are not asked for from a host whose schema lacks them', async () => {
    const { read } = await start(
      { login: 'ada', scopes: emailScopes },
      { shape: 'enterprise-server', schemaWithout: ['User.organizationVerifiedDomainEmails'] },
    );

    expect(await read()).toEqual({ total: 103, ada: undefined });
  });
});
