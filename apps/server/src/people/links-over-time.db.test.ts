import { listPeople, listRobots, setAccountClass, updateLink, updatePerson } from '@throughline/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { robotRoutes } from './index.ts';
import { startPeopleWorld } from './testing/start-people-world.ts';

const {
  database,
  administrator,
  addAccount,
  addPerson: add,
  loadPerson: load,
  link,
  loadOwner,
  countChanges,
} = await startPeopleWorld((deps) => robotRoutes(deps));

beforeEach(async () => {
  await database.query('delete from person');
  await database.query('delete from account');
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
