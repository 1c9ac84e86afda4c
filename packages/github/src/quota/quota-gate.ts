/** The buckets GitHub counts apart and that we use. */
export type QuotaResource = 'core' | 'graphql' | 'search';

/** Who the request is for, most urgent first. */
export type QuotaLane = 'person' | 'lookup' | 'incremental' | 'backfill';

export type WaitReason =
  /** The hour's quota is used. */
  | 'primary-limit'
  /** GitHub asked for a pause. */
  | 'secondary-limit'
  /** What is left is kept for more urgent lanes. */
  | 'lane-share'
  /** Staying under GitHub's per-minute limits. */
  | 'pace';

export interface QuotaRequest {
  readonly resource: QuotaResource;
  readonly lane: QuotaLane;
  /** Points expected: 1 for a REST read, the computed cost for a query. */
  readonly points: number;
}

export type QuotaDecision =
  | { readonly kind: 'go' }
  | { readonly kind: 'wait'; readonly untilAt: Date; readonly reason: WaitReason };

/** What the rate-limit headers said. Absent where the host has no limits (Enterprise Server by default). */
export interface QuotaSnapshot {
  readonly limit: number;
  readonly remaining: number;
  readonly used: number;
  readonly resetAt: Date;
}

/** What one finished request taught. Given for every admitted request, also for those that failed. */
export interface QuotaObservation {
  readonly request: QuotaRequest;
  /** Points charged as far as known: `rateLimit.cost` of a query, else the estimate; 0 when no answer came. */
  readonly points: number;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  readonly tookMs: number;
  readonly observedAt: Date;
  readonly snapshot: QuotaSnapshot | undefined;
  /** GitHub refused for a limit: nobody may use this bucket (`secondary-limit`: this credential) before `untilAt`. */
  readonly blocked: { readonly reason: WaitReason; readonly untilAt: Date } | undefined;
}

/**
 * The shared state of a bucket owner's quota. Implemented over the database by whoever owns the credentials, so that
 * any number of processes spend one budget. `admit` reserves `points` when it says `go`; `settle` gives the
 * reservation back and records what GitHub said.
 */
export interface QuotaGate {
  admit(request: QuotaRequest): Promise<QuotaDecision>;
  settle(observation: QuotaObservation): Promise<void>;
}

/** A gate that admits everything and keeps nothing, for hosts and tools without shared state. */
export const openGate: QuotaGate = {
  admit: async () => ({ kind: 'go' }),
  settle: async () => {},
};
