import {
  createView,
  deleteView,
  listPullRequestRows,
  listViews,
  restoreView,
  updateView,
} from '@throughline/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '../../http/testing/index.ts';
import { startPullsWorld } from '../testing/start-pulls-world.ts';

const { administrator, member, api, database } = await startPullsWorld();
const stranger = await api.signIn('member');

const namesOf = async (reader: typeof member): Promise<readonly string[]> =>
  (await reader.call(listViews)).views.map(({ name }) => name);

beforeAll(async () => {
  await database.query(
    `with reader as (
       insert into person (slug, name, user_id) values ('reader', 'Reader', $1::bigint) returning person_id)
     insert into team_member (team_id, person_id, part, from_on, source)
     select team.team_id, reader.person_id, 'viewer', '2020-01-01'::date, 'hand'
     from reader
     cross join team`,
    [member.user.userId],
  );
});

describe('a saved view', () => {
  test('is its maker’s alone, and can be renamed, deleted and brought back', async () => {
    const { viewId } = await member.call(createView, {
      body: { name: 'Mine', address: '/pulls?state=open&peek=x' },
    });
    const renamed = await member.call(updateView, { params: { viewId }, body: { name: 'Open ones' } });
    await member.call(deleteView, { params: { viewId } });
    const without = await namesOf(member);
    await member.call(restoreView, { params: { viewId } });

    expect(renamed).toMatchObject({ name: 'Open ones', address: '/pulls?state=open', mayEdit: true });
    expect(without).toEqual([]);
    expect(await namesOf(member)).toEqual(['Open ones']);
    expect(await namesOf(stranger)).toEqual([]);
    expect(await codeOf(stranger.call(updateView, { params: { viewId }, body: { name: 'x' } }))).toBe(
      'not-found',
    );
  });

  test('of a team is for its people, who cannot change it, and names no repository that they do not see', async () => {
    await administrator.call(createView, {
      body: { name: 'Team', address: '/pulls?repo=acme/api&repo=acme/web', team: 'payments' },
    });

    const { views } = await member.call(listViews);
    const view = views.find(({ name }) => name === 'Team');
    expect(view).toMatchObject({
      address: '/pulls?repo=acme/api&repo=not-visible',
      isPartlyHidden: true,
      mayEdit: false,
      team: { slug: 'payments', name: 'Payments' },
    });
    expect(JSON.stringify(views)).not.toContain('acme/web');
    expect(await namesOf(stranger)).toEqual([]);
    expect(await codeOf(member.call(deleteView, { params: { viewId: view!.viewId } }))).toBe('not-found');
  });

  test('whose repository is hidden says so for that filter, and cannot be saved over', async () => {
    const { nothingSeen, pullRequests } = await member.call(listPullRequestRows, {
      query: { repo: 'not-visible' },
    });
    const saving = member.call(createView, { body: { name: 'x', address: '/pulls?repo=not-visible' } });

    expect({ nothingSeen, pullRequests }).toEqual({
      nothingSeen: [{ name: 'repo', value: 'not-visible' }],
      pullRequests: [],
    });
    expect(await codeOf(saving)).toBe('input-invalid');
  });

  test('can be pinned where it is a team’s, one at a time', async () => {
    const make = (name: string) =>
      administrator.call(createView, { body: { name, address: '/pulls', team: 'payments' } });
    const [first, second] = [await make('First'), await make('Second')];
    for (const { viewId } of [first, second]) {
      await administrator.call(updateView, { params: { viewId }, body: { isPinned: true } });
    }

    const { views } = await administrator.call(listViews);
    expect(views.filter(({ isPinned }) => isPinned).map(({ name }) => name)).toEqual(['Second']);
  });

  test.each(['https://example.com/', '//example.com', '/api/users', 'javascript:alert(1)', '/pulls?a b'])(
    'is no other address than one of ours: %s',
    async (address) => {
      expect(await codeOf(member.call(createView, { body: { name: 'x', address } }))).toBe('input-invalid');
    },
  );
});
