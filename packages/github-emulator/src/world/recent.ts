/** Values made last, by key. */
export interface Recent<Key, Value> {
  /** The value of the key, made unless it is still held. */
  get(key: Key, make: () => Value): Value;
}

/** Holds at most `most` values; the one that was not asked for longest goes first. */
export function createRecent<Key, Value>(most: number): Recent<Key, Value> {
  const held = new Map<Key, { readonly value: Value }>();
  return {
    get(key, make) {
      const known = held.get(key);
      held.delete(key);
      const kept = known ?? { value: make() };
      held.set(key, kept);
      const [oldest] = held.keys();
      if (held.size > most && oldest !== undefined) held.delete(oldest);
      return kept.value;
    },
  };
}
