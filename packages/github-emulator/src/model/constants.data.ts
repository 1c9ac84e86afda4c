/**
 * What GitHub does not publish (and the limits it does), as data. The defaults are deliberately on the strict
 * side; every one is a setting of `startEmulator({ constants })` and of `POST /_emulator/limits`.
 */
export type ModelConstants = {
  /** Requests or points an hour (search: a minute) of one bucket owner. */
  readonly primary: {
    readonly core: number;
    readonly graphql: number;
    readonly searchPerMinute: number;
    readonly anonymousCore: number;
    readonly anonymousSearchPerMinute: number;
  };
  readonly secondary: {
    readonly concurrent: number;
    readonly restPointsPerMinute: number;
    readonly graphqlPointsPerMinute: number;
    readonly graphqlCpuSecondsPerMinute: number;
    readonly cpuSecondsPerMinute: number;
    readonly blockSeconds: number;
    /** One refusal in this many carries no `retry-after`. */
    readonly silentRefusalOneIn: number;
  };
  readonly graphqlCpu: {
    readonly baseSeconds: number;
    readonly perNodeSeconds: number;
    readonly perPullRequestWithFilesSeconds: number;
    readonly perCommitWithChecksSeconds: number;
    readonly largeRepositoryPullRequests: number;
    readonly largeRepositoryFactor: number;
  };
  readonly restCpu: { readonly baseSeconds: number; readonly perItemSeconds: number };
  readonly timeoutSeconds: number;
  /** A query that times out is charged this many times its points. */
  readonly timeoutPointsFactor: number;
  /** More nodes than this in one answer give partial data and RESOURCE_LIMITS_EXCEEDED. */
  readonly resourceLimitNodes: number;
  readonly possibleNodesLimit: number;
  readonly badLogins: {
    readonly attempts: number;
    readonly windowSeconds: number;
    readonly lockSeconds: number;
  };
  readonly etagDiffersPerCredential: boolean;
};

export const modelConstants: ModelConstants = {
  primary: {
    core: 5_000,
    graphql: 5_000,
    searchPerMinute: 30,
    anonymousCore: 60,
    anonymousSearchPerMinute: 10,
  },
  secondary: {
    concurrent: 100,
    restPointsPerMinute: 900,
    graphqlPointsPerMinute: 2_000,
    graphqlCpuSecondsPerMinute: 60,
    cpuSecondsPerMinute: 90,
    blockSeconds: 60,
    silentRefusalOneIn: 10,
  },
  graphqlCpu: {
    baseSeconds: 0.05,
    perNodeSeconds: 0.004,
    perPullRequestWithFilesSeconds: 0.06,
    perCommitWithChecksSeconds: 0.02,
    largeRepositoryPullRequests: 10_000,
    largeRepositoryFactor: 2.5,
  },
  restCpu: { baseSeconds: 0.05, perItemSeconds: 0.0005 },
  timeoutSeconds: 10,
  timeoutPointsFactor: 2,
  resourceLimitNodes: 12_000,
  possibleNodesLimit: 500_000,
  badLogins: { attempts: 5, windowSeconds: 60, lockSeconds: 300 },
  etagDiffersPerCredential: true,
};
