import { z } from 'zod';

const amount = z.number().nonnegative().exactOptional();

const constantsSchema = z.strictObject({
  primary: z
    .strictObject({
      core: amount,
      graphql: amount,
      searchPerMinute: amount,
      anonymousCore: amount,
      anonymousSearchPerMinute: amount,
    })
    .exactOptional(),
  secondary: z
    .strictObject({
      concurrent: amount,
      restPointsPerMinute: amount,
      graphqlPointsPerMinute: amount,
      graphqlCpuSecondsPerMinute: amount,
      cpuSecondsPerMinute: amount,
      blockSeconds: amount,
      silentRefusalOneIn: amount,
    })
    .exactOptional(),
  graphqlCpu: z
    .strictObject({
      baseSeconds: amount,
      perNodeSeconds: amount,
      perPullRequestWithFilesSeconds: amount,
      perCommitWithChecksSeconds: amount,
      largeRepositoryPullRequests: amount,
      largeRepositoryFactor: amount,
    })
    .exactOptional(),
  restCpu: z.strictObject({ baseSeconds: amount, perItemSeconds: amount }).exactOptional(),
  badLogins: z.strictObject({ attempts: amount, windowSeconds: amount, lockSeconds: amount }).exactOptional(),
  timeoutSeconds: amount,
  timeoutPointsFactor: amount,
  resourceLimitNodes: amount,
  possibleNodesLimit: amount,
  etagDiffersPerCredential: z.boolean().exactOptional(),
});

export const blockSchema = z.strictObject({ token: z.string() });

/** Body of `POST /_emulator/limits`: constants by section, switches, and the state of one token's buckets. */
export const limitsSchema = z.strictObject({
  constants: constantsSchema.exactOptional(),
  hasLimits: z.boolean().exactOptional(),
  latencyMs: z.number().nonnegative().exactOptional(),
  installationTokens: z.enum(['classic', 'stateless']).exactOptional(),
  pace: z.enum(['instant', 'modelled']).exactOptional(),
  used: z
    .strictObject({
      token: z.string(),
      resource: z.enum(['core', 'graphql', 'search']),
      used: z.number().nonnegative(),
    })
    .exactOptional(),
  block: blockSchema.exactOptional(),
});
