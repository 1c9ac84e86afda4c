/** So much room the name of a week needs, in pixels. */
export const labelWidth = 76;

interface Axis {
  readonly count: number;
  readonly width: number;
  readonly toX: (place: number) => number;
}

/**
 * Which places of an axis are named, and where their names stand: from the last to the first, each where its name does not
 * come near the one after it. The last one's name is moved inwards, so that it ends with the picture.
 */
export function toAxisLabels({ count, width, toX }: Axis): ReadonlyMap<number, number> {
  const labels = new Map<number, number>();
  let until = width;
  for (let place = count - 1; place >= 0; place -= 1) {
    const x = Math.min(toX(place), width - labelWidth / 2);
    if (x + labelWidth / 2 > until) continue;
    labels.set(place, x);
    until = x - labelWidth / 2;
  }
  return labels;
}
