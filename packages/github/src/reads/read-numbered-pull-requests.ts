import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { findGapsBelow } from '../fields/connection.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import { toFailure } from '../to-failure.ts';
import { mostPlaces, slots } from './part-place.ts';
import { countConnections, pullRequestFields } from './pull-request-fields.ts';
import { type PullRequestsRead, toPullRequestsRead } from './read-pull-requests.ts';

const text = `
  query pullRequestsByNumber(
    $repository: ID!, $withSets: Boolean!,
    $number0: Int!, $on0: Boolean!, $number1: Int!, $on1: Boolean!, $number2: Int!, $on2: Boolean!,
    $number3: Int!, $on3: Boolean!, $number4: Int!, $on4: Boolean!, $number5: Int!, $on5: Boolean!,
    $number6: Int!, $on6: Boolean!, $number7: Int!, $on7: Boolean!, $number8: Int!, $on8: Boolean!,
    $number9: Int!, $on9: Boolean!
  ) {
    node(id: $repository) {
      ... on Repository {
        n0: pullRequest(number: $number0) @include(if: $on0) { ...pullRequestFields }
        n1: pullRequest(number: $number1) @include(if: $on1) { ...pullRequestFields }
        n2: pullRequest(number: $number2) @include(if: $on2) { ...pullRequestFields }
        n3: pullRequest(number: $number3) @include(if: $on3) { ...pullRequestFields }
        n4: pullRequest(number: $number4) @include(if: $on4) { ...pullRequestFields }
        n5: pullRequest(number: $number5) @include(if: $on5) { ...pullRequestFields }
        n6: pullRequest(number: $number6) @include(if: $on6) { ...pullRequestFields }
        n7: pullRequest(number: $number7) @include(if: $on7) { ...pullRequestFields }
        n8: pullRequest(number: $number8) @include(if: $on8) { ...pullRequestFields }
        n9: pullRequest(number: $number9) @include(if: $on9) { ...pullRequestFields }
      }
    }
    rateLimit { cost }
  }
  ${pullRequestFields}
`;

const data = z.object({ node: z.record(z.string(), z.unknown()).nullish() });

interface Variables extends Readonly<Record<string, unknown>> {
  readonly repository: string;
}

/** As many pull requests as there are numbers: a point for the ten of them. */
export const pullRequestsByNumber: Operation<Variables, z.output<typeof data>> = {
  name: 'pullRequestsByNumber',
  text,
  data,
  requests: (variables) =>
    countConnections({ withSets: true }) * slots.filter((slot) => variables[`on${slot}`] === true).length,
};

/** The variables that ask for these numbers, at most ten. */
export const toNumberVariables = (repository: string, numbers: readonly number[]): Variables => ({
  repository,
  withSets: true,
  ...Object.fromEntries(
    slots.flatMap((slot): (readonly [string, number | boolean])[] => [
      [`number${slot}`, numbers[slot] ?? 0],
      [`on${slot}`, numbers[slot] !== undefined],
    ]),
  ),
});

/**
 * Pull requests of which only the number is known: at most ten of one repository. `position` is the place among the numbers.
 * Rejects with kind `gone` when the repository is not there for this token.
 */
export async function readNumberedPullRequests(
  client: GitHubClient,
  { repositoryNodeId, numbers }: { readonly repositoryNodeId: string; readonly numbers: readonly number[] },
): Promise<PullRequestsRead> {
  if (numbers.length > mostPlaces)
    throw new RangeError(`At most ${mostPlaces} numbers are asked for at once.`);
  const result = await queryGraphql(
    client,
    pullRequestsByNumber,
    toNumberVariables(repositoryNodeId, numbers),
    { acceptCutOff: numbers.length === 1 },
  );
  const node = result.data.node ?? undefined;
  if (node === undefined) throw toFailure(result.gaps[0] ?? { kind: 'gone' }, { status: 200 });
  const answers = numbers.map((_number, slot) => ({
    raw: node[`n${slot}`] ?? null,
    gaps: findGapsBelow(result.gaps, 'node', `n${slot}`),
  }));
  return toPullRequestsRead(client, answers, result.observedAt);
}
