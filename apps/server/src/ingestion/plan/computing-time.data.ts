/**
 * GitHub's computing time as the design models it (what GitHub publishes is the limit on it, not the time itself):
 * GITHUB.md section 11, on the strict side. A test holds these to the emulator's.
 */
export const computingTime = {
  graphql: { baseSeconds: 0.05, perNodeSeconds: 0.004, perPullRequestWithFilesSeconds: 0.06 },
  rest: { baseSeconds: 0.05, perItemSeconds: 0.0005 },
  /** A repository with more pull requests takes so many times as long. */
  large: { pullRequests: 10_000, factor: 2.5 },
  timeoutSeconds: 10,
  /** A question that is not finished by then costs its points so often. */
  timeoutPointsFactor: 2,
  /** GitHub's secondary limits as seconds of an hour: 60 of a minute for GraphQL, 90 in all. */
  anHour: { graphqlSeconds: 3_600, restSeconds: 1_800 },
} as const;
