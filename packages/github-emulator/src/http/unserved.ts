/** What was asked for and is not emulated, with how often: never answered with a guess, always counted. */
export type Unserved = {
  count(what: string): void;
  /** By name, most asked first. */
  list(): readonly { readonly what: string; readonly count: number }[];
  clear(): void;
};

export function createUnserved(): Unserved {
  const counts = new Map<string, number>();
  return {
    count(what) {
      counts.set(what, (counts.get(what) ?? 0) + 1);
    },
    list: () =>
      [...counts].map(([what, count]) => ({ what, count })).sort((left, right) => right.count - left.count),
    clear: () => counts.clear(),
  };
}
