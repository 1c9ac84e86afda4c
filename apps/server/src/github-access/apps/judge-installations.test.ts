import { allReadData } from '@throughline/contract';
import type { AppRecord, Installation } from '@throughline/github';
import { expect, it } from 'vitest';
import { judgeInstallations } from './judge-installations.ts';

const everything = {
  metadata: 'read',
  pull_requests: 'read',
  contents: 'read',
  issues: 'read',
  members: 'read',
};

const app: AppRecord = {
  githubAppId: 7,
  slug: 'lines',
  name: 'Lines',
  clientId: 'Iv1.lines',
  isOwnedByOrganisation: true,
  ownerLogin: 'acme',
  pageUrl: 'https://github.com/apps/lines',
  permissions: everything,
};

const installed = (githubId: number, login: string, more: Partial<Installation> = {}): Installation => ({
  installationId: githubId * 10,
  account: { githubId, login, isOrganisation: true },
  permissions: everything,
  reach: 'all',
  pageUrl: `https://github.com/organizations/${login}/settings/installations/${githubId * 10}`,
  suspendedAt: undefined,
  ...more,
});

const judge = (given: {
  readonly own?: readonly number[];
  readonly reached?: readonly number[];
  readonly installations: readonly Installation[];
}) =>
  judgeInstallations({
    app,
    data: allReadData,
    installations: given.installations,
    sighting: {
      organisations: (given.own ?? [1]).map((githubId) => ({
        githubId,
        login: `org${githubId}`,
        role: 'owner',
      })),
      installationIds: given.reached ?? [],
    },
  });

const toWords = (judged: ReturnType<typeof judge>) =>
  judged.map((one) => [one.login, one.kind === 'free' ? 'free' : one.obstacle.kind]);

it('lists what is theirs, and of the rest only what they reach', () => {
  const installations = [installed(1, 'org1'), installed(2, 'org2'), installed(3, 'org3')];

  const judged = judge({ own: [1], reached: [10, 30], installations });

  expect(toWords(judged)).toEqual([
    ['org1', 'free'],
    ['org3', 'free'],
  ]);
});

it('leaves personal accounts out, and calls an organisation by its name of now', () => {
  const account = { githubId: 5, login: 'kim', isOrganisation: false };
  const installations = [installed(1, 'renamed'), installed(5, 'kim', { account })];

  const judged = judge({ own: [1], reached: [10, 50], installations });

  expect(toWords(judged)).toEqual([['renamed', 'free']]);
});

it.each([
  ['not-installed', { installations: [] }],
  ['suspended', { installations: [installed(1, 'org1', { suspendedAt: new Date('2026-11-03T12:00:00Z') })] }],
  ['permissions-wait', { installations: [installed(1, 'org1', { permissions: { metadata: 'read' } })] }],
] as const)('says %s', (kind, given) => {
  expect(toWords(judge(given))).toEqual([['org1', kind]]);
});

it('lets an organisation be read that has not granted members, and says what stays dark', () => {
  const { members: _, ...permissions } = everything;

  const [one] = judge({ installations: [installed(1, 'org1', { permissions })] });

  expect(one).toMatchObject({
    kind: 'free',
    withheld: expect.stringContaining('members and teams stay unknown'),
  });
});
