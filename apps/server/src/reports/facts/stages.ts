/** The events between which a merged pull request's time is divided, in seconds; absent ones never happened. */
export interface StageEvents {
  readonly firstCommitAt: number | undefined;
  readonly readyAt: number;
  readonly firstResponseAt: number | undefined;
  readonly lastApprovalAt: number | undefined;
  readonly mergedAt: number | undefined;
}

export interface Stages {
  readonly codingS: number;
  readonly pickupS: number;
  readonly reviewS: number;
  readonly mergeS: number;
  /** An event lay out of order and was moved. */
  readonly isMoved: boolean;
}

/**
 * Coding, pickup, review and merge of a merged pull request whose first commit is known (METRICS, section 2). Each event
 * is moved to where the one before it is, if it lies earlier, and to the merge, if it lies later; an absent one is the
 * next. The four are never negative and add up to the time from first commit to merge.
 */
export function toStages(events: StageEvents): Stages | undefined {
  const { firstCommitAt, readyAt, mergedAt } = events;
  if (firstCommitAt === undefined || mergedAt === undefined) return undefined;
  const place = (at: number, from: number): number => Math.max(from, Math.min(at, mergedAt));
  const approvedAt = events.lastApprovalAt ?? mergedAt;
  const respondedAt = events.firstResponseAt ?? approvedAt;
  const first = Math.min(firstCommitAt, mergedAt);
  const ready = place(readyAt, first);
  const response = place(respondedAt, ready);
  const approval = place(approvedAt, response);
  return {
    codingS: ready - first,
    pickupS: response - ready,
    reviewS: approval - response,
    mergeS: mergedAt - approval,
    isMoved:
      first !== firstCommitAt || ready !== readyAt || response !== respondedAt || approval !== approvedAt,
  };
}
