import {
  acceptSuggestions,
  addMembers,
  getPerson,
  listPeople,
  listSuggestions,
  listUnlinked,
  makePeople,
  previewMembers,
  rejectSuggestion,
  setAccountClass,
  setDomains,
  undoPersonAct,
  undoRejection,
  unlinkAccount,
} from '@throughline/contract';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { upsertAccounts } from '../people/index.ts';
import { startIdentityWorld } from './testing/start-identity-world.ts';

const { database, emulator, administrator, hostId, otherHostId, addAccount, addPerson, close } =
  await startIdentityWorld();

afterAll(close);

beforeEach(async () => {
  await database.query('delete from person_act');
  await database.query('delete from person');
  await database.query('delete from account');
  await database.query('delete from verified_domain');
});

const list = () => administrator.call(listSuggestions);
const loadLogins = async (slug: string) =>
  (await administrator.call(getPerson, { params: { slug } })).links.map(({ account }) => account.login);

describe('suggestions', () => {
  it('are certain by addresses that GitHub joined, across hosts and through accounts that are linked', async () => {
    const kim = await addPerson('Kim Example', 'kim@acme.com');
    await addAccount('kim-at-work', { emails: ['kim@acme.com', 'kim@home.org'] });

    await administrator.call(acceptSuggestions, { body: { allCertain: true } });
    await addAccount('kim-on-com', { emails: ['kim@home.org'], host: otherHostId });
    const { suggestions } = await list();

    expect(await loadLogins(kim.slug)).toEqual(['kim-at-work']);
    expect(suggestions).toMatchObject([
      { person: { slug: kim.slug }, isCertain: true, accounts: [{ login: 'kim-on-com' }] },
    ]);
    expect(suggestions[0]?.evidence[0]?.text).toContain('@kim-at-work');
  });

  it('keep everybody called dave apart, and find one whole name once, to be looked at', async () => {
    await addPerson('dave');
    await addPerson('Dave');
    for (const login of ['d1', 'd2', 'd3']) await addAccount(login, { name: 'dave' });
    await addPerson('Robin Larsson');
    await addAccount('rl-77', { name: 'Robin Larsson' });
    await addPerson('Twice Named');
    await addAccount('t1', { name: 'Twice Named' });
    await addAccount('t2', { name: 'Twice Named' });

    const { suggestions, certain } = await list();

    expect(certain).toBe(0);
    expect(suggestions.map(({ name, accounts }) => [name, accounts.map(({ login }) => login)])).toEqual([
      ['Robin Larsson', ['rl-77']],
    ]);
  });

  it('know both forms of GitHub’s own addresses, on the right host', async () => {
    const accountId = await addAccount('sam', { host: otherHostId });
    const [{ githubId }] = (await database.query<{ githubId: number }>(
      'select github_id as "githubId" from account where account_id = $1::bigint',
      [accountId],
    )) as [{ githubId: number }];
    await addPerson('By Id', `${githubId}+old-name@users.noreply.github.com`);
    await addAccount('lee', { host: otherHostId });
    await addPerson('By Login', 'lee@users.noreply.github.com');
    await addAccount('kay', { host: hostId });
    await addPerson('Elsewhere', 'kay@users.noreply.github.com');

    const { suggestions } = await list();

    expect(suggestions.map(({ name, isCertain, accounts }) => [name, isCertain, accounts[0]?.login])).toEqual(
      [
        ['By Id', true, 'sam'],
        ['By Login', false, 'lee'],
      ],
    );
  });

  it('make people of who has an address at a domain of our own, and leave programs out', async () => {
    await administrator.call(setDomains, { body: { domains: ['acme.com'] } });
    await addAccount('newcomer', { name: 'New Comer', emails: ['new@acme.com'] });
    await addAccount('renovate-bot', { emails: ['renovate@acme.com'] });

    const accepted = await administrator.call(acceptSuggestions, { body: { allCertain: true } });
    const { people } = await administrator.call(listPeople, { query: {} });

    expect(accepted).toMatchObject({ linkedAccounts: 1, madePeople: 1 });
    expect(people).toMatchObject([{ name: 'New Comer', accounts: [{ login: 'newcomer' }] }]);
  });

  it('accepted together are undone together, and are suggested again', async () => {
    const kim = await addPerson('Kim Example', 'kim@acme.com');
    await addAccount('kim', { emails: ['kim@acme.com'] });
    await administrator.call(setDomains, { body: { domains: ['acme.com'] } });
    await addAccount('newcomer', { emails: ['new@acme.com'] });
    const before = await list();

    const { personActId } = await administrator.call(acceptSuggestions, { body: { allCertain: true } });
    const between = await list();
    await administrator.call(undoPersonAct, { params: { personActId: personActId! } });

    expect(before.certain).toBe(2);
    expect(between.total).toBe(0);
    expect(await list()).toEqual(before);
    expect((await administrator.call(listPeople, { query: {} })).people).toMatchObject([{ slug: kim.slug }]);
    await expect(
      administrator.call(undoPersonAct, { params: { personActId: personActId! } }),
    ).rejects.toMatchObject({ failure: { code: 'undo-refused' } });
  });

  it('rejected stay rejected until that is undone; so does what was unlinked', async () => {
    const kim = await addPerson('Kim Example', 'kim@acme.com');
    await addAccount('kim', { emails: ['kim@acme.com'] });
    const [suggestion] = (await list()).suggestions;

    const { rejectionIds } = await administrator.call(rejectSuggestion, { body: { key: suggestion!.key } });
    const rejected = await list();
    await administrator.call(undoRejection, { body: { rejectionIds } });
    await administrator.call(acceptSuggestions, { body: { keys: [suggestion!.key] } });
    const { links } = await administrator.call(getPerson, { params: { slug: kim.slug } });
    await administrator.call(unlinkAccount, {
      params: { slug: kim.slug, accountLinkId: links[0]!.accountLinkId },
    });

    expect(rejected.total).toBe(0);
    expect(links).toHaveLength(1);
    expect((await list()).total).toBe(0);
  });

  it('stay with an account that was renamed, and know a login that was registered anew as another account', async () => {
    const kim = await addPerson('Kim Example', 'kim@acme.com');
    const accountId = await addAccount('kim', { emails: ['kim@acme.com'] });
    await administrator.call(acceptSuggestions, { body: { allCertain: true } });
    const [row] = await database.query<{ githubId: number }>(
      'select github_id as "githubId" from account where account_id = $1::bigint',
      [accountId],
    );

    await upsertAccounts(database, hostId, [
      { githubId: row!.githubId, login: 'kim-renamed', kind: 'User', observedAt: new Date('2026-11-02') },
    ]);
    await addAccount('kim');

    expect(await loadLogins(kim.slug)).toEqual(['kim-renamed']);
    expect((await list()).total).toBe(0);
  });
});

describe('the members of an organisation', () => {
  it('become people by one click, previewed, once', async () => {
    const ada = await addPerson('Ada Novak');
    await administrator.call(setAccountClass, {
      params: { accountId: await addAccount('unused') },
      body: { class: 'bot' },
    });
    const params = { name: 'acme' };

    const preview = await administrator.call(previewMembers, { params });
    const added = await administrator.call(addMembers, { params });
    const again = await administrator.call(addMembers, { params });
    const after = await administrator.call(previewMembers, { params });

    expect(preview.members.map(({ login, does }) => [login, does])).toEqual([
      ['ada', 'adds'],
      ['bob', 'adds'],
      ['renovate-bot', 'apart'],
    ]);
    expect(added).toMatchObject({ madePeople: 2, linkedAccounts: 2 });
    expect(again).toEqual({ madePeople: 0, linkedAccounts: 0 });
    expect(after.members.map(({ does }) => does)).toEqual(['here', 'here', 'apart']);
    expect(await loadLogins(ada.slug)).toEqual([]);
  });
});

describe('verified addresses of members', () => {
  const params = { name: 'acme' };
  const verify = (...verifiedDomains: string[]) =>
    emulator.control.setPolicy({ organisation: 'acme', verifiedDomains });
  const read = () => administrator.call(previewMembers, { params });
  const suggest = async () =>
    (await list()).suggestions.map(({ name, isCertain, evidence }) => [name, isCertain, evidence[0]]);
  const cause = {
    kind: 'verified-email',
    text: 'Verified e-mail of acme.com, from GitHub: bob@acme.com.',
  };

  it('are proof whose an account is, and make a person of whom nobody has entered', async () => {
    verify('acme.com');
    const { verifiedEmails } = await read();
    const made = await suggest();
    const bob = await addPerson('Robert', 'bob@acme.com');
    const known = await suggest();
    const { members } = await read();
    await administrator.call(addMembers, { params });

    expect(verifiedEmails).toBe(1);
    expect(made).toEqual([['Bob', true, cause]]);
    expect(known).toEqual([['Robert', true, cause]]);
    expect(members.find(({ login }) => login === 'bob')).toMatchObject({
      does: 'links',
      person: { slug: bob.slug },
    });
    expect((await administrator.call(getPerson, { params: { slug: bob.slug } })).links).toMatchObject([
      { account: { login: 'bob' }, evidence: [cause] },
    ]);
  });

  it('are withdrawn once GitHub no longer tells them, and told again', async () => {
    verify('acme.com');
    await read();
    verify('other.example');
    await read();
    const withdrawn = await suggest();
    verify('acme.com');
    await read();
    const again = await suggest();

    expect(withdrawn).toEqual([]);
    expect(again).toHaveLength(1);
  });

  it('stay as they were told where GitHub does not tell this time', async () => {
    verify('acme.com');
    await read();
    emulator.control.changeToken({ value: 'ghp_ada', scopes: ['repo', 'read:org'] });
    const { verifiedEmails, members } = await read();
    const kept = await suggest();
    emulator.control.changeToken({ value: 'ghp_ada', scopes: ['repo', 'read:org', 'user:email'] });

    expect(verifiedEmails).toBeUndefined();
    expect(members).toHaveLength(3);
    expect(kept).toEqual([['Bob', true, cause]]);
  });
});

describe('accounts of nobody', () => {
  it('become people named as GitHub names them, and not twice', async () => {
    const accountId = await addAccount('solo', { name: 'Solo Player' });

    const made = await administrator.call(makePeople, { body: { accountIds: [accountId] } });

    expect(made).toMatchObject({ madePeople: 1, linkedAccounts: 1 });
    expect(await loadLogins('solo-player')).toEqual(['solo']);
    await expect(administrator.call(makePeople, { body: { accountIds: [accountId] } })).rejects.toMatchObject(
      {
        failure: {
          code: 'account-linked-elsewhere',
          message: expect.stringContaining('@solo is Solo Player’s since'),
        },
      },
    );
    expect((await administrator.call(listPeople, { query: {} })).total).toBe(1);
  });

  it('are those of the repositories that the reader sees', async () => {
    const { accounts, visibleRepositories } = await administrator.call(listUnlinked, { query: {} });

    expect({ accounts, visibleRepositories }).toEqual({ accounts: [], visibleRepositories: 0 });
  });
});
