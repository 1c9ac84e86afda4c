import type { Gap } from '../answers/graphql-errors.ts';
import { type RawConnection, toConnection } from '../fields/connection.ts';
import { timelineEvent } from '../fields/timeline-event.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';

/** The events this version knows, and how many it does not. GitHub's total counts kinds that were not asked for. */
export function toTimeline(
  raw: RawConnection,
  gaps: readonly Gap[],
): Pick<PullRequestRecord, 'timeline' | 'ignoredEventTotal'> {
  const all = toConnection(raw, timelineEvent, gaps, { isCounted: false });
  const items = all.items.filter((event) => event !== undefined);
  return { timeline: { ...all, items }, ignoredEventTotal: all.items.length - items.length };
}
