import { getTeam, importTeams, listTeams } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { accessRoutes } from '../../access/index.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadPersonsOfUsers, teamImportRoutes, teamRoutes } from '../index.ts';
import { insertPersons } from '../persons.sql.ts';

const database = await testDatabase();
const api = await startTestApi({
  database,
  routes: () => [
    ...accessRoutes({ database, personOf: loadPersonsOfUsers }),
    ...teamRoutes({ database }),
    ...teamImportRoutes({ database }),
  ],
});
const manager = await api.signIn('manager');
const member = await api.signIn('member');
await database.transaction((tx) =>
  insertPersons(tx, [
    { name: 'Kim Öz', email: 'kim@example.com' },
    { name: 'Robin' },
    { name: 'Dave' },
    { name: 'Dave' },
  ]),
);

const bring = (csv: string, isPreview = false) => manager.call(importTeams, { body: { csv, isPreview } });
const slugs = async () => (await manager.call(listTeams, { query: {} })).teams.map(({ slug }) => slug);

describe('teams from a file', () => {
  it('are shown before they are written, and nothing is written while a row is wrong', async () => {
    const csv = 'team;person;from\nCheckout;kim@example.com;2026-03-01\nCheckout;dave;2026-03-01\n';

    const preview = await bring('team,person\nCheckout,Robin\n', true);
    const wrong = await bring(csv);

    expect(preview).toMatchObject({ problems: 0, isWritten: false, teamsMade: 1, membershipsChanged: 1 });
    expect(wrong).toMatchObject({ problems: 1, isWritten: false });
    expect(wrong.rows[1]).toMatchObject({ row: 3, problem: expect.stringMatching(/2 people are called/) });
    expect(await slugs()).toEqual([]);
  });

  it('are written with a byte order mark, semicolons, and members by day', async () => {
    const csv =
      '\uFEFFTeam;Part of;Name;Part;Lead;From;Until\r\nCheckout;Commerce;"kim öz";;yes;2026-03-01;\r\nCheckout;;Robin;viewer;;01.02.2026;28.02.2026\r\n';

    const { isWritten, rows } = await bring(csv);
    const team = await manager.call(getTeam, { params: { slug: 'checkout' } });

    expect([isWritten, rows.length]).toEqual([true, 2]);
    expect(team.above).toEqual([{ slug: 'commerce', name: 'Commerce' }]);
    expect(team.members).toMatchObject([
      { person: { name: 'Kim Öz' }, isLead: true, fromOn: '2026-03-01', source: 'csv' },
    ]);
    expect(team.formerMembers).toMatchObject([
      { person: { name: 'Robin' }, part: 'viewer', fromOn: '2026-02-01', untilOn: '2026-03-01' },
    ]);
  });

  it('change nothing when the same file is brought again', async () => {
    const again = await bring('team,parent,person,lead,from\nCheckout,Commerce,Kim Öz,yes,2026-03-01\n');

    expect(again).toMatchObject({ problems: 0, teamsMade: 0, membershipsChanged: 0 });
    expect(await slugs()).toEqual(['checkout', 'commerce']);
  });

  it('that would go round in a circle are refused, naming it', async () => {
    const { rows, isWritten } = await bring('team,parent\nCommerce,Checkout\n');

    expect(isWritten).toBe(false);
    expect(rows[0]?.problem).toMatch(/Commerce would be part of Checkout, which is part of Commerce/);
  });

  it.each([
    ['', 'It is empty'],
    ['a,b\n1,2\n', 'no column called team'],
  ])('%j is no such file', async (csv, why) => {
    await expect(bring(csv)).rejects.toMatchObject({
      failure: { code: 'import-unreadable', message: expect.stringContaining(why) },
    });
  });

  it('are brought by managers and administrators alone', async () => {
    await expect(
      member.call(importTeams, { body: { csv: 'team\nX\n', isPreview: false } }),
    ).rejects.toMatchObject({ failure: { code: 'not-found' } });
  });
});
