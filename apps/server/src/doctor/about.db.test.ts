import { getDoctor, getWorkspaceDoctor, startDemo } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { upsertRepositories } from '../activity/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { startDoctorWorld } from './testing/start-doctor-world.ts';

const database = await testDatabase();
const world = await startDoctorWorld(database, {
  repositories: [
    { fullName: 'acme/api', record: { visibility: 'PRIVATE' }, members: ['kim'], admins: ['kim'], pulls: 1 },
    { fullName: 'acme/legacy', record: { visibility: 'PRIVATE' }, members: ['kim'], pulls: 1 },
    { fullName: 'acme/old', record: { isArchived: true }, members: ['kim'], pulls: 1 },
    { fullName: 'other/web', record: { visibility: 'PRIVATE' }, members: ['kim'], pulls: 1 },
  ],
});
const connectionId = await world.connect('acme', {
  kind: 'classic',
  login: 'kim',
  value: 'ghp_about',
});
const repositoryId = await seed();
const member = await world.api.signIn('member');

/** One repository that is read, with a pull request by an account of nobody. */
async function seed(): Promise<number> {
  const [organisation] = await database.query<{ organisation_id: number; host_id: number }>(
    'select organisation_id, host_id from organisation',
  );
  const { organisation_id: organisationId, host_id: hostId } = organisation!;
  const written = await database.transaction((tx) =>
    upsertRepositories(tx, {
      hostId,
      organisationId,
      observedAt: new Date(),
      isWhole: false,
      repositories: [
        {
          githubId: 901,
          nodeId: 'R_901',
          ownerLogin: 'acme',
          name: 'api',
          visibility: 'private',
          isArchived: false,
          isFork: false,
          defaultBranch: 'main',
          pushedAt: undefined,
          version: new Date(),
          isLookup: false,
        },
      ],
    }),
  );
  const id = written.ids.get(901)!;
  await database.query(
    `insert into repository_sync (repository_id, data, connection_id, is_chosen, page_size, completed_at, started_at)
     values ($1::bigint, 'pull-requests', $2::bigint, true, 50, app_now(), app_now())`,
    [id, connectionId],
  );
  return id;
}

const ask = async (about: string) => world.administrator.call(getDoctor, { query: { about } });
const askAsMember = (about: string) => member.call(getDoctor, { query: { about } });

const grant = () =>
  database.query(
    `insert into repository_grant (user_id, repository_id)
     values ($1::bigint, $2::bigint)
     on conflict do nothing`,
    [member.user.userId, repositoryId],
  );

it('tells administrators of this Throughline itself, whatever is connected', async () => {
  const { checks, verdict } = await world.administrator.call(getWorkspaceDoctor);

  expect(verdict).not.toBe('broken');
  expect(checks.map(({ id }) => id)).toEqual(expect.arrayContaining(['database', 'workers', 'key-file']));
  expect(new Set(checks.map(({ about }) => about))).toEqual(new Set(['workspace']));
});

describe('why an administrator does not see a repository', () => {
  it('nothing stands in the way of one that is read', async () => {
    const told = await ask('acme/api');

    expect(told).toMatchObject({ verdict: 'ok', subject: 'acme/api' });
    expect(told.path).toMatch(/^\/gh\/.*\/acme\/api$/);
    expect(told.checks.map(({ id }) => id)).toEqual([
      'repository-visible',
      'owner-connected',
      'repository-granted',
      'repository-chosen',
      'repository-reading',
    ]);
  });

  it.each([
    ['elsewhere/web', 'owner-connected', /no connection of elsewhere/, /connect it/],
    ['acme/no-such', 'repository-granted', /it shows nothing there/, /was not granted it/],
    ['acme/legacy', 'repository-chosen', /not on the list yet/, /Look for changes/],
    ['acme/old', 'repository-chosen', /archived repositories are left out by rule/, /change the rule/],
    ['acme/api#77', 'pull-request-read', /no pull request acme\/api #77/, /Check the number/],
    ['@nobody-at-all', 'account-known', /No account called @nobody-at-all/, /Check the login/],
  ])('%s: %s explains it', async (about, id, proof, repair) => {
    const told = await ask(about);

    const last = told.checks.findLast(({ verdict }) => verdict === 'broken');
    expect(last).toMatchObject({ id, verdict: 'broken' });
    expect(last?.proof).toMatch(proof);
    expect(last?.repair?.text).toMatch(repair);
    expect(told.sentence).toMatch(/^This is why you miss /);
    expect(told.path).toBeUndefined();
  });

  it('single sign-on that lapsed explains it, with the link', async () => {
    world.emulator.control.setPolicy({ organisation: 'acme', hasSingleSignOn: true });

    const told = await ask('acme/legacy');

    world.emulator.control.setPolicy({ organisation: 'acme', hasSingleSignOn: false });
    expect(told.checks.at(-1)).toMatchObject({ id: 'repository-granted', verdict: 'broken' });
    expect(told.checks.at(-1)?.repair?.link?.address).toContain('/orgs/acme/sso');
  });

  it('an app that was not given it explains it', async () => {
    const { installationId } = await world.connectByApp('other');
    world.emulator.control.editApp({ kind: 'selected', installationId, repositoryIds: [] });

    const told = await ask('other/web');

    expect(told.checks.at(-1)).toMatchObject({ id: 'repository-granted', verdict: 'broken' });
    expect(told.checks.at(-1)?.repair?.text).toContain('under its installation');
  });

  it.each([
    ['an address at GitHub', () => `${world.emulator.origin}/acme/api/pull/77/files`],
    ['an address of ours', () => `${world.api.origin}/gh/${world.emulator.origin.slice(7)}/acme/api/pull/77`],
  ])('understands %s', async (_, toAddress) => {
    expect((await ask(toAddress())).subject).toBe('acme/api #77');
  });

  it('says what is no address', async () => {
    await expect(ask('retry failed payouts')).rejects.toMatchObject({ failure: { code: 'input-invalid' } });
  });
});

it('the demo is looked at like any connection, but for the way to its host', async () => {
  const demo = await world.administrator.call(startDemo);

  const { checks } = await world.examine(demo.connectionId);

  expect(checks.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  expect(checks.map(({ id }) => id)).not.toContain('host-name');
  expect(checks.find(({ id }) => id === 'credential-accepted')).toMatchObject({ verdict: 'ok' });
});

describe('somebody who may not see', () => {
  const shape = (told: Awaited<ReturnType<typeof askAsMember>>, name: string) =>
    JSON.stringify({
      ...told,
      checkedAt: '',
      checks: told.checks.map((one) => ({ ...one, tookMs: 0 })),
    }).replaceAll(name, 'NAME');

  it('is told of a hidden repository what is told of one that does not exist', async () => {
    const hidden = shape(await askAsMember('acme/api'), 'acme/api');
    const missing = shape(await askAsMember('acme/nowhere'), 'acme/nowhere');

    expect(hidden).toBe(missing);
    expect(hidden).toContain('Ask an administrator');
    expect(hidden).not.toContain('connection');
  });

  it('is told the same of a pull request, of an organisation not connected, and of a person', async () => {
    const pull = shape(await askAsMember('acme/api#1'), 'acme/api');
    const none = shape(await askAsMember('elsewhere/api#1'), 'elsewhere/api');
    const known = shape(await askAsMember('@kim'), '@kim');
    const unknown = shape(await askAsMember('@nobody-at-all'), '@nobody-at-all');

    expect(pull).toBe(none);
    expect(known).toBe(unknown);
    expect(known).toContain('connect your GitHub account');
  });

  it('is told how reading goes once it is theirs to see, and nothing of credentials', async () => {
    await grant();
    await database.query(
      `update repository_sync
       set failure_code = 'github-gone', failure_text = 'GitHub shows nothing there.', failure_count = 3`,
    );

    const told = await askAsMember('acme/api');

    expect(told.checks.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['repository-visible', 'ok'],
      ['repository-reading', 'broken'],
    ]);
    expect(told.checks.at(-1)?.repair).toEqual({ text: expect.stringMatching(/^Ask an administrator: /) });
  });
});
