import type { Sql } from '../../platform/sql/index.ts';
import type { ExclusionRule } from './exclusion.ts';
import { type FactKey, loadStories } from './load-stories.sql.ts';
import { loadWho } from './load-who.sql.ts';
import { type PullRequestFact, toFact } from './to-fact.ts';

/** What is derived of some pull requests as they are now; one that is gone has nothing. */
export async function makeFacts(sql: Sql, keys: readonly FactKey[]): Promise<readonly PullRequestFact[]> {
  const stories = await loadStories(sql, keys);
  const who = await loadWho(sql, stories);
  const rules = await sql.query<ExclusionRule & Record<string, unknown>>(
    'select kind, pattern, reason from exclusion_rule order by exclusion_rule_id',
  );
  return stories.map((story) => toFact(story, who, rules));
}
