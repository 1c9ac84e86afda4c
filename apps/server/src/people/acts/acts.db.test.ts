import {
  createPerson,
  createTeam,
  getPerson,
  linkAccount,
  listPeople,
  listRobots,
  mergePeople,
  previewMerge,
  setAccountClass,
  splitPerson,
  undoPersonAct,
  updateLink,
  updatePerson,
} from '@throughline/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { listTestRoutes, openAccessDependencies } from '../../github-access/testing/access-dependencies.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import {
  accountLinkRoutes,
  personActRoutes,
  personRoutes,
  robotRoutes,
  teamRoutes,
  upsertAccounts,
} from '../index.ts';

const database = await testDatabase();
const deps = openAccessDependencies(database, { loopbackOrigins: [] });
const api = await startTestApi({
  database,
  routes: () => [
    ...listTestRoutes(deps),
    ...personRoutes(deps),
    ...accountLinkRoutes(deps),
    ...personActRoutes(deps),
    ...robotRoutes(deps),
    ...teamRoutes(deps),
  ],
});
const administrator = await api.signIn('administrator');
const [host] = await database.query<{ hostId: number }>(
  `insert into host (kind, base_url, name)
   values ('github.com', 'https://github.com', 'github.com')
   returning host_id as "hostId"`,
);
const hostId = host!.hostId;

let githubId = 0;
const addAccount = async (login: string, kind: 'User' | 'Bot' = 'User') => {
  githubId += 1;
  const ids = await upsertAccounts(database, hostId, [
    { githubId, login, kind, observedAt: new Date('2026-11-01') },
  ]);
  return { githubId, accountId: ids.get(githubId)! };
};
const link = (slug: string, account: { githubId: number }, dates = {}) =>
  administrator.call(linkAccount, {
    params: { slug },
    body: { hostId, githubId: account.githubId, ...dates },
  });
const load = (slug: string) => administrator.call(getPerson, { params: { slug } });
const add = (name: string, email?: string) =>
  administrator.call(createPerson, { body: email === undefined ? { name } : { name, email } });
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
const loadOwner = async (accountId: number, at: string) => {
  const [owner] = await database.query<{ slug: string }>(
    `select slug from v_account_person
     where account_id = $1::bigint and $2::timestamptz >= from_at and $2::timestamptz < until_at`,
    [accountId, at],
  );
  return owner?.slug;
};
const countChanges = async (accountId: number) => {
  const rows = await database.query('select from people_change where account_id = $1::bigint', [accountId]);
  return rows.length;
};

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

describe('an account over time', () => {
  it('is one person’s until a day and another’s from the next, and says who has it and since when', async () => {
    const first = await add('First');
    const second = await add('Second');
    const account = await addAccount('passed-on');
    const { links } = await link(first.slug, account);
    const params = { slug: first.slug, accountLinkId: links[0]!.accountLinkId };

    await expect(link(second.slug, account)).rejects.toMatchObject({
      failure: {
        code: 'account-linked-elsewhere',
        message: expect.stringMatching(/^@passed-on is First’s since \d+ \w+ \d{4}\. Unlink it there/),
      },
    });
    await administrator.call(updateLink, { params, body: { fromOn: null, untilOn: '2026-03-31' } });
    const linked = await link(second.slug, account, { fromOn: '2026-04-01' });

    expect(linked.links).toMatchObject([{ fromOn: '2026-04-01' }]);
    expect((await load(first.slug)).links).toMatchObject([{ untilOn: '2026-03-31' }]);
    expect(await loadOwner(account.accountId, '2026-03-31T12:00:00Z')).toBe(first.slug);
    expect(await loadOwner(account.accountId, '2026-04-01T12:00:00Z')).toBe(second.slug);
    await expect(
      administrator.call(updateLink, { params, body: { fromOn: null, untilOn: null } }),
    ).rejects.toMatchObject({ failure: { code: 'account-linked-elsewhere' } });
    await expect(
      administrator.call(updateLink, { params, body: { fromOn: '2026-03-01', untilOn: '2026-02-01' } }),
    ).rejects.toMatchObject({ failure: { code: 'input-invalid' } });
  });

  it('stays with who is gone, whose login is another’s now', async () => {
    const person = await add('Ghost');
    const account = await addAccount('taken-over');
    await link(person.slug, account);

    const successor = await addAccount('taken-over');

    expect(await loadOwner(account.accountId, '2026-11-01')).toBe(person.slug);
    expect(await loadOwner(successor.accountId, '2026-11-01')).toBeUndefined();
  });
});

describe('who leaves', () => {
  it('keeps what was done before in their zone, owns nothing after, and comes back', async () => {
    const person = await add('Leaver');
    const params = { slug: person.slug };
    const account = await addAccount('leaver');
    await link(person.slug, account);
    await administrator.call(updatePerson, {
      params,
      body: { zone: 'America/Los_Angeles', leftOn: '2026-06-30' },
    });

    const owners = [
      await loadOwner(account.accountId, '2026-07-01T06:59:00Z'),
      await loadOwner(account.accountId, '2026-07-01T07:00:00Z'),
    ];
    const left = await administrator.call(listPeople, { query: { state: 'left' } });
    await administrator.call(updatePerson, { params, body: { leftOn: null } });

    expect(owners).toEqual([person.slug, undefined]);
    expect(left).toMatchObject({ total: 1, counts: { here: 0, left: 1 } });
    expect(await loadOwner(account.accountId, '2026-07-02')).toBe(person.slug);
    await expect(
      administrator.call(updatePerson, { params, body: { joinedOn: '2026-07-01', leftOn: '2026-06-01' } }),
    ).rejects.toMatchObject({ failure: { fields: { leftOn: expect.any(String) } } });
  });

  it('is told apart from who is hidden and who is excluded', async () => {
    const hidden = await add('Hidden');
    const excluded = await add('Excluded');
    await administrator.call(updatePerson, { params: { slug: hidden.slug }, body: { isHidden: true } });
    await administrator.call(updatePerson, {
      params: { slug: excluded.slug },
      body: { excludedReason: 'On loan' },
    });

    const here = await administrator.call(listPeople, { query: {} });

    expect(here.people).toMatchObject([{ name: 'Excluded', excludedReason: 'On loan', isNewUnlinked: true }]);
    expect(here.counts).toEqual({
      here: 1,
      linked: 0,
      'not-linked': 1,
      left: 0,
      hidden: 1,
      excluded: 1,
    });
  });
});

describe('bots and AI agents', () => {
  it('are recognised, told apart, and what somebody says comes before', async () => {
    await addAccount('dependabot[bot]', 'Bot');
    await addAccount('copilot-swe-agent');
    const account = await addAccount('release-robot');
    const params = { accountId: account.accountId };

    const said = await administrator.call(setAccountClass, { params, body: { class: 'bot' } });
    const { robots } = await administrator.call(listRobots, { query: {} });
    const back = await administrator.call(setAccountClass, { params, body: { class: null } });

    expect(said).toEqual({ class: 'bot' });
    expect(robots.map((row) => [row.account.login, row.class, row.isSaid])).toEqual([
      ['copilot-swe-agent', 'ai-agent', false],
      ['dependabot[bot]', 'bot', false],
      ['release-robot', 'bot', true],
    ]);
    expect(back).toEqual({ class: 'person', saidBefore: 'bot' });
    expect(await countChanges(account.accountId)).toBe(2);
  });
});
