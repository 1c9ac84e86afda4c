import { computingTime } from './computing-time.data.ts';
import { noSpending, type Spending } from './spending.ts';

/** Questions over GraphQL, without what their answers hold. `factor`: times as long as GitHub usually takes. */
export const toQuestions = (questions: number, points: number, factor: number): Spending => ({
  ...noSpending,
  points,
  graphqlRequests: questions,
  graphqlCpuSeconds: questions * computingTime.graphql.baseSeconds * factor,
});

/** What answers hold. */
export const toNodes = (nodes: number, factor: number): Spending => ({
  ...noSpending,
  graphqlCpuSeconds: nodes * computingTime.graphql.perNodeSeconds * factor,
});

/** Lists of files, for each of which GitHub computes differences. */
export const toDifferences = (lists: number, factor: number): Spending => ({
  ...noSpending,
  graphqlCpuSeconds: lists * computingTime.graphql.perPullRequestWithFilesSeconds * factor,
});

/** Questions that GitHub gives up on after ten seconds, and charges more for. */
export const toGivenUp = (questions: number, points: number): Spending => ({
  ...noSpending,
  points: points * computingTime.timeoutPointsFactor,
  graphqlRequests: questions,
  graphqlCpuSeconds: questions * computingTime.timeoutSeconds,
});

/** Requests over REST with what they bring. */
export const toRest = (requests: number, items: number): Spending => ({
  ...noSpending,
  restRequests: requests,
  restCpuSeconds: requests * computingTime.rest.baseSeconds + items * computingTime.rest.perItemSeconds,
});
