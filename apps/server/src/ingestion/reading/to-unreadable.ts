import type { UnreadableEntry } from '@throughline/github';
import { toPlaceKey } from './place.ts';
import type { Unreadable } from './quarantine.sql.ts';

/** An entry of a page that could not be read. Without a number it is known by its place in the list. */
export const toUnreadable = (entry: UnreadableEntry, cursor: string | undefined): Unreadable => ({
  key: entry.number === undefined ? toPlaceKey(cursor, entry.position) : String(entry.number),
  nodeId: findNodeId(entry.sample),
  reason: entry.reason,
  detail: entry.detail,
  sample: entry.sample,
});

/** One that was asked for by itself and could not be read: it stays known by what it was asked for. */
export const toUnreadableOf = (
  entry: UnreadableEntry,
  asked: Pick<Unreadable, 'key' | 'nodeId'>,
): Unreadable => ({
  ...toUnreadable(entry, undefined),
  key: asked.key,
  nodeId: findNodeId(entry.sample) ?? asked.nodeId,
});

/** By which an entry that could not be read can be asked for by itself. */
export function findNodeId(sample: unknown): string | undefined {
  if (typeof sample !== 'object' || sample === null || !('id' in sample)) return undefined;
  return typeof sample.id === 'string' ? sample.id : undefined;
}
