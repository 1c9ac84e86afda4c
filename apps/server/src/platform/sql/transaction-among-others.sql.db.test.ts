import { expect, test } from 'vitest';
import { testDatabase } from './testing/index.ts';
import { transactionAmongOthers } from './transaction-among-others.ts';

const database = await testDatabase();
await database.query('create table thing (thing_id bigint primary key, touched bigint not null default 0)');
await database.query('insert into thing (thing_id) values (1), (2)');

/**
 * Touches both, in this order; the first time the second is touched once the other transaction has its first, and another
 * time the first once the other has ended: the database may as well undo the other when the two meet again.
 */
async function touchBoth(order: readonly [number, number], { met, ended }: Meeting) {
  let tries = 0;
  const kept = await transactionAmongOthers(database, async (tx) => {
    tries += 1;
    if (tries > 1) await ended.promise;
    const touch = (id: number) =>
      tx.query('update thing set touched = touched + 1 where thing_id = $1::bigint', [id]);
    await touch(order[0]);
    if (tries === 1) await met();
    await touch(order[1]);
    return tries;
  });
  ended.resolve();
  return kept;
}

interface Meeting {
  /** Resolves for both once both are there. */
  readonly met: () => Promise<void>;
  /** Once one of them has ended. */
  readonly ended: PromiseWithResolvers<void>;
}

function createMeeting(): Meeting {
  let there = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const met = (): Promise<void> => {
    there += 1;
    if (there === 2) resolve();
    return promise;
  };
  return { met, ended: Promise.withResolvers<void>() };
}

test('of two that wait for each other, the one that was undone is begun anew, and both are kept once', async () => {
  const meeting = createMeeting();

  const tries = await Promise.all([touchBoth([1, 2], meeting), touchBoth([2, 1], meeting)]);

  expect(tries.toSorted((one, other) => one - other)).toEqual([1, 2]);
  expect(await database.query('select touched from thing')).toEqual([{ touched: 2 }, { touched: 2 }]);
});

test('what is refused for another reason is not tried again', async () => {
  let tries = 0;

  const refused = transactionAmongOthers(database, (tx) => {
    tries += 1;
    return tx.query('insert into thing (thing_id) values (1)');
  });

  await expect(refused).rejects.toMatchObject({ code: 'conflict' });
  expect(tries).toBe(1);
});

test('what is undone for others again and again is given up after five tries', async () => {
  let tries = 0;

  const undone = transactionAmongOthers(database, (tx) => {
    tries += 1;
    return tx.query(`do $$ begin raise exception 'undone' using errcode = '40P01'; end $$`);
  });

  await expect(undone).rejects.toMatchObject({ context: { sqlState: '40P01' } });
  expect(tries).toBe(5);
});
