import { craftRepository, type OrganisationPolicySpec, type TokenSpec } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { startGitHub } from '../testing/start-github.ts';
import { inspectToken } from './inspect-token.ts';

const craft = (fullName: string, visibility: 'PUBLIC' | 'PRIVATE', more: object = {}) =>
  craftRepository({
    fullName,
    record: { visibility },
    pulls: 1,
    members: ['ada', 'grace'],
    admins: ['grace'],
    ...more,
  });

// Two repositories of acme, one of them private; one of a stranger to which ada was added.
const sources = [craft('acme/site', 'PUBLIC'), craft('acme/api', 'PRIVATE'), craft('acme/pay', 'PRIVATE')];

const inspect = async (
  token: TokenSpec,
  { policies = [], named = [] }: { policies?: readonly OrganisationPolicySpec[]; named?: string[] } = {},
) => {
  const github = await startGitHub({ sources, token, policies });
  const report = await inspectToken(github.connect(), { named });
  expect(github.emulator.control.unserved()).toEqual([]);
  return report;
};

const classic = { kind: 'classic', login: 'ada' } as const;
const fineGrained = { kind: 'fine-grained', login: 'ada', resourceOwner: 'acme' } as const;

describe('how much of an organisation a token sees', () => {
  test('is counted, and the private ones apart', async () => {
    const { organisations } = await inspect(classic);

    expect(organisations).toMatchObject([
      { login: 'acme', role: 'member', refusal: undefined, sees: { all: 3, private: 2, chosen: undefined } },
    ]);
  });

  test('without the scope for private ones is what is public', async () => {
    const { organisations } = await inspect({ ...classic, scopes: ['read:org'] });

    expect(organisations).toMatchObject([{ login: 'acme', sees: { all: 1, private: 0 } }]);
  });

  test('and an owner is told how many private ones stay hidden from a token without their scope', async () => {
    const { organisations } = await inspect({
      kind: 'classic',
      login: 'grace',
      scopes: ['public_repo', 'admin:org'],
    });

    expect(organisations).toMatchObject([
      { login: 'acme', role: 'owner', sees: { all: 1, private: 0, privateTotal: 2 } },
    ]);
  });

  test('of a fine-grained one is what was chosen, and how many', async () => {
    const { organisations } = await inspect({ ...fineGrained, repositories: ['api'] });

    expect(organisations).toMatchObject([{ login: 'acme', sees: { all: 2, private: 1, chosen: 1 } }]);
  });

  test('of a fine-grained one for all repositories is limited to none', async () => {
    const { organisations } = await inspect(fineGrained);

    expect(organisations).toMatchObject([{ login: 'acme', sees: { all: 3, private: 2, chosen: undefined } }]);
  });
});

describe('an organisation that was named', () => {
  const named = ['acme'];

  test('and keeps a fine-grained token waiting for its owner is told so', async () => {
    const { organisations } = await inspect({ ...fineGrained, approval: 'pending' }, { named });

    expect(organisations).toMatchObject([
      { login: 'acme', role: 'member', refusal: { kind: 'token-waits' }, sees: { all: 1, private: 0 } },
    ]);
  });

  test('and for which a fine-grained token was not made is told whose it is', async () => {
    const github = await startGitHub({
      sources: [...sources, craft('labs/lab', 'PRIVATE')],
      token: { ...fineGrained, resourceOwner: 'labs', permissions: { metadata: 'read' } },
    });

    const { organisations } = await inspectToken(github.connect(), { named });

    expect(organisations).toMatchObject([
      { login: 'acme', role: 'member', refusal: { kind: 'other-owner', owner: 'labs' } },
    ]);
  });

  test('and whose members the token may not read is there all the same', async () => {
    const token = { ...fineGrained, permissions: { metadata: 'read', pull_requests: 'read' } } as const;

    const { organisations } = await inspect(token, { named });

    expect(organisations).toMatchObject([{ login: 'acme', role: 'member', refusal: undefined }]);
  });

  test.each([
    ['forbids classic tokens', classic, { allowsClassicTokens: false }, { kind: 'token-kind' }],
    ['forbids fine-grained tokens', fineGrained, { allowsFineGrainedTokens: false }, { kind: 'token-kind' }],
    [
      'wants shorter lives',
      { ...classic, expiresAt: '2099-01-01T00:00:00Z' },
      { classicLifetimeDays: 90 },
      { kind: 'lifetime', days: 90, settingsUrl: expect.stringContaining('/settings/tokens/') },
    ],
    [
      'wants shorter lives of fine-grained ones',
      { ...fineGrained, expiresAt: '2099-01-01T00:00:00Z' },
      { fineGrainedLifetimeDays: 30 },
      {
        kind: 'lifetime',
        days: 30,
        settingsUrl: expect.stringContaining('/settings/personal-access-tokens/'),
      },
    ],
  ])('and %s is told as such', async (_, token, policy, refusal) => {
    const { organisations } = await inspect(token, {
      named,
      policies: [{ organisation: 'acme', ...policy }],
    });

    expect(organisations).toMatchObject([{ login: 'acme', refusal }]);
  });

  test('is not there twice when GitHub lists it, in whatever case it was named', async () => {
    const { organisations } = await inspect(classic, { named: ['ACME', 'nowhere'] });

    expect(organisations.map(({ login }) => login)).toEqual(['acme']);
  });

  test('whose owner is somebody else is told as no member’s', async () => {
    const github = await startGitHub({
      sources: [...sources, craft('foreign/public', 'PUBLIC', { members: ['sam'], admins: [] })],
      token: classic,
    });

    const { organisations } = await inspectToken(github.connect(), { named: ['foreign'] });

    expect(organisations.at(-1)).toMatchObject({ login: 'foreign', role: 'unknown', refusal: undefined });
  });
});

describe('an OAuth sign-in', () => {
  const app = { name: 'Lines', callbackUrls: ['http://127.0.0.1/github/return'] };

  test.each([
    ['a member', 'ada', 'member'],
    ['an owner', 'grace', 'owner'],
  ])('of %s, which the organisation has not let in, is told so where it is named', async (_, login, role) => {
    const policies = [{ organisation: 'acme', restrictsOauthApps: true }];
    const github = await startGitHub({ sources, policies, tokens: [] });
    const { clientId } = github.emulator.control.addOauthApp(app);
    const { value } = github.emulator.control.addToken({
      kind: 'oauth',
      login,
      clientId,
      scopes: ['repo', 'read:org'],
    });
    const client = github.connect({ token: value });

    expect((await inspectToken(client)).organisations).toEqual([]);
    expect((await inspectToken(client, { named: ['acme'] })).organisations).toMatchObject([
      { login: 'acme', role, refusal: { kind: 'app-restricted' } },
    ]);
  });
});

describe('what is of no organisation of its owner’s', () => {
  test('is listed apart: their own, and where they were added from outside', async () => {
    const ada = sources[0]!.accounts.find(({ login }) => login === 'ada')!;
    const outside = craft('foreign/tool', 'PRIVATE', {
      members: ['sam'],
      admins: [],
      record: { visibility: 'PRIVATE', directCollaborators: [{ account: ada, permission: 'WRITE' }] },
    });
    const github = await startGitHub({ sources: [...sources, outside], token: classic });

    const { apart } = await inspectToken(github.connect());

    expect(apart).toEqual({ personal: [], outside: ['foreign/tool'], isWhole: true });
  });
});
