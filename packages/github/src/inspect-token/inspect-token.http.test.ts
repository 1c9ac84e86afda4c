import { craftRepository, type OrganisationPolicySpec, type TokenSpec } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { startGitHub } from '../testing/start-github.ts';
import { inspectToken } from './inspect-token.ts';
import { judgePermissions } from './judge-permissions.ts';

const sources = [
  craftRepository({
    fullName: 'acme/api',
    record: { visibility: 'PRIVATE' },
    accounts: [{ login: 'svc-reader', name: 'Reader' }],
    members: ['ada', 'svc-reader'],
    admins: ['grace'],
  }),
  craftRepository({ fullName: 'acme-labs/lab', members: ['ada', 'grace'], admins: ['ada'] }),
];

const start = (
  token: TokenSpec,
  policies: readonly OrganisationPolicySpec[] = [],
  more: { hasLimits?: boolean; shape?: 'enterprise-server' } = {},
) => startGitHub({ sources, token, policies, ...more });

describe('a classic token', () => {
  test('tells whose it is, its scopes, its organisations with the role in each, and what is left of its quota', async () => {
    const github = await start({ kind: 'classic', login: 'grace', expiresAt: '2030-01-21T09:00:00Z' });

    const report = await inspectToken(github.connect());

    expect(report).toMatchObject({
      tokenKind: 'classic',
      account: { login: 'grace', kind: 'User' },
      identity: { kind: 'person', evidence: [] },
      scopes: ['repo', 'read:org', 'read:user', 'user:email'],
      expiresAt: new Date('2030-01-21T09:00:00Z'),
      organisations: [
        { login: 'acme', role: 'owner', sso: 'fine' },
        { login: 'acme-labs', role: 'member', sso: 'fine' },
      ],
      organisationIdsHiddenBySso: [],
      rates: [
        { kind: 'limited', resource: 'core', snapshot: { limit: 5000 } },
        { kind: 'limited', resource: 'graphql', snapshot: { limit: 5000 } },
      ],
      serverVersion: undefined,
    });
    expect(github.emulator.control.unserved()).toEqual([]);
  });

  test('of a service account is called one, and why', async () => {
    const github = await start({ kind: 'classic', login: 'svc-reader' });

    const { identity } = await inspectToken(github.connect());

    expect(identity).toEqual({ kind: 'service-account', evidence: ['its login holds the word “svc”'] });
  });

  test('without any scope sees no organisation, and is told what that costs', async () => {
    const github = await start({ kind: 'classic', login: 'ada', scopes: [] });

    const report = await inspectToken(github.connect());

    expect(report).toMatchObject({ scopes: [], organisations: [] });
    expect(judgePermissions(report, ['pull-requests', 'members'])).toMatchObject([
      { kind: 'missing', permission: 'repo' },
      { kind: 'missing', permission: 'read:org' },
    ]);
  });

  test('that single sign-on keeps out names the organisation and where to authorise it', async () => {
    const github = await start({ kind: 'classic', login: 'ada' }, [
      { organisation: 'acme-labs', hasSingleSignOn: true },
    ]);

    const report = await inspectToken(github.connect());

    expect(report.organisations).toMatchObject([
      { login: 'acme', sso: 'fine', ssoUrl: undefined },
      { login: 'acme-labs', role: 'unknown', sso: 'required', ssoUrl: expect.stringContaining('acme-labs') },
    ]);
    expect(report.organisationIdsHiddenBySso).toEqual([]);
  });

  test.each([
    ['revoked', { isRevoked: true }],
    ['expired', { expiresAt: '2020-01-01T00:00:00Z' }],
  ])('that is %s is not signed in, and one request is enough to know', async (_name, state) => {
    const github = await start({ kind: 'classic', login: 'ada', ...state });

    await expect(inspectToken(github.connect())).rejects.toMatchObject({
      kind: 'not-signed-in',
      status: 401,
    });

    expect(github.emulator.control.ledger()).toHaveLength(1);
  });

  test('that is mistyped is not signed in, and its text is in no part of the failure', async () => {
    const github = await start({ kind: 'classic', login: 'ada' });
    const token = 'ghp_Xq3vLunchboxLunchboxLunchboxLunchbox1';

    const failure: Error = await inspectToken(github.connect({ token })).then(
      () => new Error('accepted'),
      (error) => error,
    );

    expect(failure).toMatchObject({ kind: 'not-signed-in' });
    expect(
      JSON.stringify([failure.message, failure.stack, Object.entries(failure), String(failure.cause)]),
    ).not.toContain('Lunchbox');
  });
});

describe('a fine-grained token', () => {
  const spec = { kind: 'fine-grained', login: 'ada', resourceOwner: 'acme' } as const;

  test('is tried, since it has no scopes to tell', async () => {
    const github = await start({
      ...spec,
      permissions: { metadata: 'read', members: 'read', pull_requests: 'read' },
    });

    const report = await inspectToken(github.connect());

    expect(report).toMatchObject({
      tokenKind: 'fine-grained',
      scopes: undefined,
      probe: { members: 'granted', pullRequests: 'granted', issues: 'denied', contents: 'denied' },
      organisations: [{ login: 'acme' }],
    });
  });

  test('without leave to see members sees no organisation', async () => {
    const github = await start({ ...spec, permissions: { metadata: 'read', pull_requests: 'read' } });

    const report = await inspectToken(github.connect());

    expect(report).toMatchObject({ organisations: [], probe: undefined });
  });
});

describe('a host without limits', () => {
  test('is an Enterprise Server with its version, and unlimited', async () => {
    const github = await start({ kind: 'classic', login: 'ada' }, [], { shape: 'enterprise-server' });

    const report = await inspectToken(github.connect());

    expect(report.serverVersion).toMatch(/^3\.\d+/);
    expect(report.rates).toEqual([
      { kind: 'unlimited', resource: 'core' },
      { kind: 'unlimited', resource: 'graphql' },
    ]);
  });

  test('behind a proxy that strips headers tells its version when asked', async () => {
    const github = await start({ kind: 'classic', login: 'ada' }, [], { shape: 'enterprise-server' });
    const { restUrl, graphqlUrl, webUrl } = github.emulator;
    const client = github.connect({
      urls: { kind: 'enterprise-server', restUrl, graphqlUrl, webUrl },
      fetch: async (url, request) => {
        const response = await fetch(url, request as RequestInit);
        const headers = [...response.headers].filter(([name]) => name !== 'x-github-enterprise-version');
        return new Response(await response.text(), { status: response.status, headers });
      },
    });

    expect((await inspectToken(client)).serverVersion).toMatch(/^3\.\d+/);
  });
});
