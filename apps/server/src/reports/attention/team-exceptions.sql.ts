import type { AttentionGroup, AttentionRow, Period } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { arrange } from './arrange-attention.ts';
import { loadAttentionRows } from './attention-rows.sql.ts';
import { toExceptionWords } from './exception-words.ts';
import { loadExceptionItems } from './exceptions.sql.ts';
import { toSpan } from './span.ts';

/** Exceptions of a team in a period for a page that shows them beside other things. */
export interface TeamExceptionSummary {
  readonly hasAgreements: boolean;
  readonly total: number;
  readonly groups: readonly { readonly group: AttentionGroup; readonly count: number }[];
  /** The first ones. */
  readonly rows: readonly AttentionRow[];
  /** Our page with exactly `total` rows. */
  readonly path: string;
}

interface AskedOf {
  readonly team: { readonly teamId: number; readonly slug: string };
  readonly period: Period;
  readonly now: Date;
  readonly limit: number;
}

/** What a team's week shows of its exceptions. */
export async function loadExceptions(
  sql: Sql,
  visible: VisibleRepositories,
  { team, period, now, limit }: AskedOf,
): Promise<TeamExceptionSummary> {
  const { hasAgreements, items } = await loadExceptionItems(sql, visible, team.teamId, {
    span: toSpan(period),
    now,
  });
  const { page, total, groups } = arrange(items, { limit });
  const rows = await loadAttentionRows(sql, page, {
    now,
    toWords: (attention, lines) => toExceptionWords(attention, now, lines),
  });
  const path = `/teams/${team.slug}/exceptions?period=${encodeURIComponent(period.text)}`;
  return { hasAgreements, total, groups, rows, path };
}
