import type { Sql } from '../../platform/sql/index.ts';
import type { FactKey } from './load-stories.sql.ts';
import { loadMarked } from './stale-facts.sql.ts';
import type { PullRequestFact } from './to-fact.ts';
import { toKeyText, writeFacts } from './write-facts.sql.ts';

/**
 * Writes facts that were made before this transaction, but for those that somebody made anew since then and marked: what they
 * wrote is newer, and the mark brings them again.
 */
export async function writeMadeFacts(
  tx: Sql,
  keys: readonly FactKey[],
  facts: readonly PullRequestFact[],
): Promise<void> {
  const marked = new Set((await loadMarked(tx, keys)).map(toKeyText));
  const isLeft = (key: FactKey): boolean => !marked.has(toKeyText(key));
  await writeFacts(tx, keys.filter(isLeft), facts.filter(isLeft));
}
