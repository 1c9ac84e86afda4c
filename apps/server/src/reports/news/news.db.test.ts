import { setTimeout as sleep } from 'node:timers/promises';
import { setGrants, streamNews } from '@throughline/contract';
import { beforeAll, expect, test } from 'vitest';
import { accessRoutes } from '../../access/index.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { visibilityRoutes } from '../../visibility/index.ts';
import { createAttentionWorld } from '../attention/testing/attention-world.ts';
import { keepFactsOnce } from '../facts/keep-facts.jobs.ts';
import { newsRoutes } from './news.routes.ts';

const database = await testDatabase();
const world = await createAttentionWorld(database, ['kim']);
const api = await startTestApi({
  database,
  routes: () => [
    ...accessRoutes({ database, personOf: () => Promise.resolve(new Map()) }),
    ...visibilityRoutes({ database }),
    ...newsRoutes({ database, clock: systemClock }),
  ],
});
const administrator = await api.signIn('administrator');
const member = await api.signIn('member');

/** Until nothing is left: transactions of other tests, in databases beside this one, hold the feed up too. */
async function followFeed(): Promise<void> {
  do await keepFactsOnce(database);
  while (await hasMore());
}

const hasMore = async (): Promise<boolean> => {
  const [row] = await database.query<{ readonly more: boolean }>(
    `select exists (
       select from v_change, fact_cursor
       where (v_change.transaction_id, v_change.seq) > (fact_cursor.transaction_id, fact_cursor.seq)) as more`,
  );
  return row?.more ?? true;
};

beforeAll(async () => {
  await administrator.call(setGrants, {
    params: { userId: member.user.userId },
    body: { repositoryIds: [world.repositoryOf('api')] },
  });
  await world.tell([{ number: 1, openedAgo: 4 }]);
  await followFeed();
});

test('what changes is told within three seconds, to whom may see it alone', async () => {
  const leaving = new AbortController();
  const heard = { administrator: 0, member: 0 };
  const listening = [
    count(await administrator.fetch(streamNews.path, { signal: leaving.signal }), () => {
      heard.administrator += 1;
    }),
    count(await member.fetch(streamNews.path, { signal: leaving.signal }), () => {
      heard.member += 1;
    }),
  ];
  await sleep(1_200);
  expect(heard).toEqual({ administrator: 0, member: 0 });

  await world.tell([{ number: 1, repository: 'secret', openedAgo: 3 }]);
  await followFeed();
  await expect.poll(() => heard.administrator, { timeout: 3_000 }).toBe(1);
  await sleep(1_200);
  expect(heard).toEqual({ administrator: 1, member: 0 });

  await world.tell([{ number: 2, openedAgo: 2 }]);
  await followFeed();
  await expect.poll(() => heard, { timeout: 3_000 }).toEqual({ administrator: 2, member: 1 });
  leaving.abort();
  await Promise.allSettled(listening);
});

async function count(response: Response, onNews: () => void): Promise<void> {
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    if (piece.includes('event: news')) onNews();
  }
}
