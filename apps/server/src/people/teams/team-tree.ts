/** A team and the one it is part of, by whatever names them. */
export interface TeamPlace<Key> {
  readonly key: Key;
  readonly parent: Key | undefined;
}

/**
 * The circle that one of these places would close, beginning and ending with the same team; undefined where they make a
 * forest. A parent that is not among them is a root.
 */
export function findCircle<Key>(places: readonly TeamPlace<Key>[]): readonly Key[] | undefined {
  const parents = new Map(places.map(({ key, parent }) => [key, parent]));
  const cleared = new Set<Key>();
  for (const { key } of places) {
    const path: Key[] = [];
    for (let at: Key | undefined = key; at !== undefined && !cleared.has(at); at = parents.get(at)) {
      const seen = path.indexOf(at);
      if (seen >= 0) return [...path.slice(seen), at];
      path.push(at);
    }
    for (const each of path) cleared.add(each);
  }
  return undefined;
}

/** "Payments is part of Commerce, which is part of Payments": what is wrong, naming the circle. */
export function toCircleSentence(names: readonly string[]): string {
  const [first, second, ...rest] = names;
  const tail = rest.map((name) => `, which is part of ${name}`).join('');
  return first === second
    ? `${first} can’t be part of itself.`
    : `Teams can’t go round in a circle: ${first} would be part of ${second}${tail}.`;
}
