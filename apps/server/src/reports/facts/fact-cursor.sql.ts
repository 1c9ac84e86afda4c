import type { Database, Sql } from '../../platform/sql/index.ts';

/** Raised when what a fact means changes: every fact is then made anew. */
const definition = 1;

/** A place in a feed of changes. */
export interface FeedPlace {
  /** As PostgreSQL writes an `xid8`. */
  readonly transactionId: string;
  readonly seq: number;
}

interface Cursor {
  readonly feed: FeedPlace;
  readonly people: FeedPlace;
}

/**
 * How far the feeds have been followed. At the first start, and when facts mean something new, they are followed from now
 * on and every repository is made anew.
 */
export async function openCursor(database: Database): Promise<Cursor> {
  return (await findCursor(database)) ?? database.transaction(beginCursor);
}

async function beginCursor(tx: Sql): Promise<Cursor> {
  await tx.query(
    `insert into fact_cursor (definition, transaction_id, people_transaction_id)
     values ($1::integer, pg_snapshot_xmin(pg_current_snapshot()), pg_snapshot_xmin(pg_current_snapshot()))
     on conflict (is_only) do update
     set definition = excluded.definition`,
    [definition],
  );
  await staleEverything(tx);
  const cursor = await findCursor(tx);
  if (cursor === undefined) throw new Error('The facts have no cursor.');
  return cursor;
}

/** Has every fact made anew, beside the feeds. */
export async function staleEverything(tx: Sql): Promise<void> {
  await tx.query(`delete from fact_stale where kind = 'repository'`);
  await tx.query(
    `insert into fact_stale (kind, repository_id)
     select 'repository', repository_id
     from v_repository
     order by repository_id`,
  );
}

/** Undefined before the first start, and where facts meant something else. */
async function findCursor(sql: Sql): Promise<Cursor | undefined> {
  const [row] = await sql.query<{
    readonly transaction_id: string;
    readonly seq: number;
    readonly people_transaction_id: string;
    readonly people_seq: number;
  }>(
    `select transaction_id::text, seq, people_transaction_id::text, people_seq
     from fact_cursor
     where definition = $1::integer`,
    [definition],
  );
  return (
    row && {
      feed: { transactionId: row.transaction_id, seq: row.seq },
      people: { transactionId: row.people_transaction_id, seq: row.people_seq },
    }
  );
}

/** Notes how far the feed of changes has been followed, with what was written for it. */
export async function moveFeed(tx: Sql, to: FeedPlace): Promise<void> {
  await tx.query(
    `update fact_cursor
     set transaction_id = $1::xid8,
         seq = $2::bigint,
         revision = revision + 1`,
    [to.transactionId, to.seq],
  );
}

/** Notes how far the feed of people has been followed. */
export async function movePeople(tx: Sql, to: FeedPlace): Promise<void> {
  await tx.query(
    `update fact_cursor
     set people_transaction_id = $1::xid8,
         people_seq = $2::bigint,
         revision = revision + 1`,
    [to.transactionId, to.seq],
  );
}

/** Tells those who keep answers that facts were written beside the feeds. */
export async function raiseRevision(tx: Sql): Promise<void> {
  await tx.query('update fact_cursor set revision = revision + 1');
}
