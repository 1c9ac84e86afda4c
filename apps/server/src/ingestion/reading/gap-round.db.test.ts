import { craftRepository } from '@throughline/github-emulator';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { countWhatChanged } from '../completeness/count-completeness.jobs.ts';
import { continueReading } from '../start-reading.sql.ts';
import { type Story, startStory } from '../testing/start-story.ts';
import { beginWeeklyRounds } from './gap-round.sql.ts';
import { loadRepositoriesToLookUp } from './look-again.sql.ts';
import { repairRepository } from './repair-repository.sql.ts';

const database = await testDatabase();

beforeEach(async () => {
  await database.query('truncate gap_round, look_again, repository_sync');
});

const withoutContents = { metadata: 'read', pull_requests: 'read', issues: 'read', members: 'read' } as const;

interface Read {
  readonly story: Story;
  readonly id: number;
}

/** Sixty pull requests, read whole but for what the token may not read. */
async function read(mayReadContents: boolean): Promise<Read> {
  const permissions = mayReadContents ? ({ ...withoutContents, contents: 'read' } as const) : withoutContents;
  const pull = { commits: 1, files: 1, reviews: 0, threads: [] };
  const story = await startStory(
    database,
    {
      sources: [
        craftRepository({
          fullName: 'acme/api',
          admins: ['ada'],
          pulls: Array.from({ length: 60 }, () => pull),
        }),
      ],
    },
    { token: { kind: 'fine-grained', login: 'ada', resourceOwner: 'acme', permissions } },
  );
  await story.discover();
  await story.readAll('api');
  await countWhatChanged(database);
  return { story, id: await story.repositoryId('api') };
}

const grant = ({ emulator }: Story): void => {
  emulator.control.changeToken({
    value: emulator.tokens[0]!.value,
    permissions: { ...withoutContents, contents: 'read' },
  });
};

/** Looks up for as long as anything is due, as the plan does; how many pull requests were asked for. */
async function lookUpAll({ story, id }: Read): Promise<number> {
  const before = story.proxy.passed.length;
  for (let times = 0; (await loadRepositoriesToLookUp(database)).includes(id); times += 1) {
    if (times > 20) throw new Error('Looking up does not come to an end.');
    await story.lookUp('api');
  }
  return story.proxy.passed
    .slice(before)
    .filter(({ operation }) => operation === 'pullRequests')
    .reduce((sum, { variables }) => sum + (variables['ids'] as readonly string[]).length, 0);
}

const countGaps = async ({ id }: Read): Promise<unknown> => {
  const rows = await database.query<{ pulls: number }>(
    `select count(distinct number)::integer as pulls
     from pull_request_part
     where repository_id = $1::bigint
       and reason is not null`,
    [id],
  );
  return rows[0]?.pulls;
};

const repair = ({ story, id }: Read): Promise<void> =>
  database.transaction((tx) => repairRepository(tx, story.deps.jobs, id));

test('Repair goes on until everything that was cut off has been asked for, more than a question holds', async () => {
  const api = await read(true);
  await database.query(
    `update pull_request_part
     set state = 'partial', reason = 'cut-off', held = 0
     where repository_id = $1::bigint and part = 'files'`,
    [api.id],
  );

  await repair(api);
  const asked = await lookUpAll(api);

  expect(asked).toBe(60);
  expect(await countGaps(api)).toBe(0);
});

test('Repair asks now for what waited until tomorrow', async () => {
  const api = await read(true);
  await database.query(
    `update pull_request_part
     set state = 'partial', reason = 'cut-off', held = 0
     where repository_id = $1::bigint and part = 'files' and number = 7`,
    [api.id],
  );
  await database.query(
    `insert into look_again (repository_id, number, asked_at)
     values ($1::bigint, 7, app_now() + interval '1 day')`,
    [api.id],
  );

  await repair(api);

  expect(await lookUpAll(api)).toBe(1);
  expect(await countGaps(api)).toBe(0);
});

test('however often Repair is pressed, what was set aside counts as tried yesterday and not before', async () => {
  const api = await read(true);
  await database.query(
    `insert into quarantined_record (repository_id, data, key, reason, detail)
     values ($1::bigint, 'pull-requests', '7', 'unreadable', 'title: expected a string')`,
    [api.id],
  );

  for (let times = 0; times < 3; times += 1) await repair(api);

  expect(
    await database.query(
      `select tried_at > app_now() - interval '25 hours' as is_of_yesterday
       from quarantined_record
       where repository_id = $1::bigint`,
      [api.id],
    ),
  ).toEqual([{ is_of_yesterday: true }]);
});

test('what the token may still not read is tried with a few and left', async () => {
  const api = await read(false);

  await repair(api);
  const asked = await lookUpAll(api);

  expect(asked).toBe(25);
  expect(await countGaps(api)).toBe(60);
});

test('what the token may read since is asked for to the last when the connection is repaired', async () => {
  const api = await read(false);
  grant(api.story);

  await database.transaction((tx) => continueReading(tx, api.story.deps.jobs, api.story.connectionId));
  const asked = await lookUpAll(api);

  expect(asked).toBe(60);
  expect(await countGaps(api)).toBe(0);
});

test('and by itself a week after it was seen, and a week after each try', async () => {
  const api = await read(false);
  const asked: number[] = [];
  for (const days of [0, 6, 1, 6, 1]) {
    await api.story.clock.shift(days * 24 * 60);
    if (asked.length === 4) grant(api.story);
    await database.transaction((tx) => beginWeeklyRounds(tx));
    asked.push(await lookUpAll(api));
  }

  expect(asked).toEqual([0, 0, 25, 0, 60]);
  expect(await countGaps(api)).toBe(0);
});

test('a weekly round asks for nothing but what was refused', async () => {
  const api = await read(false);
  await database.transaction((tx) => beginWeeklyRounds(tx));
  await database.query(
    `update pull_request_part
     set reason = case when number = 60 then 'forbidden' else 'cut-off' end
     where repository_id = $1::bigint and reason is not null`,
    [api.id],
  );
  await api.story.clock.shift(7 * 24 * 60);

  await database.transaction((tx) => beginWeeklyRounds(tx));

  expect(await lookUpAll(api)).toBe(1);
});
