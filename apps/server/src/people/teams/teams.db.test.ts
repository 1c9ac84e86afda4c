import {
  ApiFailure,
  changeMembership,
  createTeam,
  deleteTeam,
  getTeam,
  listTeamCandidates,
  listTeams,
  updateTeam,
} from '@throughline/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessRoutes } from '../../access/index.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadPersonsOfUsers, teamMemberRoutes, teamRoutes } from '../index.ts';
import { updatePerson } from '../person-change.sql.ts';
import { insertPersons } from '../persons.sql.ts';

const database = await testDatabase();
const api = await startTestApi({
  database,
  routes: () => [
    ...accessRoutes({ database, personOf: loadPersonsOfUsers }),
    ...teamRoutes({ database }),
    ...teamMemberRoutes({ database }),
  ],
});
const manager = await api.signIn('manager');
const lead = await api.signIn('member');
const stranger = await api.signIn('member');

const refused = async (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiFailure ? error.failure.code : String(error)),
  );

const open = (slug: string, reader = manager) => reader.call(getTeam, { params: { slug } });

beforeAll(async () => {
  const [kim] = await database.transaction((tx) =>
    insertPersons(tx, [{ name: 'Kim' }, { name: 'Robin' }, { name: 'Sam' }]),
  );
  await updatePerson(database, kim!.personId, { userId: lead.user.userId });
});

describe('teams', () => {
  it('are made under a free name, nested, and listed by name with where they hang', async () => {
    await manager.call(createTeam, { body: { name: 'Commerce' } });
    const team = await manager.call(createTeam, { body: { name: 'Payments', parent: 'commerce' } });
    const again = await manager.call(createTeam, { body: { name: 'Payments' } });
    const odd = await manager.call(createTeam, { body: { name: '支付' } });

    const { teams } = await stranger.call(listTeams, { query: {} });

    expect(team.above).toEqual([{ slug: 'commerce', name: 'Commerce' }]);
    expect([again.slug, odd.slug]).toEqual(['payments-2', 'team']);
    expect(teams.map(({ slug, parentSlug }) => [slug, parentSlug])).toEqual([
      ['commerce', undefined],
      ['payments', 'commerce'],
      ['payments-2', undefined],
      ['team', undefined],
    ]);
  });

  it('never make a circle, and the refusal names it', async () => {
    await manager.call(updateTeam, { params: { slug: 'payments-2' }, body: { parent: 'payments' } });

    const attempt = manager.call(updateTeam, {
      params: { slug: 'commerce' },
      body: { parent: 'payments-2' },
    });

    await expect(attempt).rejects.toMatchObject({
      failure: {
        code: 'team-circle',
        message:
          'Teams can’t go round in a circle: Commerce would be part of Payments, which is part of Payments, which is part of Commerce. Choose another team, or none.',
      },
    });
    expect((await open('commerce')).above).toEqual([]);
  });

  it('cannot close a circle from both ends at once', async () => {
    await manager.call(createTeam, { body: { name: 'East' } });
    await manager.call(createTeam, { body: { name: 'West' } });

    const codes = await Promise.all([
      refused(manager.call(updateTeam, { params: { slug: 'east' }, body: { parent: 'west' } })),
      refused(manager.call(updateTeam, { params: { slug: 'west' }, body: { parent: 'east' } })),
    ]);

    expect(codes.filter((code) => code !== undefined)).toEqual(['team-circle']);
  });

  it('leave their place to those below when they are deleted', async () => {
    await manager.call(deleteTeam, { params: { slug: 'payments' } });

    expect((await open('payments-2')).above.map(({ slug }) => slug)).toEqual(['commerce']);
    expect(await refused(open('payments'))).toBe('not-found');
  });
});

describe('members', () => {
  it('join, change and leave by day, and each change is undone by what it answered', async () => {
    const params = { slug: 'commerce', person: 'robin' };
    const join = { kind: 'member', part: 'contributor', isLead: false, fromOn: '2026-01-01' } as const;
    await manager.call(changeMembership, { params, body: join });

    const ended = await manager.call(changeMembership, {
      params,
      body: { kind: 'ended', untilOn: '2026-03-01' },
    });
    const team = await open('commerce');
    await manager.call(changeMembership, {
      params,
      body: { kind: 'restored', memberships: ended.before },
    });

    expect(team.members).toEqual([]);
    expect(team.formerMembers).toMatchObject([
      { person: { slug: 'robin' }, fromOn: '2026-01-01', untilOn: '2026-03-01' },
    ]);
    expect((await open('commerce')).members).toMatchObject([
      { person: { slug: 'robin' }, fromOn: '2026-01-01', source: 'hand' },
    ]);
  });

  it('count by day for the team and for those above it, as contributors only', async () => {
    await manager.call(createTeam, { body: { name: 'Checkout', parent: 'commerce' } });
    const params = { slug: 'checkout', person: 'sam' };
    await manager.call(changeMembership, {
      params,
      body: { kind: 'member', part: 'contributor', isLead: false, fromOn: '2026-03-01' },
    });
    await manager.call(changeMembership, {
      params,
      body: { kind: 'member', part: 'viewer', isLead: false, fromOn: '2026-04-01' },
    });

    const on = (day: string) =>
      database.query<{ slug: string }>(
        `select v_team.slug
         from v_team_contributor as member
         join v_team on v_team.team_id = member.team_id
         join v_person on v_person.person_id = member.person_id
         where v_person.slug = 'sam'
           and member.from_on <= $1::date
           and member.until_on > $1::date
         order by 1`,
        [day],
      );

    expect(await on('2026-02-28')).toEqual([]);
    expect(await on('2026-03-31')).toEqual([{ slug: 'checkout' }, { slug: 'commerce' }]);
    expect(await on('2026-04-01')).toEqual([]);
  });

  it('are one person’s when two people were found to be one', async () => {
    const join = (person: string, fromOn: string) =>
      manager.call(changeMembership, {
        params: { slug: 'checkout', person },
        body: { kind: 'member', part: 'contributor', isLead: false, fromOn },
      });
    const [twin] = await database.transaction((tx) => insertPersons(tx, [{ name: 'Twin' }]));
    await join('twin', '2026-02-01');
    await join('robin', '2026-05-01');
    await database.query(
      `update person
       set merged_into_person_id = (select robin.person_id from person as robin where robin.slug = 'robin')
       where person_id = $1::bigint`,
      [twin!.personId],
    );

    const { members } = await open('checkout', manager);
    const { before, after } = await manager.call(changeMembership, {
      params: { slug: 'checkout', person: 'robin' },
      body: { kind: 'ended', untilOn: '2026-06-01' },
    });

    expect(members.filter(({ person }) => person.slug === 'robin')).toMatchObject([{ fromOn: '2026-02-01' }]);
    expect(before).toMatchObject([{ fromOn: '2026-02-01' }]);
    expect(after).toMatchObject([{ fromOn: '2026-02-01', untilOn: '2026-06-01' }]);
  });

  it('are found by name where somebody may add them', async () => {
    const { people, total } = await manager.call(listTeamCandidates, {
      params: { slug: 'commerce' },
      query: { q: 'ROB' },
    });

    expect([people, total]).toEqual([[{ slug: 'robin', name: 'Robin', logins: [] }], 1]);
  });

  it('are changed by those who lead the team, and by nobody else who is a member here', async () => {
    const params = { slug: 'commerce', person: 'sam' };
    const body = { kind: 'member', part: 'viewer', isLead: false, fromOn: '2026-01-01' } as const;
    const attempt = (reader: typeof lead) => refused(reader.call(changeMembership, { params, body }));
    const before = await attempt(lead);
    await manager.call(changeMembership, {
      params: { slug: 'commerce', person: 'kim' },
      body: { kind: 'member', part: 'contributor', isLead: true, fromOn: '2026-01-01' },
    });

    expect([before, await attempt(lead), await attempt(stranger)]).toEqual([
      'not-found',
      undefined,
      'not-found',
    ]);
    expect(await open('commerce', lead)).toMatchObject({ mayEdit: true, mayMove: false, isMine: true });
    expect(await open('commerce', stranger)).toMatchObject({ mayEdit: false, mayMove: false });
    expect(
      await refused(
        lead.call(updateTeam, { params: { slug: 'commerce' }, body: { parent: 'team', name: 'X' } }),
      ),
    ).toBe('not-found');
  });
});
