import type { Database } from '../../platform/sql/index.ts';
import { type FeedPlace, moveFeed, movePeople, openCursor } from './fact-cursor.sql.ts';
import type { FactKey } from './load-stories.sql.ts';
import { makeFacts } from './make-facts.sql.ts';
import { writeMadeFacts } from './write-made-facts.sql.ts';

/** Entries of a feed that are taken at once. */
const most = 2_000;

interface ChangeEntry extends FeedPlace {
  readonly repositoryId: number;
  readonly entity: 'repository' | 'pull-request';
  readonly key: string;
}

/**
 * Makes anew what the feeds name next: facts are read before the transaction that writes them with the cursor, and what
 * changes in between is named again. True when there may be more.
 */
export async function followFeeds(database: Database): Promise<boolean> {
  const { feed, people } = await openCursor(database);
  const hasPeople = await followPeople(database, people);
  const entries = await database.query<ChangeEntry & Record<string, unknown>>(selectChanges, [
    feed.transactionId,
    feed.seq,
    most,
  ]);
  const last = entries.at(-1);
  if (last === undefined) return hasPeople;
  const keys = toKeys(entries);
  const facts = await makeFacts(database, keys);
  const repositories = entries.flatMap(({ entity, repositoryId }) =>
    entity === 'repository' ? [repositoryId] : [],
  );
  await database.transaction(async (tx) => {
    await writeMadeFacts(tx, keys, facts);
    if (repositories.length > 0) await tx.query(staleRepositories, [repositories]);
    await moveFeed(tx, last);
  });
  return hasPeople || entries.length === most;
}

function toKeys(entries: readonly ChangeEntry[]): readonly FactKey[] {
  const keys = entries.flatMap(({ entity, repositoryId, key }) =>
    entity === 'pull-request' ? [{ repositoryId, number: Number(key) }] : [],
  );
  return [...new Map(keys.map((key) => [`${key.repositoryId}#${key.number}`, key])).values()];
}

/** Everything in which an account took part whose person or class changed is to be made anew. */
async function followPeople(database: Database, from: FeedPlace): Promise<boolean> {
  const entries = await database.query<FeedPlace & { readonly accountId: number } & Record<string, unknown>>(
    selectPeopleChanges,
    [from.transactionId, from.seq, most],
  );
  const last = entries.at(-1);
  if (last === undefined) return false;
  await database.transaction(async (tx) => {
    await tx.query(
      `insert into fact_stale (kind, account_id)
       select distinct 'account', given.account_id
       from unnest($1::bigint[]) as given (account_id)`,
      [entries.map(({ accountId }) => accountId)],
    );
    await movePeople(tx, last);
  });
  return true;
}

const selectChanges = `
  select
    transaction_id::text as "transactionId", seq, repository_id as "repositoryId", entity, key
  from v_change
  where (transaction_id, seq) > ($1::xid8, $2::bigint)
    and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
  order by transaction_id, seq
  limit $3::integer`;

const selectPeopleChanges = `
  select transaction_id::text as "transactionId", seq, account_id as "accountId"
  from v_people_change
  where (transaction_id, seq) > ($1::xid8, $2::bigint)
    and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
  order by transaction_id, seq
  limit $3::integer`;

// A repository's name matters to rules about names alone.
const staleRepositories = `
  insert into fact_stale (kind, repository_id)
  select distinct 'repository', v_repository.repository_id
  from v_repository
  where v_repository.repository_id = any($1::bigint[])
    and exists (select from exclusion_rule where exclusion_rule.kind = 'repository')`;
