import {
  ApiFailure,
  type AttentionList,
  endSnooze,
  getAgreements,
  getHome,
  listAttention,
  listExceptions,
  setAgreements,
  setGrants,
  setSnooze,
} from '@throughline/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessRoutes } from '../../access/index.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { loadPersonsOfUsers } from '../../people/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { visibilityRoutes } from '../../visibility/index.ts';
import { attentionPageRoutes } from './attention-page.routes.ts';
import { createAttentionWorld } from './testing/attention-world.ts';

const database = await testDatabase();
const world = await createAttentionWorld(database, ['kim', 'robin', 'sam', 'renovate[bot]']);
const api = await startTestApi({
  database,
  routes: () => [
    ...accessRoutes({ database, personOf: loadPersonsOfUsers }),
    ...visibilityRoutes({ database }),
    ...attentionPageRoutes({ database, clock: { now: () => world.now } }),
  ],
});
const administrator = await api.signIn('administrator');
const kim = await api.signIn('member');
const robin = await api.signIn('member');
const stranger = await api.signIn('member');
let payments = 0;

const refused = async (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiFailure ? error.failure.code : String(error)),
  );

const list = (reader: typeof kim, query: Record<string, string> = {}) =>
  reader.call(listAttention, { query });
const numbers = ({ rows }: Pick<AttentionList, 'rows'>) =>
  rows.map(({ number, agreement }) => `${agreement} #${number}`);

beforeAll(async () => {
  await world.tell([
    { number: 1, openedAgo: 40, askedOf: ['robin'], askedAgo: 26 },
    { number: 2, openedAgo: 90, reviews: [{ by: 'robin', ago: 80, state: 'changes-requested' }] },
    { number: 3, openedAgo: 100, reviews: [{ by: 'robin', ago: 60, state: 'approved' }] },
    { number: 4, openedAgo: 30, reviews: [{ by: 'robin', ago: 20 }], comments: [{ by: 'kim', ago: 3 }] },
    { number: 5, openedAgo: 2, lines: 1340 },
    { number: 6, openedAgo: 900, isDraft: true },
    { number: 7, openedAgo: 30, mergedAgo: 5 },
    { number: 8, openedAgo: 50, author: 'renovate[bot]' },
    { number: 9, openedAgo: 200, author: 'sam' },
    { number: 1, repository: 'secret', openedAgo: 300, title: 'Hidden work', askedOf: ['robin'] },
  ]);
  const kimId = await world.addPerson('kim', kim.user.userId);
  await world.addPerson('robin', robin.user.userId);
  payments = await world.addTeam('payments', [kimId]);
  for (const reader of [kim, robin]) {
    await administrator.call(setGrants, {
      params: { userId: reader.user.userId },
      body: { repositoryIds: [world.repositoryOf('api')] },
    });
  }
});

describe('what waits for me', () => {
  it('is what an author can do something about', async () => {
    const mine = await list(kim);

    expect(mine.sentence).toBe('2 things wait for you.');
    expect(numbers(mine)).toEqual(['changes-requested #2', 'not-merged #3']);
    expect(mine.rows[1]!.sentence).toBe(
      'Waiting because it was approved 60 h ago and is not merged. Throughline’s own limit is 48 h; that was 12 h ago. You can merge it on GitHub.',
    );
    expect(mine.others).toBe(3);
  });

  it('is what is asked of a reviewer, and a reply to their review', async () => {
    const mine = await list(robin);

    expect(numbers(mine)).toEqual(['first-review #1', 're-review #4']);
    expect(mine.rows.map(({ cause }) => cause)).toEqual([
      'a review was asked of you 26 h ago',
      'a reply to your review came 3 h ago',
    ]);
  });

  it('opens what waits for others into as many rows', async () => {
    const others = await list(kim, { show: 'others' });

    expect(others.sentence).toBe('3 things of yours wait for others.');
    expect(others.rows).toHaveLength(3);
    expect(others.rows.find(({ number }) => number === 1)?.turnOf).toEqual(['Robin']);
  });

  it('is not known of somebody without a person, and says whom to ask', async () => {
    const { unlinked, rows } = await list(stranger);

    expect(unlinked).toMatchObject({ cause: 'no-person', ask: [expect.any(String)] });
    expect(rows).toEqual([]);
  });
});

describe('what is beyond agreements', () => {
  it('stands by kind in a repository, bots apart, and each count opens as many rows', async () => {
    const all = await list(kim, { repo: 'Acme/API' });

    expect(all.groups).toEqual([
      { group: 'first-review', count: 2 },
      { group: 'changes-requested', count: 1 },
      { group: 'not-merged', count: 1 },
      { group: 'open-too-long', count: 1 },
      { group: 'oversized', count: 1 },
      { group: 'unreviewed', count: 1 },
      { group: 'robots', count: 1 },
    ]);
    expect(all.total).toBe(8);
    for (const { group, count } of all.groups) {
      const only = await list(kim, { repo: 'acme/api', kind: group });
      expect([only.total, only.rows.length]).toEqual([count, count]);
    }
  });

  it('tells those who are asked what they can do, and others that there is nothing', async () => {
    const ask = async (reader: typeof kim) => {
      const { rows } = await list(reader, { repo: 'acme/api', kind: 'first-review' });
      return rows.find(({ number }) => number === 1)?.sentence;
    };

    expect(await ask(robin)).toContain('You can review it on GitHub.');
    expect(await ask(kim)).toContain('Nothing for you to do.');
  });

  it('is of a team what its members wrote', async () => {
    const team = await list(administrator, { team: 'payments' });

    expect(team.rows.some(({ number }) => number === 9)).toBe(false);
    expect(team.of).toMatchObject({ name: 'Payments', hasAgreements: false });
    expect(team.rows.some(({ title }) => title === 'Hidden work')).toBe(true);
    expect((await list(kim, { team: 'payments' })).rows.some(({ title }) => title === 'Hidden work')).toBe(
      false,
    );
  });

  it('names what an address asks and is not understood', async () => {
    const { ignored, total } = await list(kim, { repo: 'acme/api', kind: 'slow', show: 'all' });

    expect(ignored.map(({ name, value }) => [name, value])).toEqual([
      ['show', 'all'],
      ['kind', 'slow'],
    ]);
    expect(total).toBe(8);
  });

  it('does not tell a repository that is not there from one that is not visible', async () => {
    expect(await refused(list(kim, { repo: 'acme/secret' }))).toBe('not-found');
    expect(await refused(list(kim, { repo: 'acme/none' }))).toBe('not-found');
    expect(await refused(list(kim, { team: 'none' }))).toBe('not-found');
  });

  it('leaves out what is excluded, with the reason', async () => {
    await database.query(
      `update pull_request_fact
       set exclusion_kind = 'rule', exclusion_reason = 'Its label is wip.'
       where number = 9`,
    );

    const all = await list(kim, { repo: 'acme/api' });
    const leftOut = await list(kim, { repo: 'acme/api', show: 'left-out' });

    expect([all.total, all.leftOut, leftOut.total]).toEqual([6, 2, 2]);
    expect(leftOut.rows[0]?.leftOutReason).toBe('Its label is wip.');
    await database.query(
      'update pull_request_fact set exclusion_kind = null, exclusion_reason = null where number = 9',
    );
  });
});

describe('somebody whom figures leave out', () => {
  it('has work to do all the same, and is left out of what a repository shows', async () => {
    const exclude = (kind: string | null, reason: string | null) =>
      database.query(
        `update pull_request_fact
         set exclusion_kind = $1::text, exclusion_reason = $2::text
         where number in (2, 3)`,
        [kind, reason],
      );
    await exclude('person', 'Kim is left out of figures.');

    expect((await list(kim)).total).toBe(2);
    expect((await list(kim, { repo: 'acme/api' })).leftOut).toBe(2);
    await exclude(null, null);
  });
});

describe('snoozing', () => {
  const untilAt = () => new Date(world.now.getTime() + 3_600_000).toISOString();
  const give = (number: number) => ({
    repositoryId: world.repositoryOf('api'),
    number,
    agreement: 'not-merged' as const,
    untilAt: untilAt(),
  });

  it('puts off for its reader alone, and brings back', async () => {
    await kim.call(setSnooze, { body: give(3) });

    const mine = await list(kim);
    const snoozed = await list(kim, { show: 'snoozed' });

    expect([mine.total, mine.snoozed, snoozed.total]).toEqual([1, 1, 1]);
    expect(snoozed.rows[0]?.snoozedUntilAt).toBe(untilAt());
    expect((await list(robin, { repo: 'acme/api', kind: 'not-merged' })).total).toBe(1);

    await kim.call(endSnooze, {
      params: { repositoryId: world.repositoryOf('api'), number: 3, agreement: 'not-merged' },
    });
    expect((await list(kim)).total).toBe(2);
  });

  it('ends when something new happens on it', async () => {
    await kim.call(setSnooze, { body: give(3) });
    await world.tell([
      {
        number: 3,
        openedAgo: 100,
        reviews: [
          { by: 'robin', ago: 60, state: 'approved' },
          { by: 'robin', ago: 1, state: 'approved' },
        ],
      },
    ]);

    expect((await list(kim)).total).toBe(2);
  });

  it.each([-1, 0, 367 * 24])('refuses a time %d hours from now', async (hours) => {
    const at = new Date(world.now.getTime() + hours * 3_600_000).toISOString();

    expect(await refused(kim.call(setSnooze, { body: { ...give(2), untilAt: at } }))).toBe('input-invalid');
  });

  it('knows nothing of what its reader may not see', async () => {
    const body = { ...give(1), repositoryId: world.repositoryOf('secret') };

    expect(await refused(kim.call(setSnooze, { body }))).toBe('not-found');
  });
});

describe('working agreements', () => {
  const params = { slug: 'payments' };

  it('are Throughline’s own until a lead or manager sets them', async () => {
    const before = await kim.call(getAgreements, { params });

    expect(before.mayChange).toBe(false);
    expect(before.agreements.every(({ whose }) => whose === 'throughline')).toBe(true);
    expect(await refused(kim.call(setAgreements, { params, body: { limits: {} } }))).toBe('not-found');
    expect((await kim.call(getHome)).teams).toMatchObject([
      { slug: 'payments', hasAgreements: false, total: 0 },
    ]);
  });

  it('make exceptions once they are set, by a lead', async () => {
    await database.query('update team_member set is_lead = true where team_id = $1::bigint', [payments]);

    const set = await kim.call(setAgreements, {
      params,
      body: { limits: { 'first-review': 4, oversized: null, unreviewed: 0 } },
    });
    const found = await kim.call(listExceptions, { params, query: { period: 'last-7-days' } });
    const home = await kim.call(getHome);

    expect(set.agreements.find(({ kind }) => kind === 'first-review')).toMatchObject({
      value: 4,
      whose: 'own',
      setBy: { name: 'Payments' },
      byName: expect.any(String),
      otherwise: { value: 24 },
    });
    expect(found.total).toBe(found.rows.length);
    expect(numbers(found)).toEqual(
      expect.arrayContaining(['first-review #1', 'first-review #3', 'unreviewed #7']),
    );
    expect(
      found.rows.find(({ number, agreement }) => number === 3 && agreement === 'first-review')?.sentence,
    ).toBe('The first review came after 40 h. Payments agreed on 4 h.');
    expect(numbers(home.teams[0]!)).toEqual(['first-review #1', 'unreviewed #7']);
  });

  it('hold in a team below that set none', async () => {
    await world.addTeam('checkout', [], payments);

    const { agreements } = await kim.call(getAgreements, { params: { slug: 'checkout' } });

    expect(agreements[0]).toMatchObject({ value: 4, whose: 'above', setBy: { slug: 'payments' } });
  });

  it('are written down with what they were, and can be taken back', async () => {
    await kim.call(setAgreements, { params, body: { limits: {} } });

    const rows = await database.query<{ detail: unknown }>(
      `select detail from audit_entry where action = 'agreements.changed' order by audit_id desc limit 1`,
    );
    expect(rows[0]?.detail).toEqual({
      before: { 'first-review': 4, oversized: null, unreviewed: 0 },
      after: {},
    });
    expect((await kim.call(listExceptions, { params, query: {} })).sentence).toBe(
      'Payments has agreed on nothing yet, so there are no exceptions.',
    );
  });
});

describe('Home', () => {
  it('says in one sentence what waits', async () => {
    const home = await kim.call(getHome);

    expect(home.sentence).toBe('2 things wait for you.');
    expect(home.mine.total).toBe(home.mine.rows.length);
    expect(home.others).toBe(3);
    expect(home.lastMerged.map(({ number }) => number)).toEqual([7]);
  });

  it('says what keeps it from knowing', async () => {
    expect(await stranger.call(getHome)).toMatchObject({
      sentence: 'What waits for you is not known yet.',
      unlinked: { cause: 'no-person' },
      teams: [],
    });
  });
});
