import * as z from 'zod';
import { toReason } from '../fields/connection.ts';
import { instant } from '../fields/scalars.ts';
import type { UnavailableReason } from '../records/connection.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { type Asked, rawPullRequest, toPullRequestRecord } from './to-pull-request-record.ts';

/** An entry that GitHub listed and did not give, or gave in a shape that cannot be read. */
export interface UnreadableEntry {
  readonly position: number;
  readonly number: number | undefined;
  /** Where that much can be read of it. */
  readonly updatedAt: Date | undefined;
  readonly reason: UnavailableReason;
  /** Which field, and what is wrong with it. */
  readonly detail: string;
  /** What GitHub sent, to be kept for whoever repairs this. */
  readonly sample: unknown;
}

export type Entry =
  | { readonly kind: 'record'; readonly record: PullRequestRecord }
  | { readonly kind: 'unreadable'; readonly entry: UnreadableEntry };

/**
 * Fields of one value that may be empty: with an error beside, an empty one does not say that there is nothing. Not among
 * them: the head's repository, which a token may really not be allowed to see.
 */
const single: ReadonlySet<string | number | undefined> = new Set([
  'author',
  'mergedBy',
  'mergeCommit',
  'publishedAt',
  'closedAt',
  'mergedAt',
  'reviewDecision',
]);

/** One entry of a list of pull requests: an odd one costs only itself. */
export function toEntry(raw: unknown, position: number, asked: Asked): Entry {
  const parsed = rawPullRequest.safeParse(raw);
  const toUnreadable = (why: Why): Entry => ({
    kind: 'unreadable',
    entry: { position, ...findMarks(raw), ...why, sample: raw },
  });
  if (!parsed.success) return toUnreadable(toUnread(raw, asked.gaps, parsed.error));
  const lost = findLost(asked.gaps);
  if (lost !== undefined) return toUnreadable(lost);
  return { kind: 'record', record: toPullRequestRecord(parsed.data, asked) };
}

type Why = Pick<UnreadableEntry, 'reason' | 'detail'>;

function findLost(gaps: Asked['gaps']): Why | undefined {
  const lost = gaps.find(({ path, kind }) => single.has(path[0]) && kind !== 'resource-limit');
  return lost && { reason: 'unreadable', detail: lost.githubMessage ?? `${lost.path.join('.')}: not told` };
}

function toUnread(raw: unknown, gaps: Asked['gaps'], { issues: [issue] }: z.ZodError): Why {
  const isMissing = raw === null || gaps.length > 0;
  return {
    reason: isMissing ? toReason(gaps[0]?.kind) : 'unreadable',
    detail: gaps[0]?.githubMessage ?? `${issue?.path.join('.')}: ${issue?.message}`,
  };
}

const number = z.object({ number: z.number().int() });
const updatedAt = z.object({ updatedAt: instant });

/** What tells an entry apart, each where it can be read. */
const findMarks = (raw: unknown): Pick<UnreadableEntry, 'number' | 'updatedAt'> => ({
  number: number.safeParse(raw).data?.number,
  updatedAt: updatedAt.safeParse(raw).data?.updatedAt,
});
