import type { Database, Sql } from '../../platform/sql/index.ts';
import type { ExclusionRule } from './exclusion.ts';
import { openCursor, raiseRevision, staleEverything } from './fact-cursor.sql.ts';
import type { FactKey } from './load-stories.sql.ts';
import { makeFacts } from './make-facts.sql.ts';
import { endStale, findStale, loadKeysOf, loadStaleKeys, moveStale } from './stale-facts.sql.ts';
import { writeFacts } from './write-facts.sql.ts';
import { writeMadeFacts } from './write-made-facts.sql.ts';

/** Pull requests made anew at once. Measured: larger batches are no faster, and hold the others' rows longer. */
const most = 2_000;

/**
 * Makes facts of a few pull requests anew in the transaction that changed what they rest on. They are made once more by
 * the job seconds later, for it may be writing what it read before.
 */
export async function refreshFacts(tx: Sql, keys: readonly FactKey[]): Promise<void> {
  if (keys.length === 0) return;
  await writeFacts(tx, keys, await makeFacts(tx, keys));
  await tx.query(
    `insert into fact_stale (kind, repository_id, number)
     select 'pull-request', given.repository_id, given.number
     from unnest($1::bigint[], $2::integer[]) as given (repository_id, number)`,
    [keys.map(({ repositoryId }) => repositoryId), keys.map(({ number }) => number)],
  );
}

/** Has facts made anew, within seconds, of every pull request that a rule fits which was added, changed or taken away. */
export async function renewFactsOfRule(
  tx: Sql,
  { kind, pattern }: Pick<ExclusionRule, 'kind' | 'pattern'>,
): Promise<void> {
  await tx.query(
    `insert into fact_stale (kind, rule_kind, pattern)
     values ('rule', $1::text, $2::text)`,
    [kind, pattern],
  );
}

/** Makes anew the next of what stands beside the feeds. True when there may be more. */
export async function renewStale(database: Database): Promise<boolean> {
  const single = await loadStaleKeys(database, most);
  if (single.length > 0) {
    await write(database, single, (tx) =>
      endStale(
        tx,
        single.map(({ staleId }) => staleId),
      ),
    );
    return true;
  }
  const stale = await findStale(database);
  if (stale === undefined) return false;
  const keys = await loadKeysOf(database, stale, most);
  await write(database, keys, (tx) => moveStale(tx, stale, keys.length < most ? undefined : keys.at(-1)));
  return true;
}

async function write(
  database: Database,
  keys: readonly FactKey[],
  end: (tx: Sql) => Promise<void>,
): Promise<void> {
  const facts = await makeFacts(database, keys);
  await database.transaction(async (tx) => {
    await end(tx);
    await writeMadeFacts(tx, keys, facts);
    await raiseRevision(tx);
  });
}

/** Makes every fact anew, now. Goes on where it was broken off when it is called again. */
export async function rebuildFacts(database: Database): Promise<void> {
  await openCursor(database);
  await database.transaction(staleEverything);
  while (await renewStale(database)) continue;
}
