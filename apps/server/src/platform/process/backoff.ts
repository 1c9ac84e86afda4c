const firstMs = 250;
const longestMs = 30_000;

/** The wait before the next start after so many deaths in a row: 0.25 s, then twice as long each time, up to 30 s. */
export const toBackoffMs = (deaths: number): number =>
  Math.min(longestMs, firstMs * 2 ** (Math.max(deaths, 1) - 1));
