import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { upsertAccounts } from '../accounts.sql.ts';
import { insertLinks } from '../links.sql.ts';
import { insertPersons } from '../persons.sql.ts';
import {
  loadLinkedMembers,
  loadUnlinkedMembers,
  noteGithubMembers,
  noteSteps,
} from './github-members.sql.ts';
import { loadImportState } from './import-teams.sql.ts';
import { loadMemberships, lockMembers, replaceMemberships } from './team-members.sql.ts';
import { deleteTeamRow, insertTeams, loadTeamRows, loadTeams, placeTeams } from './teams.sql.ts';

const database = await testDatabase();
const [host] = await database.query<{ host_id: number }>(
  `insert into host (kind, base_url, name)
   values ('github.com', 'https://github.com', 'github.com')
   returning host_id`,
);
const hostId = host!.host_id;
const [kim, robin] = await database.transaction((tx) =>
  insertPersons(tx, [{ name: 'Kim', email: 'kim@example.com' }, { name: 'Robin' }]),
);
const ids = await upsertAccounts(
  database,
  hostId,
  [11, 12, 13].map((githubId) => ({
    githubId,
    login: `login-${githubId}`,
    kind: 'User',
    observedAt: new Date('2026-11-01'),
  })),
);
const accountId = (githubId: number): number => ids.get(githubId)!;
await insertLinks(database, [{ personId: kim!.personId, accountId: accountId(11), evidence: [] }], undefined);

const makeTeam = async (name: string) =>
  (await database.transaction((tx) => insertTeams(tx, [{ name, workingDays: [1, 2] }])))[0]!;

describe('teams in their tables', () => {
  it('hang where they are put, and move up when the one above is deleted', async () => {
    const [top, middle, low] = [await makeTeam('Top'), await makeTeam('Middle'), await makeTeam('Low')];
    await database.transaction((tx) =>
      placeTeams(tx, [
        { teamId: middle.teamId, parentTeamId: top.teamId },
        { teamId: low.teamId, parentTeamId: middle.teamId },
      ]),
    );
    const loaded = (await loadTeams(database)).find(({ slug }) => slug === 'middle')!;

    await database.transaction((tx) => deleteTeamRow(tx, loaded));

    expect(loaded.workingDays).toEqual([1, 2]);
    const rows = await loadTeamRows(database, 1);
    expect(rows.map(({ slug, parentSlug }) => [slug, parentSlug])).toEqual([
      ['low', 'top'],
      ['top', undefined],
    ]);
  });

  it('work on the days of the workspace unless others are given', async () => {
    const make = async (name: string) =>
      (await database.transaction((tx) => insertTeams(tx, [{ name }])))[0]?.workingDays;
    const before = await make('Before');
    await database.query(`update workspace set working_days = '{7,1,2,3,4}'`);

    const after = await make('After');

    expect([before, after]).toEqual([
      [1, 2, 3, 4, 5],
      [7, 1, 2, 3, 4],
    ]);
  });

  it('hold a person’s times apart, whatever is given in one go', async () => {
    const { teamId } = await makeTeam('Times');
    const time = (fromOn: string, untilOn?: string) => ({
      part: 'contributor' as const,
      isLead: false,
      source: 'hand' as const,
      fromOn,
      ...(untilOn === undefined ? {} : { untilOn }),
    });
    const replace = (memberships: readonly ReturnType<typeof time>[]) =>
      database.transaction(async (tx) => {
        await lockMembers(tx, [teamId]);
        await replaceMemberships(tx, [{ teamId, personId: robin!.personId, memberships }]);
      });

    await replace([time('2026-01-01', '2026-02-01'), time('2026-03-01')]);
    await expect(replace([time('2026-01-01'), time('2026-02-01')])).rejects.toThrow();

    const held = await loadMemberships(database, [teamId]);
    expect(held.map(({ membership }) => [membership.fromOn, membership.untilOn])).toEqual([
      ['2026-01-01', '2026-02-01'],
      ['2026-03-01', undefined],
    ]);
  });

  it('remember who is in a team at GitHub since when, and forget only by a whole list', async () => {
    const { teamId } = await makeTeam('Followed');
    const note = (githubIds: readonly number[], isWhole: boolean, on: string) =>
      database.transaction((tx) =>
        noteGithubMembers(
          tx,
          [
            {
              teamId,
              isWhole,
              members: githubIds.map((githubId) => ({ accountId: accountId(githubId), isMaintainer: false })),
            },
          ],
          on,
        ),
      );

    await note([11, 12], true, '2026-11-01');
    await note([13], false, '2026-11-02');
    const partial = await loadUnlinkedMembers(database, teamId);
    await note([11, 13], true, '2026-11-03');
    await database.transaction((tx) => noteSteps(tx, [{ teamId, problem: undefined }]));

    expect(partial.map(({ login, seenOn }) => [login, seenOn])).toEqual([
      ['login-12', '2026-11-01'],
      ['login-13', '2026-11-02'],
    ]);
    expect((await loadUnlinkedMembers(database, teamId)).map(({ login }) => login)).toEqual(['login-13']);
    expect(await loadLinkedMembers(database, [teamId])).toEqual([
      { teamId, personId: kim!.personId, isMaintainer: false, seenOn: '2026-11-01' },
    ]);
    const followed = (await loadTeams(database)).find((team) => team.teamId === teamId);
    expect(followed?.steppedAt).toBeInstanceOf(Date);
  });

  it('find people of a file by name, e-mail address and login', async () => {
    const { people } = await database.transaction((tx) =>
      loadImportState(tx, ['kim', 'kim@example.com', 'login-11', 'robin', 'nobody']),
    );

    expect(
      Object.fromEntries([...people].map(([text, found]) => [text, found.map(({ name }) => name)])),
    ).toEqual({
      kim: ['Kim'],
      'kim@example.com': ['Kim'],
      'login-11': ['Kim'],
      robin: ['Robin'],
    });
  });
});
