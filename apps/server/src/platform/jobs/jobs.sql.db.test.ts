import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';

import { testDatabase } from '../sql/testing/index.ts';
import { createJobs, defineQueue, type Job, type Queue } from './index.ts';

const payload = z.object({ thingId: z.number() });
type Payload = z.infer<typeof payload>;

const queues = {
  plain: defineQueue({ name: 'test.plain', payload, isInteractive: true }),
  once: defineQueue({ name: 'test.once', payload, policy: 'short', isInteractive: true }),
  strict: defineQueue({
    name: 'test.strict',
    payload: z.object({ thingId: z.number().max(5) }),
    isInteractive: true,
  }),
  failing: defineQueue({ name: 'test.failing', payload }),
  effect: defineQueue({ name: 'test.effect', payload }),
  order: defineQueue({ name: 'test.order', payload, isInteractive: true }),
  many: defineQueue({ name: 'test.many', payload }),
  asleep: defineQueue({ name: 'test.asleep', payload }),
  stopped: defineQueue({ name: 'test.stopped', payload, isInteractive: true }),
};

const database = await testDatabase();
const failures: { readonly error: unknown; readonly queue: string | undefined }[] = [];
const createTestJobs = () =>
  createJobs({
    url: database.url,
    role: 'worker',
    queues: Object.values(queues),
    onFailure: (error, queue) => failures.push({ error, queue }),
  });
const jobs = createTestJobs();
await jobs.start();
afterAll(() => jobs.stop({ graceful: false }));

/** Enqueues one job and returns what the first `count` runs of the handler got. */
const runAndCollect = (
  queue: Queue<Payload>,
  count: number,
  handler: (thingId: number, job: Job) => Promise<void> = () => Promise.resolve(),
): Promise<number[]> =>
  new Promise((resolve, reject) => {
    const got: number[] = [];
    jobs
      .work(queue, {}, async ({ thingId }, job) => {
        got.push(thingId);
        if (got.length === count) resolve(got);
        await handler(thingId, job);
      })
      .catch(reject);
  });

const loadStates = (
  queue: Queue<Payload>,
): Promise<{ state: string; output: { message?: string } | null }[]> =>
  database.query<{ state: string; output: { message?: string } | null }>(
    'select state::text, output from pgboss.job where name = $1::text order by created_on',
    [queue.name],
  );

const waitFor = async <T>(load: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> => {
  for (;;) {
    const value = await load();
    if (isDone(value)) return value;
    await sleep(50);
  }
};

test('a job is there when the transaction that enqueued it commits, and not when it rolls back', async () => {
  await database
    .transaction(async (tx) => {
      await jobs.enqueue(tx, queues.plain, { thingId: 1 });
      throw new Error('undone');
    })
    .catch(() => undefined);
  await database.transaction((tx) => jobs.enqueue(tx, queues.plain, { thingId: 2 }));

  const got = await runAndCollect(queues.plain, 1);

  expect(got).toEqual([2]);
});

test('a payload that the queue does not carry is refused before it is written', async () => {
  const enqueued = jobs.enqueue(database, queues.strict, { thingId: 6 });

  await expect(enqueued).rejects.toThrow(z.ZodError);
  expect(await loadStates(queues.strict)).toEqual([]);
});

test('a stored payload that this version cannot read fails for good and is told', async () => {
  const laxer = defineQueue({ name: queues.strict.name, payload, isInteractive: true });
  await jobs.enqueue(database, laxer, { thingId: 6 });

  await jobs.work(queues.strict, {}, () => Promise.resolve());
  const states = await waitFor(
    () => loadStates(queues.strict),
    (rows) => rows[0]?.state === 'failed',
  );

  expect(states).toHaveLength(1);
  expect(failures.filter((failure) => failure.queue === queues.strict.name)).toHaveLength(1);
});

test('a queue that keeps one waiting says that another is not needed', async () => {
  const first = await jobs.enqueue(database, queues.once, { thingId: 1 }, { singletonKey: 'a' });
  const second = await jobs.enqueue(database, queues.once, { thingId: 2 }, { singletonKey: 'a' });
  const other = await jobs.enqueue(database, queues.once, { thingId: 3 }, { singletonKey: 'b' });

  expect([typeof first, typeof second, typeof other]).toEqual(['string', 'undefined', 'string']);
});

test('higher priority goes first, and nothing goes before its time', async () => {
  await jobs.enqueue(database, queues.order, { thingId: 1 });
  await jobs.enqueue(database, queues.order, { thingId: 2 }, { priority: 10 });
  await jobs.enqueue(
    database,
    queues.order,
    { thingId: 3 },
    { startAfter: new Date(Date.now() + 3_600_000), priority: 20 },
  );

  const got = await runAndCollect(queues.order, 2);

  expect(got).toEqual([2, 1]);
});

test('a lane that has work does not rest between two jobs', async () => {
  await database.transaction(async (tx) => {
    for (let thingId = 0; thingId < 20; thingId += 1) await jobs.enqueue(tx, queues.many, { thingId });
  });
  const startedAt = performance.now();

  await runAndCollect(queues.many, 20);

  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('a failed job is tried again, and the queue keeps its sentence without its stack', async () => {
  await jobs.enqueue(database, queues.failing, { thingId: 1 });

  const got = await runAndCollect(queues.failing, 2, () => Promise.reject(new Error('on purpose')));
  const [row] = await waitFor(
    () => loadStates(queues.failing),
    ([first]) => first?.output != null,
  );

  expect(got).toEqual([1, 1]);
  expect(row?.output?.message).toBe('on purpose');
  expect(JSON.stringify(row?.output)).not.toContain('.ts:');
});

test('a job completed in the transaction of its effect is done exactly when the effect is', async () => {
  await database.query('create table effect (thing_id bigint, try integer)');
  await jobs.enqueue(database, queues.effect, { thingId: 7 });

  await runAndCollect(queues.effect, 2, (thingId, job) =>
    database.transaction(async (tx) => {
      await tx.query('insert into effect values ($1::bigint, $2::integer)', [thingId, job.retryCount]);
      await job.complete(tx);
      if (job.retryCount === 0) throw new Error('the commit is lost');
    }),
  );
  await waitFor(
    () => loadStates(queues.effect),
    ([first]) => first?.state === 'completed',
  );

  expect(await database.query('select * from effect')).toEqual([{ thing_id: 7, try: 1 }]);
});

test('stopping aborts what runs, and what does not end is handed back', async () => {
  const stopping = createTestJobs();
  await stopping.start();
  await stopping.enqueue(database, queues.stopped, { thingId: 1 });
  const begun = Promise.withResolvers<void>();
  const reason = new Promise<unknown>((resolve) => {
    void stopping.work(queues.stopped, {}, async (_payload, job) => {
      job.signal.addEventListener('abort', () => resolve(job.signal.reason));
      begun.resolve();
      await new Promise(() => undefined);
    });
  });
  await begun.promise;

  await stopping.stop({ graceMs: 1_000 });

  expect(await reason).toMatchObject({ message: 'The process is to stop.' });
  expect(await loadStates(queues.stopped)).toMatchObject([{ state: 'retry' }]);
});

test('a waiting job is kept while the machine sleeps for three weeks', async () => {
  await jobs.enqueue(database, queues.asleep, { thingId: 1 });

  const [kept] = await database.query<{ is_kept: boolean }>(
    `select keep_until > start_after + interval '1 year' as is_kept
     from pgboss.job
     where name = 'test.asleep'`,
  );

  expect(kept).toEqual({ is_kept: true });
});
