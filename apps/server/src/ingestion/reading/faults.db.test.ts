import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts, loadSync } from '../testing/load-counts.ts';
import { type Story, startStory } from '../testing/start-story.ts';

const database = await testDatabase();
const acme = (pulls: Parameters<typeof craftRepository>[0]) =>
  craftRepository({ fullName: 'acme/api', admins: ['ada'], ...pulls });

const start = async (pulls: number, constants = {}): Promise<Story> => {
  const story = await startStory(database, { sources: [acme({ pulls })], constants });
  await story.discover();
  return story;
};

const asks = (operation: string) => (passing: { readonly operation: string | undefined }) =>
  passing.operation === operation;

const badGateway = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html>Bad gateway</html>',
};

describe('a page that fails', () => {
  test('is asked for again later, and in halves from the third time on', async () => {
    const story = await start(30);
    const id = await story.repositoryId('api');
    let failures = 0;
    story.proxy.intercept = (passing) => {
      if (passing.operation !== 'pullRequestsPage' || failures === 3) return undefined;
      failures += 1;
      return badGateway;
    };

    const steps = [await story.turn('api'), await story.turn('api'), await story.turn('api')];
    const failed = await loadSync(database, id);
    const end = await story.readAll('api');

    expect(steps.map(({ kind }) => kind)).toEqual(['later', 'later', 'later']);
    expect(failed).toMatchObject({
      failure_code: 'github-server',
      failure_count: 3,
      wait_reason: 'retry',
      page_size: 12,
    });
    expect(end).toEqual({ kind: 'done' });
    expect(await loadSync(database, id)).toMatchObject({
      failure_code: null,
      failure_count: 0,
      held_count: 30,
    });
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 30, reviews: 30, files: 30 });
  });

  test('because it holds too much is asked for in halves at once', async () => {
    const story = await start(30, { resourceLimitNodes: 120 });
    const id = await story.repositoryId('api');

    const first = await story.turn('api');
    const halved = await loadSync(database, id);
    const end = await untilDone(story);

    expect(first.kind).toBe('later');
    expect(halved).toMatchObject({ failure_code: 'github-resource-limit', page_size: 12 });
    expect(end).toEqual({ kind: 'done' });
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 30, reviews: 30, files: 30 });
  });

  test.each([
    ['HTML', { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>Sign in' }],
    [
      'half an answer',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":{"node":{"pull' },
    ],
    [
      'another shape',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":{"node":[]}}' },
    ],
    [
      'a 500',
      { status: 500, headers: { 'content-type': 'application/json' }, body: '{"message":"Server Error"}' },
    ],
    ['a broken connection', { status: 0, body: '' }],
    [
      'less than was promised',
      {
        status: 200,
        headers: { 'content-type': 'application/json', 'content-length': '500' },
        body: '{"data":',
      },
    ],
  ])('with %s leaves nothing half-written', async (_name, instead) => {
    const story = await start(2);
    const id = await story.repositoryId('api');
    story.proxy.intercept = (passing) => (passing.operation === 'pullRequestFiles' ? instead : undefined);

    const step = await story.turn('api');
    const during = await loadCounts(database, id);
    story.proxy.intercept = () => undefined;
    await story.readAll('api');

    expect(step.kind).toBe('later');
    expect(during).toEqual({ pullRequests: 0, reviews: 0, comments: 0, files: 0 });
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 2, files: 2 });
  });

  test('for one pull request alone is gone past, which is kept apart and tried again on demand', async () => {
    const story = await start(3);
    const id = await story.repositoryId('api');
    const askForOne = () =>
      database.query('update repository_sync set page_size = 1 where repository_id = $1::bigint', [id]);
    await askForOne();
    await story.turn('api');
    const [second] = await database.query<{ cursor: string }>(
      'select cursor from repository_sync where repository_id = $1::bigint',
      [id],
    );
    story.proxy.intercept = ({ operation, variables }) =>
      operation === 'pullRequestsPage' && variables['after'] === second!.cursor ? badGateway : undefined;
    const kinds = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await askForOne();
      kinds.push((await story.turn('api')).kind);
    }
    await story.readAll('api');
    const kept = await database.query(
      'select key, reason from quarantined_record where repository_id = $1::bigint and resolved_at is null',
      [id],
    );
    const held = await loadSync(database, id);

    await database.query(`update quarantined_record set tried_at = tried_at - interval '2 days'`);
    await story.lookUp('api');

    expect(kinds).toEqual(['later', 'later', 'again']);
    expect(kept).toEqual([{ key: '2', reason: 'cut-off' }]);
    expect(held).toMatchObject({ is_complete: true, held_count: 2, total: 3 });
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
    expect(await loadSync(database, id)).toMatchObject({ held_count: 3, total: 3 });
    expect(
      await database.query(
        'select from quarantined_record where repository_id = $1::bigint and resolved_at is null',
        [id],
      ),
    ).toEqual([]);
  });

  test('while GitHub answers nothing at all goes past nothing', async () => {
    const story = await start(2);
    const id = await story.repositoryId('api');
    await database.query('update repository_sync set page_size = 1 where repository_id = $1::bigint', [id]);
    story.proxy.intercept = () => badGateway;

    const kinds = [];
    for (let turn = 0; turn < 6; turn += 1) kinds.push((await story.turn('api')).kind);

    expect(new Set(kinds)).toEqual(new Set(['later']));
    expect(
      await database.query('select from quarantined_record where repository_id = $1::bigint', [id]),
    ).toEqual([]);
  });
});

describe('an answer with holes', () => {
  /** GitHub withholds the timeline, and with it the reviews, of the first pull request of a page. */
  const withholdTimeline = (body: string): string => {
    const answer = JSON.parse(body);
    answer.data.node.pullRequests.nodes[0].timelineItems = null;
    const path = ['node', 'pullRequests', 'nodes', 0, 'timelineItems'];
    answer.errors = [
      { type: 'FORBIDDEN', path, message: 'Resource not accessible by personal access token' },
    ];
    return JSON.stringify(answer);
  };

  test('is kept with the hole marked, and deletes nothing of what was there', async () => {
    const story = await start(2);
    const id = await story.repositoryId('api');
    await story.readAll('api');
    story.proxy.change = (passing, body) =>
      asks('pullRequestsPage')(passing) ? withholdTimeline(body.replaceAll('2026-03-', '2026-04-')) : body;
    await database.query(`update repository_sync set phase = 'recent' where repository_id = $1::bigint`, [
      id,
    ]);

    await story.turn('api', true);

    const parts = await database.query(
      `select number, state, reason_code, held
       from v_pull_request_part
       where repository_id = $1::bigint
         and part = 'reviews'
       order by number`,
      [id],
    );
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 2, reviews: 2 });
    expect(parts).toEqual([
      { number: 1, state: 'complete', reason_code: null, held: 1 },
      { number: 2, state: 'unavailable', reason_code: 'forbidden', held: 1 },
    ]);
  });

  test('in the shape of one pull request costs that one only, and what GitHub sent is kept sealed', async () => {
    const story = await start(3);
    const id = await story.repositoryId('api');
    story.proxy.change = (passing, body) =>
      asks('pullRequestsPage')(passing) ? body.replace('"title":"', '"title":7,"x":"') : body;

    const end = await story.readAll('api');

    const [record] = await database.query<{ sample_sealed: string }>(
      'select key, reason, detail, sample_sealed from quarantined_record where repository_id = $1::bigint',
      [id],
    );
    const place = { table: 'quarantined_record', column: 'sample_sealed', row: `${id}/pull-requests/3` };
    expect(end).toEqual({ kind: 'done' });
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 2 });
    expect(record).toMatchObject({
      key: '3',
      reason: 'unreadable',
      detail: expect.stringContaining('title'),
    });
    expect(JSON.parse(story.deps.secretBox.open(record!.sample_sealed, place))).toMatchObject({
      number: 3,
      title: 7,
    });
  });
});

test('a pull request that cannot be stored is found in halves and kept apart', async () => {
  const story = await start(9);
  const id = await story.repositoryId('api');
  story.proxy.change = (passing, body) => {
    if (!asks('pullRequestsPage')(passing)) return body;
    const answer = JSON.parse(body);
    for (const node of answer.data.node.pullRequests.nodes) {
      if (node.number === 5) node.additions = 2 ** 40;
    }
    return JSON.stringify(answer);
  };

  const end = await untilDone(story);

  expect(end).toEqual({ kind: 'done' });
  expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 8, reviews: 8 });
  expect(
    await database.query(
      'select key, reason, detail from quarantined_record where repository_id = $1::bigint',
      [id],
    ),
  ).toEqual([{ key: '5', reason: 'unreadable', detail: expect.stringContaining('defect of Throughline') }]);
});

/** Turns over pages, however often one has to be asked for again. */
async function untilDone(story: Story) {
  for (let turn = 0; turn < 100; turn += 1) {
    const step = await story.turn('api');
    if (step.kind === 'done' || step.kind === 'parked') return step;
  }
  throw new Error('It does not come to an end.');
}
