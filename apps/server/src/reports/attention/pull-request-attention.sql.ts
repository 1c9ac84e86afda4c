import type { AttentionRow } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { loadAgreeingTeams, loadLimitsOf } from './agreements.sql.ts';
import type { Item } from './arrange-attention.ts';
import { loadFactsOf, type PullRequestKey } from './attention-facts.sql.ts';
import { loadAttentionRows } from './attention-rows.sql.ts';
import { findAsAuthor, findBeyond } from './find-items.ts';
import type { At } from './load-items.sql.ts';

export interface PullRequestAttention {
  /** What it waits for now, within its limit or not; absent for drafts and what is merged or closed. */
  readonly waiting?: AttentionRow | undefined;
  /** What else of it is beyond its limits: its age, its size, that it was merged without a review. */
  readonly beyond: readonly AttentionRow[];
}

/** What one pull request waits for, and what of it is beyond the agreements of its author's teams. */
export async function loadPullRequestAttention(
  sql: Sql,
  visible: VisibleRepositories,
  key: PullRequestKey,
  { now, on, readerId }: At,
): Promise<PullRequestAttention> {
  const [facts] = await loadFactsOf(sql, visible, [key]);
  if (facts === undefined) return { beyond: [] };
  const personIds = facts.authorPersonId === undefined ? [] : [facts.authorPersonId];
  const limitsOf = await loadLimitsOf(sql, await loadAgreeingTeams(sql), { personIds, on });
  const isAuthor = readerId !== undefined && facts.authorPersonId === readerId;
  const { mine, others } = findAsAuthor([facts], limitsOf);
  const waiting = [...mine, ...others].map(
    (item): Item => ({ ...item, part: isAuthor ? 'author' : 'other' }),
  );
  const beyond = findBeyond([facts], limitsOf, { now, readerId }).filter(({ attention }) =>
    waiting.every((item) => item.attention.kind !== attention.kind),
  );
  const [rows, beyondRows] = await Promise.all([
    loadAttentionRows(sql, waiting, { now, readerId }),
    loadAttentionRows(sql, beyond, { now, readerId }),
  ]);
  return { waiting: rows[0], beyond: beyondRows };
}
