import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { loadAgreeingTeams } from './agreements.sql.ts';
import { type Item, sortOut } from './arrange-attention.ts';
import { loadFactsInSpan } from './attention-facts.sql.ts';
import { type Exception, judgeExceptions, type Span } from './judge-exceptions.ts';
import { findLimits, hasAgreed } from './limits.ts';

export interface Exceptions {
  /** False where neither the team nor one above it agreed on anything: then there is nothing to be beyond of. */
  readonly hasAgreements: boolean;
  readonly items: readonly Item<Exception>[];
}

/**
 * What in a team's pull requests went beyond what the team agreed on within a span, in the repositories a reader may see:
 * those of everybody who worked in the team on any of its days. What figures leave out is left out.
 */
export async function loadExceptionItems(
  sql: Sql,
  visible: VisibleRepositories,
  teamId: number,
  { span, now }: { readonly span: Span; readonly now: Date },
): Promise<Exceptions> {
  const limits = findLimits(await loadAgreeingTeams(sql), teamId);
  if (!hasAgreed(limits)) return { hasAgreements: false, items: [] };
  const facts = await loadFactsInSpan(sql, visible, teamId, span);
  const items = facts.flatMap((each) =>
    judgeExceptions(each, limits, span, now).map(
      (attention): Item<Exception> => ({ facts: each, attention, part: 'other' }),
    ),
  );
  return { hasAgreements: true, items: sortOut(items, []).waiting };
}
