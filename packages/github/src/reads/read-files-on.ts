import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { findGapsBelow, rawConnection, toConnection, toReason } from '../fields/connection.ts';
import { file, fileFields } from '../fields/file.ts';
import { instant } from '../fields/scalars.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import { mostPlaces, type PartPlace, type PlaceVariables, slots, toPlaceVariables } from './part-place.ts';
import type { PullRequestFiles } from './read-pull-request-files.ts';

const text = `
  query pullRequestFilesOn(
    $id0: ID!, $on0: Boolean!, $after0: String, $id1: ID!, $on1: Boolean!, $after1: String,
    $id2: ID!, $on2: Boolean!, $after2: String, $id3: ID!, $on3: Boolean!, $after3: String,
    $id4: ID!, $on4: Boolean!, $after4: String, $id5: ID!, $on5: Boolean!, $after5: String,
    $id6: ID!, $on6: Boolean!, $after6: String, $id7: ID!, $on7: Boolean!, $after7: String,
    $id8: ID!, $on8: Boolean!, $after8: String, $id9: ID!, $on9: Boolean!, $after9: String
  ) {
    f0: node(id: $id0) @include(if: $on0) { ... on PullRequest { updatedAt files(first: 100, after: $after0) { ...filesPage } } }
    f1: node(id: $id1) @include(if: $on1) { ... on PullRequest { updatedAt files(first: 100, after: $after1) { ...filesPage } } }
    f2: node(id: $id2) @include(if: $on2) { ... on PullRequest { updatedAt files(first: 100, after: $after2) { ...filesPage } } }
    f3: node(id: $id3) @include(if: $on3) { ... on PullRequest { updatedAt files(first: 100, after: $after3) { ...filesPage } } }
    f4: node(id: $id4) @include(if: $on4) { ... on PullRequest { updatedAt files(first: 100, after: $after4) { ...filesPage } } }
    f5: node(id: $id5) @include(if: $on5) { ... on PullRequest { updatedAt files(first: 100, after: $after5) { ...filesPage } } }
    f6: node(id: $id6) @include(if: $on6) { ... on PullRequest { updatedAt files(first: 100, after: $after6) { ...filesPage } } }
    f7: node(id: $id7) @include(if: $on7) { ... on PullRequest { updatedAt files(first: 100, after: $after7) { ...filesPage } } }
    f8: node(id: $id8) @include(if: $on8) { ... on PullRequest { updatedAt files(first: 100, after: $after8) { ...filesPage } } }
    f9: node(id: $id9) @include(if: $on9) { ... on PullRequest { updatedAt files(first: 100, after: $after9) { ...filesPage } } }
    rateLimit { cost }
  }
  fragment filesPage on PullRequestChangedFileConnection {
    totalCount pageInfo { hasNextPage endCursor } nodes { ...fileFields }
  }
  ${fileFields}
`;

const data = z.record(z.string(), z.unknown());
const node = z.object({ updatedAt: instant, files: rawConnection });

/** Long lists of files, as many as there are places: a point for the ten of them. */
export const pullRequestFilesOn: Operation<PlaceVariables, z.output<typeof data>> = {
  name: 'pullRequestFilesOn',
  text,
  data,
  requests: (variables) => slots.filter((slot) => variables[`on${slot}`] === true).length,
};

/** Reads the files of at most ten pull requests on, each from a place of its own; one entry for each, in that order. */
export async function readFilesOn(
  client: GitHubClient,
  places: readonly PartPlace[],
): Promise<readonly PullRequestFiles[]> {
  if (places.length > mostPlaces) throw new RangeError(`At most ${mostPlaces} lists are read on at once.`);
  const {
    data: found,
    gaps,
    observedAt,
  } = await queryGraphql(client, pullRequestFilesOn, toPlaceVariables(places), {
    acceptCutOff: places.length === 1,
  });
  return places.map(({ nodeId }, slot) => {
    const raw = found[`f${slot}`] ?? undefined;
    const { data: one } = node.safeParse(raw);
    const below = findGapsBelow(gaps, `f${slot}`);
    const withheld = {
      items: [],
      total: undefined,
      isComplete: false,
      unavailableReason: raw === undefined ? toReason(below[0]?.kind) : 'unreadable',
    } as const;
    if (one === undefined) return { nodeId, updatedAt: undefined, observedAt, files: withheld };
    const files = toConnection(one.files, file, findGapsBelow(below, 'files'));
    return { nodeId, updatedAt: one.updatedAt, observedAt, files };
  });
}
