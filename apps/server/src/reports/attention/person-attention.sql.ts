import type { AttentionRow } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { type Item, sortOut, takeFirst } from './arrange-attention.ts';
import { loadAttentionRows } from './attention-rows.sql.ts';
import { loadItemsOfPerson } from './load-items.sql.ts';

export interface PersonAttention {
  /** What waits for the person, as author and as reviewer. */
  readonly forThem: { readonly rows: readonly AttentionRow[]; readonly total: number };
  /** Their own pull requests that wait for others. */
  readonly forOthers: { readonly rows: readonly AttentionRow[]; readonly total: number };
}

interface Asked {
  readonly personId: number;
  /** The person's name where the reader is somebody else; without it the words are "you". */
  readonly name?: string | undefined;
  readonly now: Date;
  /** The day in the workspace's zone. */
  readonly on: string;
  readonly limit: number;
}

/** What a person's page shows of what waits: the first rows of each and how many there are, snoozed or not. */
export async function loadPersonAttention(
  sql: Sql,
  visible: VisibleRepositories,
  { personId, name, now, on, limit }: Asked,
): Promise<PersonAttention> {
  const { mine, others } = await loadItemsOfPerson(sql, visible, personId, { now, on, readerId: personId });
  const toPart = async (items: readonly Item[]) => {
    const { waiting } = sortOut(items, []);
    const rows = await loadAttentionRows(sql, takeFirst(waiting, limit, now), { now, name });
    return { rows, total: waiting.length };
  };
  const [forThem, forOthers] = await Promise.all([toPart(mine), toPart(others)]);
  return { forThem, forOthers };
}
