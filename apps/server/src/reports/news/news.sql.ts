import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import type { FeedPlace } from '../facts/fact-cursor.sql.ts';

/** How far the facts have come in the feed of changes; undefined before the first of them. */
export async function findFeedPlace(sql: Sql): Promise<FeedPlace | undefined> {
  const [row] = await sql.query<FeedPlace & Record<string, unknown>>(
    `select transaction_id::text as "transactionId", seq
     from fact_cursor`,
  );
  return row && { transactionId: row.transactionId, seq: row.seq };
}

interface Between {
  readonly from: FeedPlace;
  /** Included. */
  readonly to: FeedPlace;
}

/** True when something changed between two places of the feed in a repository that the reader may see. */
export async function hasNews(
  sql: Sql,
  visible: VisibleRepositories,
  { from, to }: Between,
): Promise<boolean> {
  const rows = await sql.query(
    `select 1 as one
     from v_change
     where (transaction_id, seq) > ($1::xid8, $2::bigint)
       and (transaction_id, seq) <= ($3::xid8, $4::bigint)
       and repository_id = any($5::bigint[])
     limit 1`,
    [from.transactionId, from.seq, to.transactionId, to.seq, visible.ids],
  );
  return rows.length > 0;
}
