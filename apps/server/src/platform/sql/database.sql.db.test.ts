import { describe, expect, test } from 'vitest';

import { AppError } from '../errors/index.ts';
import { createDatabase } from './database.ts';
import { findViolatedConstraint } from './sql-errors.ts';
import { testDatabase } from './testing/index.ts';

const database = await testDatabase();
await database.query(
  'create table thing (thing_id bigint primary key, name text not null, constraint thing_name unique (name))',
);

const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('columns', () => {
  test('come as numbers, instants, days and arrays', async () => {
    const rows = await database.query(`
      select
        7::bigint as id,
        array[1, null]::bigint[] as ids,
        timestamptz '2026-11-21 10:00+02' as at,
        date '2026-11-21' as day,
        array['a', null, 'b,c'] as words,
        '{"a": [1]}'::jsonb as document`);

    expect(rows).toEqual([
      {
        id: 7,
        ids: [1, null],
        at: new Date('2026-11-21T08:00:00Z'),
        day: '2026-11-21',
        words: ['a', null, 'b,c'],
        document: { a: [1] },
      },
    ]);
  });

  test('that a number cannot hold are refused, not rounded', async () => {
    const failure = await failureOf(database.query('select 9007199254740993::bigint as id'));

    expect(failure).toBeInstanceOf(RangeError);
  });

  test('take bigint arrays, text arrays and instants as parameters', async () => {
    const rows = await database.query(
      'select * from unnest($1::bigint[], $2::text[], $3::timestamptz[]) as t (id, word, at)',
      [
        [1, 2],
        ['x', null],
        [new Date(0), new Date(1_000)],
      ],
    );

    expect(rows).toEqual([
      { id: 1, word: 'x', at: new Date(0) },
      { id: 2, word: null, at: new Date(1_000) },
    ]);
  });
});

describe('a transaction', () => {
  test('keeps everything when its work resolves', async () => {
    await database.transaction((tx) => tx.query("insert into thing values (1, 'kept')"));

    expect(await database.query('select name from thing where thing_id = 1')).toEqual([{ name: 'kept' }]);
  });

  test('keeps nothing when its work rejects', async () => {
    const failure = await failureOf(
      database.transaction(async (tx) => {
        await tx.query("insert into thing values (2, 'lost')");
        throw new Error('on purpose');
      }),
    );

    expect(failure).toMatchObject({ message: 'on purpose' });
    expect(await database.query('select name from thing where thing_id = 2')).toEqual([]);
  });

  test('fails when its work swallowed the error of a statement', async () => {
    const failure = await failureOf(
      database.transaction(async (tx) => {
        await tx.query("insert into thing values (3, 'lost')");
        await tx.query('select 1 / 0').catch(() => undefined);
      }),
    );

    expect(failure).toMatchObject({ message: expect.stringContaining('swallowed') });
  });
});

describe('a failure', () => {
  test('of a unique key names the constraint', async () => {
    await database.query("insert into thing values (10, 'twice')");

    const failure = await failureOf(database.query("insert into thing values (11, 'twice')"));

    expect(failure).toMatchObject({ code: 'conflict' });
    expect(findViolatedConstraint(failure)).toBe('thing_name');
  });

  test('by taking too long says unavailable', async () => {
    const hasty = createDatabase(database.url, { statementTimeoutMs: 50 });

    const failure = await failureOf(hasty.query('select pg_sleep(5)'));
    await hasty.close();

    expect(failure).toMatchObject({ code: 'unavailable', message: expect.stringContaining('too long') });
  });

  test('by waiting for a lock says unavailable after the set time', async () => {
    const hasty = createDatabase(database.url, { lockTimeoutMs: 50 });

    const failure = await database.transaction(async (tx) => {
      await tx.query('lock table thing');
      return failureOf(hasty.query('select * from thing'));
    });
    await hasty.close();

    expect(failure).toMatchObject({ code: 'unavailable', context: { sqlState: '55P03' } });
  });

  test('by standing still within a transaction, as a machine that sleeps does, says unavailable', async () => {
    const failure = await failureOf(
      database.query(
        `do $$ begin raise exception 'terminating connection' using errcode = 'idle_in_transaction_session_timeout'; end $$`,
      ),
    );

    expect(failure).toMatchObject({ code: 'unavailable', context: { sqlState: '25P03' } });
  });

  test('to find a free connection says unavailable', async () => {
    const narrow = createDatabase(database.url, { max: 1, connectionTimeoutMs: 1_000 });

    const failure = await narrow.transaction(() => failureOf(narrow.query('select 1')));
    await narrow.close();

    expect(failure).toMatchObject({ code: 'unavailable' });
  });

  test('to reach the server says unavailable', async () => {
    const nowhere = createDatabase('postgres://nobody@127.0.0.1:1/none');

    const failure = await failureOf(nowhere.query('select 1'));

    expect(failure).toMatchObject({ code: 'unavailable' });
    expect(failure).toBeInstanceOf(AppError);
  });

  test('of a cut connection is over with the next question', async () => {
    const [row] = await database.query<{ pid: number }>('select pg_backend_pid() as pid');
    const other = createDatabase(database.url);

    await other.query('select pg_terminate_backend($1::integer)', [row?.pid]);
    const failure = await failureOf(database.transaction((tx) => tx.query('select 1')));
    await other.close();

    expect(failure === undefined || (failure instanceof AppError && failure.code === 'unavailable')).toBe(
      true,
    );
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('app_now()', () => {
  test('is the time of the transaction', async () => {
    expect(await database.query('select app_now() = now() as same')).toEqual([{ same: true }]);
  });

  test('moves with the clock that a test shifts', async () => {
    await database.shiftClock('3 days 2 hours');

    const rows = await database.query("select app_now() - now() = interval '3 days 2 hours' as moved");
    await database.shiftClock('');

    expect(rows).toEqual([{ moved: true }]);
  });
});
