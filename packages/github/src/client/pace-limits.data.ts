/**
 * What one process allows itself for one bucket owner: four fifths of GitHub's secondary limits (GitHub, "Rate limits
 * for the REST API", About secondary rate limits), so that a second process or a person's own tools find room.
 */
export interface PaceLimits {
  readonly concurrent: number;
  readonly restRequestsPerMinute: number;
  readonly graphqlRequestsPerMinute: number;
  /** GitHub counts CPU time; the time an answer takes is its estimate, and never below it. */
  readonly graphqlBusyMsPerMinute: number;
  readonly busyMsPerMinute: number;
}

/** Of a host that counts nothing, an Enterprise Server whose limits are off: only not everything at once. */
export const toUncountedLimits = ({ concurrent }: PaceLimits): PaceLimits => ({
  concurrent,
  restRequestsPerMinute: Number.POSITIVE_INFINITY,
  graphqlRequestsPerMinute: Number.POSITIVE_INFINITY,
  graphqlBusyMsPerMinute: Number.POSITIVE_INFINITY,
  busyMsPerMinute: Number.POSITIVE_INFINITY,
});

export const paceLimits: PaceLimits = {
  concurrent: 20,
  restRequestsPerMinute: 720,
  graphqlRequestsPerMinute: 1600,
  graphqlBusyMsPerMinute: 48_000,
  busyMsPerMinute: 72_000,
};
