import * as z from 'zod';
import type { Gap } from '../answers/graphql-errors.ts';
import type { GitHubClient } from '../client/github-client.ts';
import { findGapsBelow } from '../fields/connection.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { countConnections, pullRequestFields } from './pull-request-fields.ts';
import { toEntry, type UnreadableEntry } from './to-entry.ts';

const text = `
  query pullRequests($ids: [ID!]!, $withSets: Boolean!) {
    nodes(ids: $ids) { ...pullRequestFields }
    rateLimit { cost }
  }
  ${pullRequestFields}
`;

const data = z.object({ nodes: z.array(z.unknown()) });

interface Variables extends Readonly<Record<string, unknown>> {
  readonly ids: readonly string[];
  readonly withSets: boolean;
}

export const pullRequestsByIds: Operation<Variables, z.output<typeof data>> = {
  name: 'pullRequests',
  text,
  data,
  requests: ({ ids, withSets }) => countConnections({ withSets }) * ids.length,
};

export interface PullRequestsRead {
  readonly pullRequests: readonly PullRequestRecord[];
  /** `position` is the place among those asked for. */
  readonly unreadable: readonly UnreadableEntry[];
  /** GitHub's clock. */
  readonly observedAt: Date;
}

/** Named pull requests, to look again at them: at most 29 node ids. Complete them with `completePullRequests`. */
export async function readPullRequests(
  client: GitHubClient,
  nodeIds: readonly string[],
): Promise<PullRequestsRead> {
  const result = await queryGraphql(
    client,
    pullRequestsByIds,
    { ids: nodeIds, withSets: true },
    { acceptCutOff: nodeIds.length === 1 },
  );
  const answers = result.data.nodes.map((raw, position) => ({
    raw,
    gaps: findGapsBelow(result.gaps, 'nodes', position),
  }));
  return toPullRequestsRead(client, answers, result.observedAt);
}

/** One answer for each pull request asked for by itself, in that order. */
export function toPullRequestsRead(
  client: GitHubClient,
  answers: readonly { readonly raw: unknown; readonly gaps: readonly Gap[] }[],
  observedAt: Date,
): PullRequestsRead {
  const { lacking } = client.schema;
  const entries = answers.map(({ raw, gaps }, position) =>
    toEntry(raw, position, { gaps, withSets: true, lacking }),
  );
  return {
    pullRequests: entries.flatMap((entry) => (entry.kind === 'record' ? [entry.record] : [])),
    unreadable: entries.flatMap((entry) => (entry.kind === 'unreadable' ? [entry.entry] : [])),
    observedAt,
  };
}
