import {
  createConnection,
  getTeam,
  listGithubTeams,
  listTeams,
  stepTeam,
  takeGithubTeams,
  testToken,
  updateTeam,
} from '@throughline/contract';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { listTestRoutes, openAccessDependencies } from '../../github-access/testing/access-dependencies.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { createJobs } from '../../platform/jobs/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { upsertAccounts } from '../accounts.sql.ts';
import {
  githubTeamRoutes,
  insertLinks,
  startTeamJobs,
  stepSoon,
  teamMemberRoutes,
  teamQueues,
  teamRoutes,
} from '../index.ts';
import { insertPersons } from '../persons.sql.ts';

const database = await testDatabase();
const emulator = await startEmulator({
  shape: 'enterprise-server',
  sources: [
    craftRepository({
      fullName: 'acme/api',
      members: ['kim', 'robin', 'sam', 'joe'],
      admins: ['kim'],
      teams: [
        { slug: 'all', members: [] },
        { slug: 'core', members: ['kim', 'robin', 'joe'], maintainers: ['kim'], parent: 'all' },
      ],
    }),
  ],
  tokens: [{ kind: 'classic', value: 'ghp_kim', login: 'kim' }],
});
const deps = openAccessDependencies(database, { loopbackOrigins: [emulator.origin] });
const api = await startTestApi({
  database,
  routes: () => [
    ...listTestRoutes(deps),
    ...teamRoutes({ database }),
    ...teamMemberRoutes({ database }),
    ...githubTeamRoutes(deps),
  ],
});
const administrator = await api.signIn('administrator');
const { credentialId, hostId } = await administrator.call(testToken, {
  body: { host: { address: emulator.origin }, token: 'ghp_kim' },
});
const { connectionId } = await administrator.call(createConnection, {
  body: { credentialId, organisation: 'acme', name: 'acme', repositoryChoice: 'all' },
});
afterAll(async () => {
  await deps.close();
  await emulator.close();
});

/** Links somebody's account, as its evidence would. */
const link = async (login: string): Promise<void> => {
  const account = await findGithubId(login);
  const ids = await upsertAccounts(database, hostId, [
    { githubId: account, login, kind: 'User', observedAt: new Date() },
  ]);
  await database.transaction(async (tx) => {
    const [person] = await insertPersons(tx, [{ name: login.toUpperCase() }]);
    await insertLinks(
      tx,
      [{ personId: person!.personId, accountId: ids.get(account)!, evidence: [] }],
      undefined,
    );
  });
};

const findGithubId = async (login: string): Promise<number> => {
  const response = await fetch(`${emulator.restUrl}/users/${login}`, {
    headers: { authorization: 'Bearer ghp_kim', 'user-agent': 'test' },
  });
  const body: unknown = await response.json();
  return Number(Object(body)['id']);
};

const open = (slug: string) => administrator.call(getTeam, { params: { slug } });
const step = (slug: string) => administrator.call(stepTeam, { params: { slug } });
const namesOf = (team: Awaited<ReturnType<typeof open>>): readonly string[] =>
  team.members.map(({ person }) => person.name);
const edit = (kind: 'joined' | 'left', login: string): void =>
  emulator.control.editTeam({ kind, organisation: 'acme', team: 'core', login });

describe('teams from GitHub', () => {
  it('are offered with what is not linked yet, and taken nested, with members since the day told', async () => {
    await link('kim');
    await link('robin');
    const { teams, unasked } = await administrator.call(listGithubTeams);

    await administrator.call(takeGithubTeams, {
      body: {
        connectionId,
        githubTeamIds: teams.map(({ githubTeamId }) => githubTeamId),
        fromOn: '2026-01-01',
        isKept: true,
      },
    });

    expect(unasked).toEqual([]);
    expect(teams).toMatchObject([
      { slug: 'all', members: 0 },
      { slug: 'core', parentName: 'all', members: 3, unlinked: 1 },
    ]);
    const core = await open('core');
    expect(core.above.map(({ slug }) => slug)).toEqual(['all']);
    expect(core.members).toMatchObject([
      { person: { name: 'KIM' }, isLead: true, fromOn: '2026-01-01', source: 'github' },
      { person: { name: 'ROBIN' }, isLead: false },
    ]);
    expect(core.github).toMatchObject({
      organisation: 'acme',
      isKept: true,
      steppedAt: expect.any(String),
      unlinked: [{ login: 'joe', seenOn: '2026-01-01' }],
    });
    const again = await administrator.call(listGithubTeams);
    expect(again.teams[1]?.madeAs).toEqual({ slug: 'core', name: 'core' });
  });

  it('take on who joins from the day they are seen, and end who left that day, keeping the history', async () => {
    await link('sam');
    edit('joined', 'sam');
    edit('left', 'robin');

    const team = await step('core');

    expect(namesOf(team)).toEqual(['KIM', 'SAM']);
    expect(team.members[1]?.fromOn).toBe(team.today);
    expect(team.formerMembers).toMatchObject([
      { person: { name: 'ROBIN' }, fromOn: '2026-01-01', untilOn: team.today },
    ]);
  });

  it('count who is linked later as a member since they were first seen', async () => {
    await link('joe');

    const team = await step('core');

    expect(team.members.find(({ person }) => person.name === 'JOE')?.fromOn).toBe('2026-01-01');
    expect(team.github?.unlinked).toEqual([]);
  });

  it('lose nobody by a look that failed or did not show everybody', async () => {
    edit('left', 'sam');
    emulator.control.addFault({ kind: 'field', field: 'Team.members', type: 'FORBIDDEN', times: 2 });

    const partial = await step('core').catch((error: unknown) => error);
    const before = await open('core');
    emulator.control.addFault({ kind: 'status', status: 502, times: 20 });
    await expect(step('core')).rejects.toThrow();
    const after = await open('core');
    emulator.control.clear();
    const whole = await step('core');

    expect(partial).toBeDefined();
    expect([namesOf(before), namesOf(after), namesOf(whole)]).toEqual([
      ['JOE', 'KIM', 'SAM'],
      ['JOE', 'KIM', 'SAM'],
      ['JOE', 'KIM'],
    ]);
    expect(whole.github).not.toHaveProperty('problem');
  });

  it('keep everybody and say so when GitHub shows the team no more', async () => {
    emulator.control.editTeam({ kind: 'deleted', organisation: 'acme', team: 'core' });

    const team = await step('core');

    expect(namesOf(team)).toEqual(['JOE', 'KIM']);
    expect(team.github?.problem).toMatch(/does not show this team any more/);
  });

  it('follow no longer when they are told not to', async () => {
    await administrator.call(updateTeam, { params: { slug: 'core' }, body: { isKept: false } });

    await expect(step('core')).rejects.toMatchObject({ failure: { code: 'input-invalid' } });
    expect((await open('core')).github).toMatchObject({ isKept: false, unlinked: [] });
  });

  it('that go round in a circle are refused, naming it', async () => {
    emulator.control.editTeam({ kind: 'nested', organisation: 'acme', team: 'all', in: 'all' });

    const attempt = administrator.call(takeGithubTeams, {
      body: { connectionId, githubTeamIds: [1], fromOn: '2026-01-01', isKept: true },
    });

    await expect(attempt).rejects.toMatchObject({
      failure: { code: 'team-circle', message: expect.stringMatching(/^all can’t be part of itself/) },
    });
    emulator.control.editTeam({ kind: 'nested', organisation: 'acme', team: 'all', in: null });
  });

  it('follow by themselves, by a job', async () => {
    const failures: unknown[] = [];
    const jobs = createJobs({
      url: database.url,
      role: 'worker',
      queues: teamQueues,
      onFailure: (error) => failures.push(error),
    });
    await jobs.start();
    await startTeamJobs({ ...deps, jobs });
    emulator.control.editTeam({ kind: 'joined', organisation: 'acme', team: 'all', login: 'sam' });

    await stepSoon(database, jobs, connectionId);

    await expect.poll(async () => namesOf(await open('all')), { timeout: 20_000 }).toEqual(['SAM']);
    // What still ends would fail otherwise.
    await jobs.stop();
    expect(failures).toEqual([]);
    expect((await administrator.call(listTeams, { query: {} })).teams.map(({ slug }) => slug)).toEqual([
      'all',
      'core',
    ]);
  });
});
