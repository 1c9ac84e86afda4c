/**
 * What reading a repository of average shape for the first time costs, by how many pull requests it has: a base, and so
 * much for each. For whoever has no connection yet to plan with: fitted to what `planSync` answers, within a fifth, and
 * held to it by a test.
 */
export const readingPrices = [
  {
    pullRequestsAtMost: 25,
    points: { base: 3, each: 0.04 },
    restRequests: { base: 0, each: 0 },
    computingSecondsEach: 0.23,
  },
  {
    pullRequestsAtMost: 10_000,
    points: { base: 4, each: 0.055 },
    restRequests: { base: 1, each: 0.06 },
    computingSecondsEach: 0.19,
  },
  {
    pullRequestsAtMost: Number.POSITIVE_INFINITY,
    points: { base: 4, each: 0.089 },
    restRequests: { base: 1, each: 0.06 },
    computingSecondsEach: 0.468,
  },
] as const;

/**
 * Minutes that a second of GitHub’s computing time takes, at least and at most: of 60 seconds a minute GitHub gives one
 * credential for GraphQL, we take 48, and organisations differ from the average one.
 */
export const minutesOfComputingSecond = { from: 0.75 / 60, to: 1.4 / 48 } as const;
