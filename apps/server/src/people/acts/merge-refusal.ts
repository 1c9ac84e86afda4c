interface Mergeable {
  readonly personId: number;
  readonly name: string;
  readonly isDemo: boolean;
  readonly userId: number | undefined;
}

/** Why two people cannot be made one, with what to do; undefined when they can. */
export function findMergeRefusal(from: Mergeable, into: Mergeable): string | undefined {
  if (from.personId === into.personId) return 'This is the same person. Choose another one to merge into.';
  if (from.isDemo !== into.isDemo) {
    return 'One of them is made up with the demo, which goes one day. Demo people and your own are not merged.';
  }
  if (from.userId !== undefined && into.userId !== undefined && from.userId !== into.userId) {
    return `Both ${from.name} and ${into.name} sign in as a user of their own. Untie one of them under Signs in as first.`;
  }
  return undefined;
}
