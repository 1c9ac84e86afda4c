import * as z from 'zod';
import type { Gap } from '../answers/graphql-errors.ts';
import { toReason } from '../fields/connection.ts';
import type { UntoldField, UntoldName } from '../records/pull-request-record.ts';

/** Without these it is not known what state a pull request is in. */
const dates: ReadonlySet<string> = new Set(['publishedAt', 'closedAt', 'mergedAt']);

/** Fields of one value that a record can be kept without. */
const names: ReadonlySet<string> = new Set<UntoldName>([
  'author',
  'mergedBy',
  'mergeCommit',
  'reviewDecision',
  'headRepository',
]);

const isName = (field: string): field is UntoldName => names.has(field);

/** Only a merged one has these: of another, nothing was withheld. */
const ofMerged: ReadonlySet<string> = new Set(['mergedBy', 'mergeCommit']);

export interface FieldsJudged {
  /** For this the pull request is to be asked for again: a fault that passes, or one that leaves its state open. */
  readonly lost: Gap | undefined;
  /** Without these its record is kept. */
  readonly untold: readonly UntoldField[];
}

/**
 * What errors beside fields of one value mean. An empty field then does not say that there is nothing: a refusal lasts, and
 * so may an answer that is cut off where nothing less can be asked; whatever else may be over at the next question.
 */
export function judgeFields(raw: unknown, gaps: readonly Gap[]): FieldsJudged {
  const fields = z.record(z.string(), z.unknown()).safeParse(raw).data ?? {};
  const judged = gaps.flatMap((gap): readonly (UntoldField | Gap)[] => {
    const field = String(gap.path[0]);
    if (dates.has(field)) return [gap];
    if (!isName(field)) return [];
    return toJudged({ field, gap, isEmpty: fields[field] == null, isMerged: fields['state'] === 'MERGED' });
  });
  return {
    lost: judged.find((one) => 'path' in one),
    untold: judged.filter((one) => 'field' in one),
  };
}

interface FieldGap {
  readonly field: UntoldName;
  readonly gap: Gap;
  readonly isEmpty: boolean;
  readonly isMerged: boolean;
}

function toJudged({ field, gap, isEmpty, isMerged }: FieldGap): readonly (UntoldField | Gap)[] {
  const reason = toReason(gap.kind);
  const isRefused = reason === 'forbidden';
  // A fork that this token may not see is as one that is gone.
  if (field === 'headRepository' && (isRefused || reason === 'gone')) return [];
  if (!isRefused && gap.kind !== 'resource-limit') return [gap];
  const isMissing = isEmpty && (isMerged || !ofMerged.has(field));
  return isMissing ? [{ field, reason: isRefused ? 'forbidden' : 'cut-off' }] : [];
}
