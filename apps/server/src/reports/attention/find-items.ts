import type { Item } from './arrange-attention.ts';
import type { FactRow } from './attention-facts.sql.ts';
import { judgeAttention, toAttention } from './judge-attention.ts';
import { judgeForReviewer, type ReviewerPart } from './judge-for-reviewer.ts';
import { judgeWaiting } from './judge-waiting.ts';
import type { Limits } from './limits.ts';

type LimitsOf = (authorPersonId: number | undefined) => Limits;

/** Whom a person's own pull requests wait for: the person, or others. */
export function findAsAuthor(
  facts: readonly FactRow[],
  limitsOf: LimitsOf,
): { readonly mine: readonly Item[]; readonly others: readonly Item[] } {
  const items = facts.flatMap((each): readonly Item[] => {
    const waiting = judgeWaiting(each);
    if (waiting === undefined) return [];
    return [{ facts: each, attention: toAttention(waiting, limitsOf(each.authorPersonId)), part: 'author' }];
  });
  const isMine = ({ attention }: Item): boolean => attention.turn.kind === 'author';
  return { mine: items.filter(isMine), others: items.filter((item) => !isMine(item)) };
}

/** What waits for a person on others' pull requests. */
export function findAsReviewer(
  facts: readonly FactRow[],
  partOf: (facts: FactRow) => ReviewerPart | undefined,
  limitsOf: LimitsOf,
): readonly Item[] {
  return facts.flatMap((each): readonly Item[] => {
    const part = partOf(each);
    const waiting = part === undefined ? undefined : judgeForReviewer(each, part);
    if (waiting === undefined) return [];
    return [
      { facts: each, attention: toAttention(waiting, limitsOf(each.authorPersonId)), part: 'reviewer' },
    ];
  });
}

/** What is beyond its limits, as a reader sees it who may be the author of some. */
export const findBeyond = (
  facts: readonly FactRow[],
  limitsOf: LimitsOf,
  { now, readerId }: { readonly now: Date; readonly readerId: number | undefined },
): readonly Item[] =>
  facts.flatMap((each) =>
    judgeAttention(each, limitsOf(each.authorPersonId), now).map(
      (attention): Item => ({
        facts: each,
        attention,
        part: readerId !== undefined && each.authorPersonId === readerId ? 'author' : 'other',
      }),
    ),
  );
