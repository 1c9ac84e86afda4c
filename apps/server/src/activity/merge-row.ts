import { compareInstants, isSameContent } from './content.ts';
import type { PullRequestContent, Sighting } from './facts.ts';
import type { HeldRow } from './held.ts';
import { judgeByVersion } from './list-rule.ts';
import type { FieldsFilled } from './merge-fields.ts';

export interface RowChange {
  /** The row to be written; undefined: as it is. */
  readonly row: HeldRow | undefined;
  readonly isContradicted: boolean;
}

/** Merges a pull request's own row with what an answer showed of it. */
export function mergeRow(
  held: HeldRow | undefined,
  { held: before, seen }: FieldsFilled,
  sighting: Sighting,
): RowChange {
  const { version, observedAt } = sighting;
  if (held === undefined) {
    return { row: { content: seen, version, observedAt, goneAt: undefined }, isContradicted: false };
  }
  const order = compareInstants(version, held.version);
  const kept = fill(before, seen, order === 0);
  const taken = fill(seen, before, order === 0);
  const isEqual = order === 0 && isSameContent(kept, taken);
  const isLater = observedAt > held.observedAt;
  const verdict = isEqual ? 'keep' : judgeByVersion({ version: order, isLater, isLookup: sighting.isLookup });
  // Gone is what a look-up did not find; seen after that, it is back.
  const goneAt = held.goneAt !== undefined && observedAt > held.goneAt ? undefined : held.goneAt;
  const row =
    verdict === 'take' ? { content: taken, version, observedAt, goneAt } : { ...held, content: kept, goneAt };
  const isSame = verdict !== 'take' && goneAt === held.goneAt && isSameContent(kept, held.content);
  return { row: isSame ? undefined : row, isContradicted: verdict === 'contradiction' };
}

/**
 * The content with what the other one knows besides: who wrote and merged it never changes, even when the account is
 * gone; the size holds under the same version only.
 */
function fill(
  content: PullRequestContent,
  other: PullRequestContent,
  isSameVersion: boolean,
): PullRequestContent {
  const size = isSameVersion ? other : content;
  return {
    ...content,
    authorAccountId: content.authorAccountId ?? other.authorAccountId,
    mergedByAccountId: content.mergedByAccountId ?? other.mergedByAccountId,
    additions: content.additions ?? size.additions,
    deletions: content.deletions ?? size.deletions,
    changedFiles: content.changedFiles ?? size.changedFiles,
  };
}
