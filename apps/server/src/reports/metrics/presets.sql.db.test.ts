import { beforeEach, expect, test } from 'vitest';
import { createTestUser } from '../../access/testing/test-users.ts';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { rebuildFacts } from '../facts/renew-facts.sql.ts';
import { measureMetric } from './metric-figures.sql.ts';
import { openMetric } from './open-metric.sql.ts';
import { toMetricAnswer } from './to-metric-answer.ts';

const database = await testDatabase();
const reader = { ...(await createTestUser(database, 'administrator')), sessionId: '' };
const { hostId, organisationId } = await seedOrganisation(database);
await database.query(
  `insert into account (host_id, github_id, login, kind, observed_at)
   select $1::bigint, place, 'engineer-' || place, 'User', app_now() from generate_series(1, 2) as place`,
  [hostId],
);
await database.query(
  `insert into repository (
     host_id, organisation_id, github_id, node_id, owner_login, name, visibility, is_archived, is_fork,
     source_version, observed_at)
   values ($1::bigint, $2::bigint, 1, 'R', 'acme', 'api', 'private', false, false, app_now(), app_now())`,
  [hostId, organisationId],
);

/** A merged pull request: its events in seconds from its opening, three days ago. */
interface Example {
  readonly commit: number;
  readonly merge: number;
  readonly response?: number;
  readonly approval?: number;
  readonly ownComment?: number;
  readonly ready?: number;
}

const opened = `(date_trunc('hour', app_now()) - interval '3 days')`;

beforeEach(async () => {
  await database.query('delete from pull_request');
  await database.query('delete from git_commit');
  await database.query('delete from pull_request_fact');
});

async function add(number: number, example: Example): Promise<void> {
  const at = (seconds: string) => `${opened} + ${seconds} * interval '1 second'`;
  await database.query(
    `insert into pull_request (
       repository_id, number, github_id, node_id, title, body_length, state, is_draft, author_account_id, created_at,
       closed_at, merged_at, base_ref, head_ref, is_cross_repository, source_version, observed_at)
     select repository_id, $1::integer, $1::integer, 'P', 'x', 1, 'merged', false, account_id, ${opened},
       ${at('$2::integer')}, ${at('$2::integer')}, 'main', 'x', false, app_now(), app_now()
     from repository cross join account where account.github_id = 1`,
    [number, example.merge],
  );
  await database.query(
    `with made as (
       insert into git_commit (repository_id, oid, authored_at, committed_at, message_length, observed_at)
       select repository_id, lpad($1::text, 40, '0'), ${at('$2::integer')}, ${at('$2::integer')}, 1, app_now()
       from repository
       returning repository_id, oid)
     insert into pull_request_commit (repository_id, number, oid, position, seen_version)
     select repository_id, $1::integer, oid, 1, app_now() from made`,
    [number, example.commit],
  );
  await addReview(number * 10, number, { by: 2, state: 'commented', at: example.response });
  await addReview(number * 10 + 1, number, { by: 2, state: 'approved', at: example.approval });
  await addReview(number * 10 + 2, number, { by: 1, state: 'commented', at: example.ownComment });
  await database.query(
    `insert into pull_request_event (repository_id, number, kind, occurred_at, actor_account_id, subject, observed_at)
     select repository_id, $1::integer, 'ready-for-review', ${at('$2::integer')}, 0, '', app_now()
     from repository where $2::integer is not null`,
    [number, example.ready],
  );
}

/** As many as a median is told of. */
async function addAlike(example: Example): Promise<void> {
  for (const number of [1, 2, 3, 4, 5]) await add(number, example);
}

const addReview = (
  id: number,
  number: number,
  { by, state, at }: { readonly by: number; readonly state: string; readonly at: number | undefined },
) =>
  database.query(
    `insert into pull_request_review (
       repository_id, github_id, number, node_id, author_account_id, state, submitted_at, body_length, seen_version,
       observed_at)
     select repository_id, $1::bigint, $2::integer, 'V', account_id, $3::text,
       ${opened} + $4::integer * interval '1 second', 9, app_now(), app_now()
     from repository cross join account
     where account.github_id = $5::bigint and $4::integer is not null`,
    [id, number, state, at, by],
  );

async function ask(id: string, preset?: string) {
  await rebuildFacts(database);
  const { asked, todayOn } = await openMetric({ database, clock: systemClock }, reader, id, {
    period: 'last-30-days',
    preset,
  });
  return toMetricAnswer(asked, await measureMetric(database, asked), todayOn).figure;
}

const minute = 60;
const hour = 3_600;

test('devlake: coding and open time in minutes rounded up; the author’s own comment is no review', async () => {
  await addAlike({ commit: -(2 * hour + 10), merge: 3 * hour + 1, ownComment: 60, response: hour + 1 });

  const { value, stages } = await ask('cycle-time', 'devlake');

  expect(value).toEqual((121 + 181) * minute);
  expect(stages).toEqual([
    { id: 'coding', value: 121 * minute },
    { id: 'pickup', value: 61 * minute },
    { id: 'review', value: 120 * minute },
  ]);
});

test('devlake: coding is none where the first commit came after the opening', async () => {
  await addAlike({ commit: hour, merge: 2 * hour });

  const { value, stages } = await ask('cycle-time', 'devlake');

  expect(value).toEqual(120 * minute);
  expect(stages).toEqual([{ id: 'coding' }, { id: 'pickup' }, { id: 'review' }]);
});

test('sei: the total is the sum of the stages’ means, each over those that have it', async () => {
  await add(1, { commit: -2 * hour, response: hour, approval: 3 * hour, merge: 4 * hour });
  await add(2, { commit: -4 * hour, response: 3 * hour, merge: 9 * hour });

  const { value, stages } = await ask('cycle-time', 'sei');

  expect(stages?.map((stage) => (stage.value ?? 0) / hour)).toEqual([3, 2, 2, 1]);
  expect(value).toBe(8 * hour);
});

test('flow: the first response counts from the opening, also for a draft', async () => {
  await add(1, { commit: -hour, ready: 2 * hour, response: 5 * hour, merge: 6 * hour });

  expect((await ask('time-to-first-response')).values).toEqual([3 * hour]);
  expect((await ask('time-to-first-response', 'flow')).values).toEqual([5 * hour]);
});

test('time to merge counts from ready, and by its other rule from the opening', async () => {
  await add(1, { commit: -hour, ready: 2 * hour, merge: 6 * hour });

  expect((await ask('time-to-merge')).values).toEqual([4 * hour]);
  expect((await ask('time-to-merge', 'from-opened')).values).toEqual([6 * hour]);
});
