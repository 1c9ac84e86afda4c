import type { GitEntry } from './git-entry.ts';

/**
 * Answers what a merge brought: ancestors of its second parent that are none of its first, oldest first. `entries` are newest
 * first, children before their parents, so one walk down marks both sides; it stops where nothing is left that only the
 * second side has. The marks are reused: a merge costs its own range and no more.
 */
export function createRangeFinder(entries: readonly GitEntry[]): (merge: GitEntry) => readonly GitEntry[] {
  const sides = createSides(entries.length);
  const places = new Map(entries.map(({ oid }, place) => [oid, place]));
  const placesOf = (oids: readonly string[]) => oids.flatMap((oid) => places.get(oid) ?? []);

  const visit = (place: number): 'brought' | 'known' | undefined => {
    const side = sides.leave(place);
    if (side === undefined) return undefined;
    const mark = side === 'brought' ? sides.markBrought : sides.markKnown;
    for (const parent of placesOf(entries[place]?.parentOids ?? [])) mark(parent);
    return side;
  };
  return ({ parentOids }) => {
    const [known, brought] = [placesOf(parentOids.slice(0, 1)), placesOf(parentOids.slice(1, 2))];
    sides.clear();
    for (const place of known) sides.markKnown(place);
    for (const place of brought) sides.markBrought(place);
    const found: number[] = [];
    for (let place = Math.min(...known, ...brought); sides.hasOpen(); place += 1)
      if (visit(place) === 'brought') found.push(place);
    return found.reverse().flatMap((place) => entries[place] ?? []);
  };
}

/** Which side of a merge each commit is on; what both have is known. */
function createSides(length: number) {
  const brought = new Uint32Array(length);
  const known = new Uint32Array(length);
  let [round, open] = [0, 0];
  const isOpen = (place: number): boolean => brought[place] === round && known[place] !== round;
  const mark = (side: Uint32Array) => (place: number) => {
    const wasOpen = isOpen(place);
    side[place] = round;
    open += Number(isOpen(place)) - Number(wasOpen);
  };
  return {
    markBrought: mark(brought),
    markKnown: mark(known),
    hasOpen: () => open > 0,
    clear(): void {
      round += 1;
      open = 0;
    },
    leave(place: number): 'brought' | 'known' | undefined {
      if (known[place] === round) return 'known';
      if (brought[place] !== round) return undefined;
      open -= 1;
      return 'brought';
    },
  };
}
