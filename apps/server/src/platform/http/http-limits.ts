/** How much one caller may have of the server. */
export interface HttpLimits {
  readonly bodyBytes: number;
  /** Calls of one user, or of one address without one. */
  readonly callsPerMinute: number;
  readonly streamsPerUser: number;
  readonly heartbeatMs: number;
  /** How long after its session a stream may live, at most. */
  readonly sessionCheckMs: number;
}

export const defaultLimits: HttpLimits = {
  bodyBytes: 1024 * 1024,
  callsPerMinute: 600,
  streamsPerUser: 20,
  heartbeatMs: 10_000,
  sessionCheckMs: 3_000,
};
