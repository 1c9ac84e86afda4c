import * as z from 'zod';
import type { Gap } from '../answers/graphql-errors.ts';
import { toReason } from '../fields/connection.ts';
import { instant } from '../fields/scalars.ts';
import type { UnavailableReason } from '../records/connection.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { judgeFields } from './judge-fields.ts';
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

/** One entry of a list of pull requests: an odd one costs only itself. */
export function toEntry(raw: unknown, position: number, asked: Asked): Entry {
  const parsed = rawPullRequest.safeParse(raw);
  const toUnreadable = (why: Why): Entry => ({
    kind: 'unreadable',
    entry: { position, ...findMarks(raw), ...why, sample: raw },
  });
  if (!parsed.success) return toUnreadable(toUnread(raw, asked.gaps, parsed.error));
  const { lost, untold } = judgeFields(raw, asked.gaps);
  if (lost !== undefined) return toUnreadable(toLost(lost));
  return { kind: 'record', record: toPullRequestRecord(parsed.data, { ...asked, untold }) };
}

type Why = Pick<UnreadableEntry, 'reason' | 'detail'>;

const toLost = (gap: Gap): Why => ({
  reason: 'unreadable',
  detail: gap.githubMessage ?? `${gap.path.join('.')}: not told`,
});

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
