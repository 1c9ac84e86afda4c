import { expect, test } from 'vitest';
import { createGithubApps } from '../apps/github-app.ts';
import { createInstallations } from '../apps/installations.ts';
import { craftAcme } from '../testing/crafted-organisation.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { createWorld } from '../world/create-world.ts';
import { createAccessRules } from './access.ts';
import { createOauthApprovals } from './oauth-approvals.ts';
import { createOrganisationPolicies, type OrganisationPolicySpec } from './organisation-policies.ts';
import type { Token } from './token.ts';
import { parseTokenSpec, type TokenSpec } from './token-spec.ts';
import type { Viewer } from './viewer.ts';

const world = createWorld(craftAcme());
const nowMs = Date.parse('2026-03-20T12:00:00Z');
const getRecord = (name: string) => world.findRepositoryByName('acme', name)!.source.record;

function viewerOf(spec: TokenSpec | undefined): Viewer {
  if (spec === undefined) return { kind: 'anonymous' };
  const account = world.findAccountByLogin(spec.login)!;
  const token: Token = { ...parseTokenSpec(spec, () => 0.5, nowMs), accountId: account.id, id: 1 };
  return { kind: 'token', token, account };
}

function createRules(specs: readonly OrganisationPolicySpec[]) {
  const policies = createOrganisationPolicies(specs);
  const clock = createTestClock();
  return createAccessRules(world, policies, {
    approvals: createOauthApprovals(policies, () => undefined),
    apps: createGithubApps(clock, () => 0.5),
    installations: createInstallations(clock),
  });
}

const classic = (login: string, scopes = ['repo', 'read:org']): TokenSpec => ({
  kind: 'classic',
  login,
  scopes,
});
const fine = (change: Partial<Extract<TokenSpec, { kind: 'fine-grained' }>> = {}): TokenSpec => ({
  kind: 'fine-grained',
  login: 'ada',
  resourceOwner: 'acme',
  ...change,
});
const sso = { organisation: 'acme', hasSingleSignOn: true };

const cases: readonly [string, TokenSpec | undefined, string, string, OrganisationPolicySpec?][] = [
  ['nobody sees what is public', undefined, 'web', 'allowed'],
  ['nobody sees nothing private', undefined, 'api', 'hidden'],
  ['a member with repo sees what is private', classic('bob'), 'api', 'allowed'],
  ['an outsider does not', classic('eve'), 'api', 'hidden'],
  ['a member without repo does not', classic('bob', ['read:org']), 'api', 'hidden'],
  ['public_repo is not repo', classic('bob', ['public_repo']), 'api', 'hidden'],
  ['no scope at all reads what is public', classic('bob', []), 'web', 'allowed'],
  ['a fine-grained token for everything', fine(), 'api', 'allowed'],
  ['one for this repository', fine({ repositories: ['API'] }), 'api', 'allowed'],
  ['one for another repository', fine({ repositories: ['tools'] }), 'api', 'hidden'],
  ['one for public reading', fine({ repositories: 'public' }), 'api', 'hidden'],
  ['one of another resource owner', fine({ resourceOwner: 'ada' }), 'api', 'hidden'],
  ['a pending one', fine({ approval: 'pending' }), 'api', 'hidden'],
  ['a pending one reads what is public', fine({ approval: 'pending' }), 'web', 'allowed'],
  ['one without the permission', fine({ permissions: { metadata: 'read' } }), 'api', 'permission-missing'],
  ['one without it on what is public', fine({ permissions: {} }), 'web', 'allowed'],
  ['its owner must be let in too', fine({ login: 'eve' }), 'api', 'hidden'],
  ['single sign-on without authorisation', classic('bob'), 'api', 'sso-required', sso],
  ['the same for what is public', classic('bob'), 'web', 'sso-required', sso],
  ['single sign-on does not concern outsiders', classic('eve'), 'web', 'allowed', sso],
  ['nor hidden things', classic('eve'), 'api', 'hidden', sso],
  [
    'single sign-on with authorisation',
    { ...classic('bob'), ssoOrganisations: ['ACME'] } as TokenSpec,
    'api',
    'allowed',
    sso,
  ],
  ['fine-grained ones were authorised when made', fine(), 'api', 'allowed', sso],
  [
    'classic tokens forbidden',
    classic('bob'),
    'api',
    'classic-blocked',
    { organisation: 'acme', allowsClassicTokens: false },
  ],
  [
    'fine-grained tokens forbidden',
    fine(),
    'api',
    'fine-grained-blocked',
    { organisation: 'acme', allowsFineGrainedTokens: false },
  ],
];

test.each(cases)('%s', (...[, spec, repository, expected, policy]) => {
  const rules = createRules(policy === undefined ? [] : [policy]);

  expect(rules.ofRepository(viewerOf(spec), getRecord(repository), ['pull_requests']).kind).toBe(expected);
});

test.each([
  ['a classic token', classic('ada'), 'allowed'],
  ['a fine-grained one with members', fine({ permissions: { members: 'read' } }), 'allowed'],
  ['a fine-grained one without', fine({ permissions: { metadata: 'read' } }), 'permission-missing'],
  ['a fine-grained one of somebody else', fine({ resourceOwner: 'ada' }), 'permission-missing'],
  ['nobody', undefined, 'permission-missing'],
] as const)("an organisation's members for %s", (_name, spec, expected) => {
  const rules = createRules([]);

  expect(rules.ofOrganisation(viewerOf(spec), world.findOrganisation('acme')!, ['members']).kind).toBe(
    expected,
  );
});
