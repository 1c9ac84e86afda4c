import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { actorFields } from '../fields/actor.ts';
import { findGapsBelow, rawConnection } from '../fields/connection.ts';
import { labelFields } from '../fields/label.ts';
import { reviewerFields } from '../fields/reviewer.ts';
import { timelineItemFields, timelineItemTypes } from '../fields/timeline-item.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import { type PartPlace, type PlaceVariables, slots, toPlaceVariables } from './part-place.ts';
import type { PartAnswer } from './pull-request-part.ts';

const page = `
  fragment timelinePage on PullRequestTimelineItemsConnection {
    totalCount pageInfo { hasNextPage endCursor } nodes { ...timelineItemFields }
  }
  ${timelineItemFields}
`;

// A question has one cursor for all ids of \`nodes\`; these lists go on each from a place of its own.
const text = `
  query pullRequestTimelines(
    $id0: ID!, $on0: Boolean!, $after0: String, $id1: ID!, $on1: Boolean!, $after1: String,
    $id2: ID!, $on2: Boolean!, $after2: String, $id3: ID!, $on3: Boolean!, $after3: String,
    $id4: ID!, $on4: Boolean!, $after4: String, $id5: ID!, $on5: Boolean!, $after5: String,
    $id6: ID!, $on6: Boolean!, $after6: String, $id7: ID!, $on7: Boolean!, $after7: String,
    $id8: ID!, $on8: Boolean!, $after8: String, $id9: ID!, $on9: Boolean!, $after9: String
  ) {
    t0: node(id: $id0) @include(if: $on0) { ... on PullRequest { timelineItems(first: 100, after: $after0, itemTypes: ${timelineItemTypes}) { ...timelinePage } } }
    t1: node(id: $id1) @include(if: $on1) { ... on PullRequest { timelineItems(first: 100, after: $after1, itemTypes: ${timelineItemTypes}) { ...timelinePage } } }
    t2: node(id: $id2) @include(if: $on2) { ... on PullRequest { timelineItems(first: 100, after: $after2, itemTypes: ${timelineItemTypes}) { ...timelinePage } } }
    t3: node(id: $id3) @include(if: $on3) { ... on PullRequest { timelineItems(first: 100, after: $after3, itemTypes: ${timelineItemTypes}) { ...timelinePage } } }
    t4: node(id: $id4) @include(if: $on4) { ... on PullRequest { timelineItems(first: 100, after: $after4, itemTypes: ${timelineItemTypes}) { ...timelinePage } } }
    t5: node(id: $id5) @include(if: $on5) { ... on PullRequest { timelineItems(first: 100, after: $after5, itemTypes: ${timelineItemTypes}) { ...timelinePage } } }
    t6: node(id: $id6) @include(if: $on6) { ... on PullRequest { timelineItems(first: 100, after: $after6, itemTypes: ${timelineItemTypes}) { ...timelinePage } } }
    t7: node(id: $id7) @include(if: $on7) { ... on PullRequest { timelineItems(first: 100, after: $after7, itemTypes: ${timelineItemTypes}) { ...timelinePage } } }
    t8: node(id: $id8) @include(if: $on8) { ... on PullRequest { timelineItems(first: 100, after: $after8, itemTypes: ${timelineItemTypes}) { ...timelinePage } } }
    t9: node(id: $id9) @include(if: $on9) { ... on PullRequest { timelineItems(first: 100, after: $after9, itemTypes: ${timelineItemTypes}) { ...timelinePage } } }
    rateLimit { cost }
  }
  ${page}
  ${labelFields}
  ${reviewerFields}
  ${actorFields}
`;

const data = z.record(z.string(), z.unknown());
const node = z.object({ timelineItems: rawConnection });
/** As many timelines as there are places: a point for the ten of them. */
export const pullRequestTimelines: Operation<PlaceVariables, z.output<typeof data>> = {
  name: 'pullRequestTimelines',
  text,
  data,
  requests: (variables) => slots.filter((slot) => variables[`on${slot}`] === true).length,
};

/** Reads timelines on, each from its place; one answer for each, in that order. */
export async function readTimelines(
  client: GitHubClient,
  places: readonly PartPlace[],
): Promise<readonly PartAnswer[]> {
  const { data: found, gaps } = await queryGraphql(client, pullRequestTimelines, toPlaceVariables(places), {
    acceptCutOff: places.length === 1,
  });
  return places.map(({ nodeId, after }, slot) => {
    const parsed = node.nullish().safeParse(found[`t${slot}`]);
    const unreadable = parsed.success ? [] : [{ kind: 'unreadable' as const, path: [] }];
    const below = findGapsBelow(gaps, `t${slot}`);
    return {
      nodeId,
      raw: parsed.data?.timelineItems,
      gaps: [...(parsed.data == null ? below : findGapsBelow(below, 'timelineItems')), ...unreadable],
      isContinued: after !== undefined,
    };
  });
}
