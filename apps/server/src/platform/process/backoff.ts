const firstMs = 250;
const longestMs = 30_000;

/** The wait before the next start after so many deaths in a row: 0.25 s, then twice as long each time, up to 30 s. */
export const toBackoffMs = (deaths: number): number =>
  Math.min(longestMs, firstMs * 2 ** (Math.max(deaths, 1) - 1));

/**
 * After living this long a process was well, and its death counts as its first. What dies of itself dies within seconds;
 * who is killed every half minute is to be back at once each time.
 */
const wellAfterMs = 15_000;

/** How many deaths in a row one is that follows so many others, after a life of so many milliseconds. */
export const countDeaths = (before: number, livedMs: number): number =>
  livedMs > wellAfterMs ? 1 : before + 1;
