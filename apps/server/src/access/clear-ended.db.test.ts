import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../platform/clock/index.ts';
import { createJobs } from '../platform/jobs/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { accessQueues, startAccessJobs } from './clear-ended.jobs.ts';
import { createSession } from './sessions.sql.ts';
import { createTestUser } from './testing/test-users.ts';

const database = await testDatabase();
const failures: unknown[] = [];
const jobs = createJobs({
  url: database.url,
  role: 'worker',
  queues: accessQueues,
  onFailure: (error) => failures.push(error),
});
await jobs.start();
afterAll(() => jobs.stop({ graceful: false }));

test('a worker clears away what ended long ago, and comes back a day later', async () => {
  const { userId } = await createTestUser(database, 'member');
  await createSession(database, userId);
  await database.query(`update user_session set ended_at = app_now() - interval '31 days'`);

  await startAccessJobs({ database, jobs, clock: systemClock });

  const countSessions = () => database.query('select 1 from user_session');
  await expect.poll(countSessions, { timeout: 10_000 }).toEqual([]);
  const waiting = await database.query<{ hours: number }>(
    `select round(extract(epoch from start_after - now()) / 3600)::integer as hours
     from pgboss.job
     where name = 'access.clear-ended' and state = 'created'`,
  );
  expect(waiting).toEqual([{ hours: 24 }]);
  expect(failures).toEqual([]);
});
