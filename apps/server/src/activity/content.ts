/** Two contents are the same when every field is; a field that is absent equals one that is undefined. */
export const isSameContent = (left: object, right: object): boolean => toText(left) === toText(right);

const toText = (content: object): string =>
  JSON.stringify(
    Object.entries(content)
      .filter(([, value]) => value !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );

/** The later of two instants. */
export const laterOf = (left: Date, right: Date): Date => (left >= right ? left : right);

/** -1, 0 or 1 as `left` is before, at or after `right`. */
export const compareInstants = (left: Date, right: Date): -1 | 0 | 1 => {
  const difference = left.getTime() - right.getTime();
  if (difference === 0) return 0;
  return difference < 0 ? -1 : 1;
};
