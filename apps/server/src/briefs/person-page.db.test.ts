import {
  ApiFailure,
  getPersonPage,
  getShippedText,
  listPersonRows,
  listPullRequests,
  listRepositories,
  listReviews,
  updatePerson,
} from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { countRows } from './testing/count-rows.ts';
import { startPersonWorld } from './testing/start-person-world.ts';

const { database, administrator, member, stranger, reviewer } = await startPersonWorld();

const refused = async (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiFailure ? error.failure.code : String(error)),
  );

describe('a person’s page', () => {
  it('says what was shipped and reviewed, in one sentence', async () => {
    const page = await administrator.call(getPersonPage, { params: { slug: 'kim' }, query: {} });

    expect(page.sentence).toBe(
      '3 pull requests shipped, 1 review given, 1 pull request of others unblocked.',
    );
    expect(page.groups.map(({ name, figure }) => [name, figure.value])).toEqual([
      ['acme/api', 2],
      ['acme/secret', 1],
    ]);
    expect(page.given).toMatchObject({ repositories: 1, firstResponse: { n: { value: 1 } } });
  });

  it('counts no review of one’s own pull request', async () => {
    const kim = await administrator.call(getPersonPage, { params: { slug: 'kim' }, query: {} });
    const robin = await administrator.call(getPersonPage, { params: { slug: 'robin' }, query: {} });

    expect(kim.reviews.value).toBe(1);
    expect(robin.reviews.value).toBe(1);
  });

  it.each([
    ['repo', 'kim'],
    ['label', 'kim'],
    ['repo', 'robin'],
    ['label', 'robin'],
  ])('opens every figure into exactly its rows, by %s of %s', async (by, slug) => {
    const page = await administrator.call(getPersonPage, {
      params: { slug },
      query: { by, period: '2026' },
    });
    const figures = [
      page.shipped,
      page.reviews,
      page.unblocked,
      page.given.firstResponse.n,
      ...(page.outside.shipped === undefined ? [] : [page.outside.shipped]),
      page.waiting.forThem.figure,
      page.waiting.forOthers.figure,
      page.kinds.refactor,
      ...page.kinds.parts.map(({ figure }) => figure),
      ...page.groups.map(({ figure }) => figure),
      ...page.weeks.flatMap(({ shipped, reviews }) => [shipped, reviews]),
    ];

    for (const figure of figures) {
      const rows = await countRows(administrator, figure.rows);
      expect([figure.rows, ...rows]).toEqual([figure.rows, figure.value, figure.value]);
    }
    expect(figures.length).toBeGreaterThan(100);
  });

  it('takes an account’s work for theirs only while it was theirs, and keeps it when they leave', async () => {
    const robin = await administrator.call(getPersonPage, { params: { slug: 'robin' }, query: {} });
    const setUntil = (until: string | null) =>
      database.query('update account_link set until_at = $2::timestamptz where account_id = $1::bigint', [
        reviewer,
        until,
      ]);
    await setUntil('2026-10-01T00:00:00Z');
    const dated = await administrator.call(getPersonPage, { params: { slug: 'robin' }, query: {} });
    await setUntil(null);
    await administrator.call(updatePerson, { params: { slug: 'robin' }, body: { leftOn: '2026-11-20' } });
    const left = await administrator.call(getPersonPage, { params: { slug: 'robin' }, query: {} });
    await administrator.call(updatePerson, { params: { slug: 'robin' }, body: { leftOn: null } });

    expect(robin.shipped.value).toBe(1);
    expect(dated.shipped.value).toBe(0);
    expect(left).toMatchObject({ leftOn: '2026-11-20', shipped: { value: 1 }, reviews: { value: 1 } });
  });

  it('finds work outside the repository one usually works in', async () => {
    const page = await administrator.call(getPersonPage, {
      params: { slug: 'kim' },
      query: { period: '2026' },
    });
    const robin = await administrator.call(getPersonPage, { params: { slug: 'robin' }, query: {} });

    expect(page.outside).toMatchObject({ usual: { fullName: 'acme/api' }, shipped: { value: 1 } });
    expect(robin.outside).not.toHaveProperty('usual');
  });

  it('says what waits for whom, in words for its reader', async () => {
    const mine = await member.call(getPersonPage, { params: { slug: 'me' }, query: {} });
    const rows = await administrator.call(listPersonRows, {
      params: { slug: 'kim' },
      query: { figure: 'waiting-for-others' },
    });

    expect(mine.waiting.forThem.figure.value + mine.waiting.forOthers.figure.value).toBeGreaterThan(0);
    expect(rows.rows[0]).toMatchObject({ number: 4, note: expect.stringContaining('Waiting because') });
  });

  it('tells what was shipped as text, only of what the reader sees', async () => {
    const query = { with: 'reviews,unblocked' };
    const mine = await member.call(getShippedText, { params: { slug: 'me' }, query });
    const theirs = await administrator.call(getShippedText, { params: { slug: 'kim' }, query });

    expect(mine.text).toContain('What I shipped');
    expect(mine.text).toContain('acme/api (2)');
    expect(mine.text).toContain('Pull requests of others that moved on (1)');
    expect(JSON.stringify(mine)).not.toMatch(/secret|Hidden/);
    expect(theirs.markdown).toContain('# What Kim shipped');
    expect(theirs.text).toContain('Hidden work');
  });

  it('shows a member only what was granted, and no trace of the rest', async () => {
    const page = await member.call(getPersonPage, { params: { slug: 'me' }, query: {} });
    const { repositories: visible } = await member.call(listRepositories);

    expect(page).toMatchObject({
      isMe: true,
      sentence: '2 pull requests shipped, 1 review given, 1 pull request of others unblocked.',
    });
    expect(page.scope).toEqual({ visibleRepositories: 1, gaps: [], isMoving: false });
    expect(visible.map(({ fullName }) => fullName)).toEqual(['acme/api']);
    expect(JSON.stringify([page, visible])).not.toMatch(/secret|Hidden/);
  });

  it('is not there for others, nor are its lists', async () => {
    expect(await refused(stranger.call(getPersonPage, { params: { slug: 'kim' }, query: {} }))).toBe(
      'not-found',
    );
    expect(await refused(member.call(getPersonPage, { params: { slug: 'robin' }, query: {} }))).toBe(
      'not-found',
    );
    expect(await refused(stranger.call(listPullRequests, { query: { author: 'kim' } }))).toBe('not-found');
    expect(await refused(member.call(listReviews, { query: { reviewer: 'robin' } }))).toBe('not-found');
  });

  it('names a period it did not understand and shows the last 30 days', async () => {
    const page = await administrator.call(getPersonPage, {
      params: { slug: 'kim' },
      query: { period: '2026-11-15..2026-11-01' },
    });

    expect(page.ignored[0]).toMatchObject({ name: 'period', reason: 'It ends before it starts.' });
    expect(page.period.text).toBe('last-30-days');
  });

  it('says when the last merge was where a period is empty', async () => {
    const page = await administrator.call(getPersonPage, {
      params: { slug: 'kim' },
      query: { period: '2026-03' },
    });

    expect(page.lastShippedOn).toBe('2026-01-10');
    expect(page.sentence).toBe('Nothing was merged or reviewed in March 2026.');
  });
});

describe('the list of pull requests', () => {
  it('shows an unknown size as unknown, with the reason, and a gone author as a ghost', async () => {
    const { pullRequests } = await administrator.call(listPullRequests, { query: { state: 'merged' } });
    const unknown = pullRequests.find(
      ({ number, repository }) => number === 3 && repository.fullName === 'acme/api',
    );
    const ghost = pullRequests.find(({ number }) => number === 5);

    expect(unknown).not.toHaveProperty('additions');
    expect(unknown?.sizeReason).toBe('This token may not read it.');
    expect(ghost?.author).toEqual({ login: 'ghost', kind: 'Ghost' });
  });

  it('pages without losing or doubling a row', async () => {
    const { total, pullRequests } = await administrator.call(listPullRequests, { query: {} });

    expect(total).toBe(9);
    expect(
      new Set(pullRequests.map(({ repository, number }) => `${repository.fullName}#${number}`)).size,
    ).toBe(9);
  });

  it('filters by state and repository, and says what it ignored', async () => {
    const { total, ignored } = await administrator.call(listPullRequests, {
      query: { state: 'open', repo: 'ACME/api' },
    });
    const odd = await administrator.call(listPullRequests, {
      query: { state: "'; drop table pull_request; --" },
    });

    expect([total, ignored]).toEqual([1, []]);
    expect(odd.ignored).toHaveLength(1);
    expect(odd.total).toBe(9);
  });
});
