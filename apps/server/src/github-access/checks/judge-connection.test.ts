import { GitHubFailure, type PermissionProbe } from '@throughline/github';
import { describe, expect, it } from 'vitest';
import type { ConnectionSubject } from './connection-subject.ts';
import type { AppHeard, Heard } from './examination.ts';
import { judgeAppKey, judgeAsked, judgeInstallation } from './judge-app.ts';
import { judgeAccepted, judgeEnd, judgeKind } from './judge-credential.ts';
import { judgePolicy, judgeSignOn } from './judge-let-in.ts';
import { judgeMembership, judgePlace, judgePrivateCount } from './judge-organisation.ts';
import { judgePermission } from './judge-permission.ts';
import { judgeQuota, judgeRivals } from './judge-quota.ts';

const now = new Date('2026-11-22T12:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

const credential = {
  credentialId: 1,
  kind: 'classic-token',
  login: 'kim',
  endsAt: undefined,
  permissions: undefined,
} as const;
// as: the judges that are tried take no more of a connection than this
const subject = {
  name: 'acme',
  organisation: 'acme',
  organisationGithubId: 7,
  host: { kind: 'github.com', baseUrl: 'https://github.com' },
  credential,
  data: ['pull-requests', 'files', 'members'],
  now,
} as unknown as ConnectionSubject;
const withKind = (kind: string) => ({ ...subject, credential: { ...credential, kind } }) as ConnectionSubject;

const answered = <Value>(value: Value): Heard<Value> => ({ kind: 'answered', value });
const refused = (kind: GitHubFailure['kind'], githubMessage = ''): Heard<never> => ({
  kind: 'refused',
  failure: new GitHubFailure(kind, 'It was refused.', { githubMessage }),
});
const waits: Heard<never> = { kind: 'waits', untilAt: now };

describe('the credential', () => {
  it.each([
    ['classic-token', 'ok'],
    ['fine-grained-token', 'ok'],
    ['oauth-token', 'ok'],
    ['app-installation', 'ok'],
    ['other-token', 'attention'],
  ])('of kind %s is %s', (kind, verdict) => {
    expect(judgeKind(withKind(kind)).verdict).toBe(verdict);
  });

  it('that is not there is broken', () => {
    expect(judgeKind({ ...subject, credential: undefined }).verdict).toBe('broken');
  });

  it.each([
    [answered({ login: 'kim', scopes: [] }), 'ok'],
    [refused('not-signed-in'), 'broken'],
    [refused('server'), 'not-checked'],
    [waits, 'not-checked'],
    [{ kind: 'unasked', text: 'No key.' } as const, 'not-checked'],
  ])('%#: acceptance is %s', (heard, verdict) => {
    expect(judgeAccepted(heard, subject).verdict).toBe(verdict);
  });

  it.each([
    [undefined, 'ok', /no day/],
    [inDays(15), 'ok', /in 15 days/],
    [inDays(14), 'ok', /in 14 days/],
    [inDays(13.5), 'attention', /in 13 days/],
    [inDays(7), 'attention', /in 7 days, within the week/],
    [inDays(1), 'attention', /in 1 day\./],
    [inDays(0.5), 'attention', /within a day/],
    [now, 'broken', /It ended on 2026-11-22/],
    [inDays(-3), 'broken', /It ended on 2026-11-19/],
  ])('that ends at %s is %s', (endsAt, verdict, says) => {
    const finding = judgeEnd({ ...subject, credential: { ...credential, endsAt } });

    expect(finding.verdict).toBe(verdict);
    expect(finding.proof).toMatch(says);
  });
});

describe('permissions', () => {
  const owner = (scopes: string[] | undefined) => answered({ login: 'kim', scopes });
  const probe = (given: Partial<PermissionProbe>) =>
    answered<PermissionProbe>({
      members: 'granted',
      pullRequests: 'granted',
      issues: 'granted',
      contents: 'granted',
      ...given,
    });
  const judge = (data: 'pull-requests' | 'files' | 'members', held: object, of = subject) =>
    judgePermission(data, of, {
      owner: owner(['repo', 'read:org']),
      probe: undefined,
      app: undefined,
      ...held,
    }).verdict;

  it.each([
    ['scopes that suffice', 'members', {}, 'ok'],
    ['a scope that holds the wanted one', 'members', { owner: owner(['admin:org']) }, 'ok'],
    ['no read:org', 'members', { owner: owner(['repo']) }, 'attention'],
    ['no repo', 'pull-requests', { owner: owner(['read:org']) }, 'broken'],
    ['a probe that was let in', 'files', { owner: owner(undefined), probe: probe({}) }, 'ok'],
    [
      'a probe that was not',
      'files',
      { owner: owner(undefined), probe: probe({ contents: 'denied' }) },
      'attention',
    ],
    [
      'a probe without a private repository',
      'files',
      { owner: owner(undefined), probe: probe({ contents: 'unknown' }) },
      'not-checked',
    ],
    ['a probe that waits', 'files', { owner: owner(undefined), probe: waits }, 'not-checked'],
    ['nobody who answers', 'files', { owner: waits }, 'not-checked'],
  ] as const)('with %s, %s', (_, data, held, verdict) => {
    expect(judge(data, held)).toBe(verdict);
  });

  it('that are not wanted are not missed', () => {
    expect(judge('members', { owner: owner([]) }, { ...subject, data: ['pull-requests'] })).toBe('ok');
  });

  it('of an app are those GitHub tells now, else those that were stored', () => {
    const app = withKind('app-installation');
    const stored = { ...app, credential: { ...app.credential!, permissions: { contents: 'read' } } };

    expect(judge('files', {}, stored)).toBe('ok');
    expect(judge('files', { app: answered({ app: {}, installation: { permissions: {} } }) }, stored)).toBe(
      'attention',
    );
    expect(judge('pull-requests', {}, stored)).toBe('broken');
  });
});

describe('the organisation', () => {
  it.each([
    ['`acme` forbids access via a personal access token (classic).', /forbids classic tokens/],
    ['`acme` forbids access via a fine-grained personal access token.', /forbids fine-grained tokens/],
    ['the `acme` organization has enabled OAuth App access restrictions', /has not approved the OAuth app/],
    ["`acme` forbids access: the token's lifetime is greater than 90 days", /live as long/],
    [
      'Although you appear to have the correct authorization, `acme` has an IP allow list enabled',
      /addresses on its list/,
    ],
    ['Something new.', /keeps this credential out/],
  ])('%s', (message, says) => {
    const finding = judgePolicy([refused('organisation-approval', message)], subject);

    expect(finding.verdict).toBe('broken');
    expect(finding.proof).toMatch(says);
  });

  it('that wants sign-on leads to its tokens where GitHub gave no link', () => {
    const finding = judgeSignOn([answered(1), refused('sso-required')], subject);

    expect(finding).toMatchObject({
      verdict: 'broken',
      repair: { link: { address: 'https://github.com/settings/tokens' } },
    });
  });

  it.each([
    [[answered(1)], 'ok'],
    [[answered(1), waits], 'not-checked'],
    [[refused('gone')], 'ok'],
  ])('%#: rules and sign-on are %s', (heard, verdict) => {
    expect([judgeSignOn(heard, subject).verdict, judgePolicy(heard, subject).verdict]).toEqual([
      verdict,
      verdict,
    ]);
  });

  const profile = (githubId: number, privateRepositories?: number) =>
    answered({ githubId, login: 'acme', publicRepositories: 2, privateRepositories });

  it.each([
    [profile(7), undefined, 'ok', /under the id/],
    [profile(8), answered('acme-new'), 'broken', /acme-new now/],
    [answered(undefined), answered('acme-new'), 'broken', /acme-new now/],
    [answered(undefined), answered(undefined), 'broken', /no such organisation/],
    [waits, undefined, 'not-checked', /quota/],
  ])('%#: its place is %s', (told, todaysLogin, verdict, says) => {
    const finding = judgePlace({ profile: told, todaysLogin }, subject);

    expect(finding.verdict).toBe(verdict);
    expect(finding.proof).toMatch(says);
  });

  it.each([
    [answered('member' as const), 'ok'],
    [answered('none' as const), 'broken'],
    [answered('unknown' as const), 'not-checked'],
  ])('%#: membership is %s', (heard, verdict) => {
    expect(judgeMembership(heard, subject).verdict).toBe(verdict);
  });

  it.each([
    [profile(7, 3), 5, 'ok'],
    [profile(7, 3), 4, 'attention'],
    [profile(7), 2, 'not-checked'],
  ])('%#: private repositories are %s', (told, seen, verdict) => {
    expect(judgePrivateCount(told, answered(seen), subject).verdict).toBe(verdict);
  });
});

describe('quota', () => {
  const bucket = (remaining: number | undefined, ours: number, resetAt = inDays(0.01)) => ({
    connectionId: 1,
    resource: 'core' as const,
    limit: remaining === undefined ? undefined : 5_000,
    remaining,
    resetAt,
    spent: { person: 0, lookup: 0, incremental: ours, backfill: 0 },
  });

  it.each([
    [[bucket(4_000, 900)], 'ok', 'ok'],
    [[bucket(500, 4_500)], 'ok', 'ok'],
    [[bucket(499, 4_501)], 'attention', 'ok'],
    [[bucket(3_000, 1_000)], 'ok', 'ok'],
    [[bucket(3_000, 999)], 'ok', 'attention'],
    [[bucket(0, 10)], 'attention', 'attention'],
    [[bucket(0, 10, inDays(-1))], 'ok', 'not-checked'],
    [[bucket(undefined, 10)], 'ok', 'not-checked'],
    [[], 'not-checked', 'not-checked'],
  ])('%#: left is %s, rivals are %s', (buckets, left, rivals) => {
    expect([judgeQuota(buckets, now).verdict, judgeRivals(buckets, now).verdict]).toEqual([left, rivals]);
  });
});

describe('the app', () => {
  const app = {
    name: 'Lines',
    pageUrl: 'https://github.com/apps/lines',
    permissions: { contents: 'read', members: 'write' },
  };
  const installation = {
    reach: 'all',
    pageUrl: 'https://github.com/organizations/acme/settings/installations/1',
  };
  // as: the judges that are tried take no more of an app than this
  const heard = (given?: object) =>
    answered({
      app,
      installation: given && { ...installation, permissions: app.permissions, ...given },
    } as unknown as AppHeard);

  it.each([
    [heard({}), ['ok', 'ok', 'ok']],
    [heard(), ['ok', 'broken', 'not-checked']],
    [heard({ suspendedAt: now }), ['ok', 'broken', 'ok']],
    // A right to write that waits takes nothing from reading.
    [heard({ permissions: { contents: 'read', members: 'read' } }), ['ok', 'ok', 'ok']],
    [heard({ permissions: { contents: 'read' } }), ['ok', 'ok', 'attention']],
    [heard({ permissions: { members: 'write' } }), ['ok', 'ok', 'attention']],
    [heard({ permissions: { contents: 'admin', members: 'admin' } }), ['ok', 'ok', 'ok']],
    [refused('not-signed-in'), ['broken', 'not-checked', 'not-checked']],
    [refused('gone'), ['broken', 'not-checked', 'not-checked']],
    [refused('server'), ['not-checked', 'not-checked', 'not-checked']],
    [{ kind: 'unasked', text: 'The key does not open.' } as const, ['broken', 'not-checked', 'not-checked']],
  ])('%#: key, installation and permissions are %j', (told, verdicts) => {
    const judged = [judgeAppKey, judgeInstallation, judgeAsked].map((judge) => judge(told, subject).verdict);

    expect(judged).toEqual(verdicts);
  });
});
