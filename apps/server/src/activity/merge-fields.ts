import { compareInstants } from './content.ts';
import type { FieldPart, Part, PullRequestContent, PullRequestFacts } from './facts.ts';
import type { HeldPart, HeldPullRequest, HeldRow } from './held.ts';
import { isSamePart } from './merge-part.ts';

const columnOf = {
  author: 'authorAccountId',
  'merged-by': 'mergedByAccountId',
  'merge-commit': 'mergeCommitOid',
  'review-decision': 'reviewDecision',
  'head-repository': 'headRepository',
} as const satisfies Record<FieldPart, keyof PullRequestContent>;

const fieldParts = ['author', 'merged-by', 'merge-commit', 'review-decision', 'head-repository'] as const;

/** A field that is not here because GitHub did not tell it has a part that says why; one that was told needs none. */
const isOpen = (parts: HeldPullRequest['parts'] | undefined, field: FieldPart): boolean => {
  const part = parts?.get(field);
  return part !== undefined && part.state !== 'complete';
};

/** What an answer told, and what is held, each with what only the other one was told. */
export interface FieldsFilled {
  /** Of a pull request that is new, what was seen. */
  readonly held: PullRequestContent;
  readonly seen: PullRequestContent;
}

/**
 * Fields that one of the two was not told are taken from the other one: of the same version, and from what is held whatever
 * its version where they never change.
 */
export function fillUntold(held: HeldPullRequest | undefined, facts: PullRequestFacts): FieldsFilled {
  if (held === undefined) return { held: facts.content, seen: facts.content };
  const before = held.row.content;
  const isSame = compareInstants(facts.version, held.row.version) === 0;
  const missed = fieldParts.filter((field) => facts.untold?.has(field) === true);
  const lasting = missed.filter((field) => isSame || field !== 'review-decision');
  const open = fieldParts.filter((field) => isSame && isOpen(held.parts, field));
  return { held: fill(before, facts.content, open), seen: fill(facts.content, before, lasting) };
}

const fill = (
  content: PullRequestContent,
  other: PullRequestContent,
  fields: readonly FieldPart[],
): PullRequestContent =>
  fields.reduce((now, field) => {
    const column = columnOf[field];
    return { ...now, [column]: now[column] ?? other[column] };
  }, content);

/**
 * The parts that change, `row` being what is written of the pull request's own: a field that GitHub did not tell gets one,
 * and what was not told before and is now is no gap.
 */
export function mergeFieldParts(
  held: HeldPullRequest | undefined,
  facts: PullRequestFacts,
  row: HeldRow | undefined,
): ReadonlyMap<Part, HeldPart> {
  const order = held === undefined ? 1 : compareInstants(facts.version, held.row.version);
  if (facts.untold === undefined || order < 0) return new Map();
  const { content } = row ?? held?.row ?? facts;
  const changed = fieldParts.flatMap((field): readonly (readonly [Part, HeldPart])[] => {
    const wasOpen = isOpen(held?.parts, field);
    const reason = content[columnOf[field]] === undefined ? facts.untold?.get(field) : undefined;
    // Under one version an earlier answer may have told that there is nothing.
    if (!wasOpen && (reason === undefined || order === 0)) return [];
    const part: HeldPart = {
      state: reason === undefined ? 'complete' : 'unavailable',
      total: 0,
      held: 0,
      reason,
      completeVersion: undefined,
      observedAt: facts.observedAt,
    };
    return isSamePart(held?.parts.get(field), part) ? [] : [[field, part]];
  });
  return new Map(changed);
}
