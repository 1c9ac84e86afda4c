import {
  type ApiFailure,
  countPullRequests,
  listPullRequestRows,
  listPullRequests,
  listPullRequestValues,
  type RouteCall,
} from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { startPullsWorld } from '../testing/start-pulls-world.ts';

const { administrator, member, database, repositories } = await startPullsWorld();

type Query = NonNullable<RouteCall<typeof listPullRequestRows>['query']>;

const numbers = async (query: Query, reader = administrator): Promise<readonly number[]> =>
  (await reader.call(listPullRequestRows, { query })).pullRequests.map(({ number }) => number);

describe('the list of pull requests', () => {
  test.each<[string, Query, readonly number[]]>([
    ['everything, newest first', {}, [4, 6, 5, 3, 2, 1]],
    ['either state', { state: ['open', 'draft'] }, [4, 3, 2]],
    ['no state', { state: '-merged' }, [4, 5, 3, 2]],
    ['merged, by the merge', { state: 'merged' }, [6, 1]],
    ['a repository', { repo: 'acme/web' }, [6, 5]],
    ['an owner but one', { repo: ['acme/*', '-acme/web'] }, [4, 3, 2, 1]],
    ['a person', { author: 'kim' }, [4, 5, 2, 1]],
    ['me', { author: '@me' }, [4, 5, 2, 1]],
    ['a login', { author: '@robin' }, [3]],
    ['a bot', { author: '@renovate[bot]' }, [6]],
    ['not a person', { author: '-kim' }, [6, 3]],
    ['a reviewer', { reviewer: '@robin' }, [4]],
    ['an assignee', { assignee: '@robin' }, [2]],
    ['not an assignee', { assignee: '-@robin' }, [4, 6, 5, 3, 1]],
    ['no assignee', { no: 'assignee' }, [4, 6, 5, 3, 1]],
    ['whoever wrote, is assigned to or reviewed it', { involves: '@robin' }, [4, 3, 2]],
    ['me among those who had to do with it', { involves: '@me' }, [4, 6, 5, 2, 1]],
    ['nothing somebody had to do with', { involves: '-@robin' }, [6, 5, 1]],
    ['one involved and another not', { involves: ['@me', '-@robin'] }, [6, 5, 1]],
    ['my team, by the day of the end', { team: 'payments' }, [2, 1]],
    ['not the team', { team: '-payments' }, [4, 6, 5, 3]],
    ['any label', { label: ['bug', 'wip'] }, [5, 2, 1]],
    ['a label and not another', { label: ['bug', '-wip'] }, [1]],
    ['no label', { no: 'label' }, [4, 6, 3]],
    ['words with signs of patterns', { q: '100% payouts' }, [2]],
    ['a number', { q: '#3' }, [3]],
    ['days', { created: '2026-11-03..2026-11-05' }, [5, 3]],
    ['a period of the merge', { state: 'merged', period: '2026-11-15..2026-11-20' }, [6]],
    ['a period of the opening', { period: '2026-11-05..2026-11-06' }, [6, 5]],
    ['by size', { sort: 'size-desc' }, [3, 1, 2, 6, 5, 4]],
    ['by merge with those that have none last', { sort: 'merged-asc' }, [1, 6, 2, 3, 4, 5]],
    ['together by repository', { group: 'repo' }, [4, 3, 2, 1, 6, 5]],
    ['what does not exist', { repo: 'acme/nothing' }, []],
  ])('has %s', async (_, query, expected) => {
    const found = await numbers(query);

    expect(found).toEqual(expected);
  });

  test.each<Query>([
    {},
    { state: 'merged' },
    { sort: 'size-asc' },
    { sort: 'merged-desc' },
    { sort: 'cycle-asc' },
    { group: 'repo', sort: 'created-asc' },
    { group: 'author' },
    { group: 'state', sort: 'updated-desc' },
  ])('is the same page by page for %j', async (query) => {
    const paged: number[] = [];
    let after: string | undefined;
    do {
      const page = await administrator.call(listPullRequestRows, { query: { ...query, limit: 2, after } });
      paged.push(...page.pullRequests.map(({ number }) => number));
      after = page.next;
    } while (after !== undefined);

    expect(paged).toEqual(await numbers(query));
  });

  test('counts what it lists, in all and by state', async () => {
    const query = { author: 'kim', period: '2026-11-01..2026-11-20' };

    const counts = await administrator.call(countPullRequests, { query });
    const listed = await administrator.call(listPullRequests, { query });

    expect([counts.total, listed.total]).toEqual([3, 3]);
    for (const state of ['open', 'draft', 'merged', 'closed'] as const) {
      expect(counts.states[state]).toBe((await numbers({ ...query, state })).length);
    }
  });

  test('names what it does not understand, and asks for the rest', async () => {
    const { ignored, pullRequests } = await administrator.call(listPullRequestRows, {
      query: { state: ['open', 'lost'], period: '2026-11-15..2026-11-01' },
    });

    expect(ignored.map(({ name }) => name).toSorted()).toEqual(['period', 'state']);
    expect(pullRequests.map(({ number }) => number)).toEqual([4, 2]);
  });

  test('betrays nothing: what is hidden answers like what does not exist', async () => {
    const hidden = await member.call(listPullRequestRows, { query: { repo: 'acme/web' } });
    const none = await member.call(listPullRequestRows, { query: { repo: 'acme/nothing' } });

    expect({ ...hidden, nothingSeen: [] }).toEqual({ ...none, nothingSeen: [] });
    expect(hidden.nothingSeen).toEqual([{ name: 'repo', value: 'acme/web' }]);
    expect(await numbers({}, member)).toEqual([4, 3, 2, 1]);
  });

  test('offers the labels and branches of what its reader sees', async () => {
    const offered = async (name: 'label' | 'base', reader = administrator) =>
      (await reader.call(listPullRequestValues, { query: { name } })).values;

    expect(await offered('label')).toHaveLength(2);
    expect(await offered('base')).toHaveLength(1);
    await database.query(
      `update pull_request
       set base_ref = 'release'
       where repository_id = $1::bigint
         and number = 5`,
      [repositories.get('web')],
    );
    expect(await offered('base')).toContain('release');
    expect(await offered('base', member)).not.toContain('release');
  });

  test('refuses a place in it that it never gave', async () => {
    const response = await administrator.fetch('/api/pulls/rows?after=somewhere');

    expect(response.status).toBe(422);
  });

  test('is not found by an author whose page is not open, whether there is one or not', async () => {
    for (const author of ['kim', 'nobody']) {
      const refused = await member
        .call(listPullRequestRows, { query: { author } })
        .catch((error: unknown) => error);

      expect((refused as ApiFailure).failure.code).toBe('not-found');
    }
  });
});

describe('its file', () => {
  test.each([
    '/api/pulls.csv',
    '/api/pulls.csv?state=merged',
    '/api/pulls.csv?sort=size-asc&label=bug',
    '/api/pulls.csv?sort=cycle-desc',
  ])('%s has exactly the rows of the list, in its order', async (path) => {
    const response = await administrator.fetch(path);
    const [head, ...lines] = (await response.text()).trimEnd().split('\r\n');
    const listed = await numbers(Object.fromEntries(new URL(path, 'http://x').searchParams) as Query);

    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(head?.split(',').slice(0, 4)).toEqual(['host', 'repository', 'number', 'title']);
    expect(lines.map((line) => Number(line.split(',')[2]))).toEqual(listed);
  });

  test('is JSON of the same rows', async () => {
    const response = await administrator.fetch('/api/pulls.json?repo=acme/web');

    const { pullRequests } = await administrator.call(listPullRequestRows, { query: { repo: 'acme/web' } });
    expect(await response.json()).toEqual(pullRequests);
  });

  test('is an empty list where nothing matches', async () => {
    expect(await (await administrator.fetch('/api/pulls.json?repo=acme/nothing')).json()).toEqual([]);
  });

  test('holds only what its reader sees', async () => {
    const text = await (await member.fetch('/api/pulls.csv')).text();

    expect(text).not.toContain('acme/web');
  });

  test('is refused where a filter is not understood', async () => {
    const response = await administrator.fetch('/api/pulls.csv?period=2026-11-15..2026-11-01');

    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining('ends before'),
    });
  });
});
