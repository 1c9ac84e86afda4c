import {
  createTeam,
  mergePeople,
  previewMerge,
  splitPerson,
  undoPersonAct,
  updatePerson,
} from '@throughline/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { personActRoutes, teamRoutes } from '../index.ts';
import { startPeopleWorld } from '../testing/start-people-world.ts';

const {
  database,
  api,
  administrator,
  addAccount,
  addPerson: add,
  loadPerson: load,
  link,
  loadOwner,
  countChanges,
} = await startPeopleWorld((deps) => [...personActRoutes(deps), ...teamRoutes(deps)]);
const undo = (personActId: number) => administrator.call(undoPersonAct, { params: { personActId } });
/** Everything that says whose what is. */
const loadAll = () =>
  database.query(`
    select 'link' as what, person_id, account_id as of, from_at, until_at, unlinked_at from account_link
    union all
    select 'email ' || email, person_id, null, null, null, null from person_email
    union all
    select 'main ' || coalesce(email, '-') || coalesce(user_id::text, ''), person_id, merged_into_person_id, null, null, null
    from person
    order by 1, 2, 3`);

beforeEach(async () => {
  await database.query('delete from person_act');
  await database.query('delete from team');
  await database.query('delete from person');
  await database.query('delete from account');
});

describe('merging', () => {
  it('moves what is previewed, leads the old address on, and is undone exactly', async () => {
    const into = await add('Kim', 'kim@acme.com');
    const from = await add('Kim Twice', 'k@home.org');
    const account = await addAccount('kim-2');
    await link(into.slug, await addAccount('kim-1'));
    await link(from.slug, account);
    const user = await api.signIn('member');
    await administrator.call(updatePerson, {
      params: { slug: from.slug },
      body: { emails: ['kim@acme.com', 'old@acme.com'], userId: user.user.userId },
    });
    const team = await administrator.call(createTeam, { body: { name: 'Core' } });
    await database.query(
      `insert into team_member (team_id, person_id, part, from_on, source)
       values ($1::bigint, $2::bigint, 'contributor', '2026-01-01', 'hand')`,
      [team.teamId, from.personId],
    );
    const before = await loadAll();
    const changesBefore = await countChanges(account.accountId);

    const preview = await administrator.call(previewMerge, {
      params: { slug: from.slug },
      query: { into: into.slug },
    });
    const { person, personActId } = await administrator.call(mergePeople, {
      params: { slug: from.slug },
      body: { into: into.slug },
    });
    const between = {
      byOldAddress: await load(from.slug),
      owner: await loadOwner(account.accountId, '2026-01-01'),
      members: await database.query('select person_id from v_team_member'),
    };
    await undo(personActId);

    expect(preview).toMatchObject({
      accounts: [{ login: 'kim-2' }],
      emails: ['k@home.org', 'old@acme.com'],
      teams: ['Core'],
      user: user.user.email,
    });
    expect(person.links.map(({ account: { login } }) => login).toSorted()).toEqual(['kim-1', 'kim-2']);
    expect(person.emails).toEqual(['k@home.org', 'old@acme.com']);
    expect(person.acts[0]).toMatchObject({ text: 'Kim Twice was merged into Kim.', isUndone: false });
    expect(between).toMatchObject({
      byOldAddress: { slug: into.slug },
      owner: into.slug,
      members: [{ person_id: into.personId }],
    });
    expect(await loadAll()).toEqual(before);
    expect(await countChanges(account.accountId)).toBe(changesBefore + 2);
  });

  it('goes on over several, and is undone from the last one back', async () => {
    const [one, two, three] = [await add('One'), await add('Two'), await add('Three')];
    await link(one.slug, await addAccount('first'));
    const before = await loadAll();
    const merge = (slug: string, into: string) =>
      administrator.call(mergePeople, { params: { slug }, body: { into } });

    const first = await merge(one.slug, two.slug);
    const second = await merge(two.slug, three.slug);

    expect((await load(one.slug)).slug).toBe(three.slug);
    await expect(undo(first.personActId)).rejects.toMatchObject({ failure: { code: 'undo-refused' } });
    await undo(second.personActId);
    expect((await load(one.slug)).slug).toBe(two.slug);
    await undo(first.personActId);
    expect(await loadAll()).toEqual(before);
  });

  it('is refused for the same person and for two who both sign in', async () => {
    const one = await add('One');
    const two = await add('Two');
    for (const { slug } of [one, two]) {
      const { user } = await api.signIn('member');
      await administrator.call(updatePerson, { params: { slug }, body: { userId: user.userId } });
    }
    const merge = (slug: string, into: string) =>
      administrator.call(mergePeople, { params: { slug }, body: { into } });

    await expect(merge(one.slug, one.slug)).rejects.toMatchObject({ failure: { code: 'merge-refused' } });
    await expect(merge(one.slug, two.slug)).rejects.toMatchObject({
      failure: { message: expect.stringContaining('Untie one of them') },
    });
  });
});

describe('splitting', () => {
  it('takes accounts and addresses out into a new person, and is undone exactly', async () => {
    const both = await add('Both', 'one@acme.com');
    await administrator.call(updatePerson, {
      params: { slug: both.slug },
      body: { emails: ['two@acme.com'] },
    });
    const account = await addAccount('two');
    await link(both.slug, await addAccount('one'));
    const { links } = await link(both.slug, account);
    const before = await loadAll();

    const { person, personActId } = await administrator.call(splitPerson, {
      params: { slug: both.slug },
      body: {
        name: 'Second',
        accountLinkIds: [links.find((each) => each.account.login === 'two')!.accountLinkId],
        emails: ['one@acme.com', 'two@acme.com'],
      },
    });
    const owner = await loadOwner(account.accountId, '2026-01-01');
    const left = await load(both.slug);
    await undo(personActId);

    expect(person).toMatchObject({ name: 'Second', email: 'one@acme.com', emails: ['two@acme.com'] });
    expect(owner).toBe('second');
    expect(left).toMatchObject({ emails: [], links: [{ account: { login: 'one' } }] });
    expect(await loadAll()).toEqual(before);
  });

  it('is not undone once the new person has got more', async () => {
    const both = await add('Both');
    const { links } = await link(both.slug, await addAccount('one'));
    const { person, personActId } = await administrator.call(splitPerson, {
      params: { slug: both.slug },
      body: { name: 'Second', accountLinkIds: [links[0]!.accountLinkId], emails: [] },
    });

    await link(person.slug, await addAccount('more'));

    await expect(undo(personActId)).rejects.toMatchObject({ failure: { code: 'undo-refused' } });
    expect((await load(person.slug)).links).toHaveLength(2);
  });
});
