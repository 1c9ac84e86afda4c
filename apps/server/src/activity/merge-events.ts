import type { EventFacts, ListFacts, Sighting } from './facts.ts';
import type { HeldPart } from './held.ts';
import { findCompletePoint, isSamePart, mergePart, type PartBefore } from './merge-part.ts';

export interface EventsChange {
  readonly written: readonly EventFacts[];
  /** Events that are written anew under another key. */
  readonly removed: readonly EventFacts[];
  readonly part: HeldPart | undefined;
}

export const toEventKey = (event: EventFacts): string =>
  `${event.kind} ${event.occurredAt.toISOString()} ${event.actorAccountId} ${event.subject}`;

/** Adds events not yet held. What happened stays: no list removes an event. */
export function mergeEvents(
  held: PartBefore & { readonly events: readonly EventFacts[] },
  facts: ListFacts<EventFacts> | undefined,
  sighting: Sighting,
): EventsChange {
  if (facts === undefined) return { written: [], removed: [], part: undefined };
  const before = new Map(held.events.map((event) => [toEventKey(event), event]));
  const now = addEvents(before, facts.items);
  const written = [...now].filter(([key, event]) => before.get(key) !== event);
  const removed = [...before].filter(([key]) => !now.has(key));
  const complete = findCompletePoint(held);
  const isDecided =
    facts.reason === undefined && (complete === undefined || sighting.version > complete.version);
  const part = mergePart(held, facts, sighting, {
    completeVersion: isDecided ? sighting.version : complete?.version,
    isDecided,
    held: now.size,
  });
  return {
    written: written.map(([, event]) => event),
    removed: removed.map(([, event]) => event),
    part: isSamePart(held.part, part) && written.length === 0 ? undefined : part,
  };
}

/** The same event may come without its node id, or once more after its actor is gone or what it was about was renamed. */
function addEvents(
  before: ReadonlyMap<string, EventFacts>,
  events: readonly EventFacts[],
): ReadonlyMap<string, EventFacts> {
  const now = new Map(before);
  const byNodeId = new Map([...before.values()].map((event) => [event.nodeId, event]));
  byNodeId.delete(undefined);
  for (const event of events) {
    const twin = now.get(toEventKey(event)) ?? byNodeId.get(event.nodeId);
    const better = twin === undefined ? event : mergeTwins(twin, event);
    if (twin !== undefined) now.delete(toEventKey(twin));
    now.set(toEventKey(better), better);
    if (better.nodeId !== undefined) byNodeId.set(better.nodeId, better);
  }
  return now;
}

/** The first one stays, unless only the second one knows who acted. */
function mergeTwins(held: EventFacts, seen: EventFacts): EventFacts {
  const isActorNew = held.actorAccountId === 0 && seen.actorAccountId !== 0;
  if (isActorNew) return { ...seen, nodeId: seen.nodeId ?? held.nodeId };
  return held.nodeId === undefined && seen.nodeId !== undefined ? { ...held, nodeId: seen.nodeId } : held;
}
