import type { UnreadableEntry } from '@throughline/github';
import type { Unreadable } from './quarantine.sql.ts';

/** An entry of a page that could not be read. Without a number it is known by its place in the list. */
export const toUnreadable = (entry: UnreadableEntry, cursor: string | undefined): Unreadable => ({
  key: entry.number === undefined ? `after:${cursor ?? ''}:${entry.position}` : String(entry.number),
  nodeId: findNodeId(entry.sample),
  reason: entry.reason,
  detail: entry.detail,
  sample: entry.sample,
});

/** By which an entry that could not be read can be asked for by itself. */
export function findNodeId(sample: unknown): string | undefined {
  if (typeof sample !== 'object' || sample === null || !('id' in sample)) return undefined;
  return typeof sample.id === 'string' ? sample.id : undefined;
}
