/**
 * Issues and pull requests share one sequence of numbers, as on GitHub: of six, the fourth is an issue. Places count each
 * kind from 0.
 */
const pullOffsets = [1, 2, 3, 5, 6] as const;
const issueOffset = 4;
const block = 6;

export function pullNumberAt(place: number): number {
  return Math.floor(place / pullOffsets.length) * block + (pullOffsets[place % pullOffsets.length] ?? 0);
}

export function issueNumberAt(place: number): number {
  return place * block + issueOffset;
}

/** undefined where the number is an issue's, or no whole number above 0. */
export function pullPlaceOf(number: number): number | undefined {
  const offset = pullOffsets.findIndex((one) => one === ((number - 1) % block) + 1);
  return offset === -1 ? undefined : Math.floor((number - 1) / block) * pullOffsets.length + offset;
}

export function issuePlaceOf(number: number): number | undefined {
  return number > 0 && number % block === issueOffset ? (number - issueOffset) / block : undefined;
}

/** How many issues have a number below that of the last of `pulls` pull requests. */
export function countIssuesBelow(pulls: number): number {
  return pulls === 0 ? 0 : Math.floor((pullNumberAt(pulls - 1) + block - issueOffset) / block);
}

/** When a number was given, as a share of the way to the last: between its neighbours', never equal. */
export function shareOfNumber(number: number, pulls: number, jitter: number): number {
  return (number - 1 + 0.05 + jitter * 0.9) / Math.max(1, pullNumberAt(pulls - 1));
}
