import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { startGitHub } from '../testing/start-github.ts';
import { listOrganisationTeams } from './list-organisation-teams.ts';

const crowd = Array.from({ length: 205 }, (_, at) => `person-${at}`);

const start = (token?: Parameters<typeof startGitHub>[0]['token']) =>
  startGitHub({
    sources: [
      craftRepository({
        fullName: 'acme/api',
        members: ['ada', 'bob', ...crowd],
        teams: [
          { slug: 'all', members: ['ada'], maintainers: ['ada'] },
          { slug: 'core', members: ['bob'], parent: 'all' },
          { slug: 'crowd', members: crowd },
        ],
      }),
    ],
    ...(token === undefined ? {} : { token }),
  });

describe('teams of an organisation', () => {
  test('come with their parents and their own members, however many pages those fill', async () => {
    const github = await start();

    const { teams, isWhole } = await listOrganisationTeams(github.connect(), 'acme');

    const [all, core, large] = teams;
    expect(isWhole).toBe(true);
    expect(all).toMatchObject({ slug: 'all', parentGithubId: undefined, areMembersWhole: true });
    expect(all?.members).toMatchObject([{ account: { login: 'ada' }, isMaintainer: true }]);
    expect(core).toMatchObject({ parentGithubId: all?.githubId, areMembersWhole: true });
    expect(new Set(large?.members.map(({ account }) => account.login)).size).toBe(205);
    expect(large?.areMembersWhole).toBe(true);
    expect(github.emulator.control.unserved()).toEqual([]);
  });

  test('fill pages of their own', async () => {
    const teams = Array.from({ length: 120 }, (_, at) => ({ slug: `team-${at}`, members: ['ada'] }));
    const github = await startGitHub({ sources: [craftRepository({ fullName: 'acme/api', teams })] });

    const read = await listOrganisationTeams(github.connect(), 'acme');

    expect([read.teams.length, read.isWhole]).toEqual([120, true]);
  });

  test('of nobody, or without the scope, are a failure that says so', async () => {
    const narrow = await start({ kind: 'classic', login: 'ada', scopes: ['repo'] });
    const whole = await start();

    await expect(listOrganisationTeams(narrow.connect(), 'acme')).rejects.toMatchObject({
      kind: 'scope-missing',
    });
    await expect(listOrganisationTeams(whole.connect(), 'nobody')).rejects.toMatchObject({ kind: 'gone' });
  });

  test('of which something was withheld are not whole', async () => {
    const github = await start();
    github.emulator.control.addFault({ kind: 'field', field: 'Team.members', type: 'FORBIDDEN' });

    const read = await listOrganisationTeams(github.connect(), 'acme').catch((error: unknown) => error);

    expect(read).not.toMatchObject({ isWhole: true });
  });
});
