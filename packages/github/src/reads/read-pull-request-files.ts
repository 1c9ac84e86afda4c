import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { findGapsBelow, rawConnection, toConnection, toReason } from '../fields/connection.ts';
import { file, fileFields } from '../fields/file.ts';
import { instant } from '../fields/scalars.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { Connection } from '../records/connection.ts';
import type { FileRecord } from '../records/pull-request-record.ts';

const text = `
  query pullRequestFiles($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on PullRequest {
        updatedAt
        files(first: 100) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...fileFields }
        }
      }
    }
    rateLimit { cost }
  }
  ${fileFields}
`;

const data = z.object({ nodes: z.array(z.object({ updatedAt: instant, files: rawConnection }).nullable()) });

interface Variables extends Readonly<Record<string, unknown>> {
  readonly ids: readonly string[];
}

export const pullRequestFiles: Operation<Variables, z.output<typeof data>> = {
  name: 'pullRequestFiles',
  text,
  data,
  requests: ({ ids }) => ids.length,
};

export interface PullRequestFiles {
  readonly nodeId: string;
  /** The version they were listed under; undefined when the pull request is not there. */
  readonly updatedAt: Date | undefined;
  /** GitHub's clock. */
  readonly observedAt: Date;
  /** GitHub lists at most 3,000; a pull request with more stays incomplete. */
  readonly files: Connection<FileRecord>;
}

interface FilesRequest {
  /** At most 100; GitHub computes a diff for each, so ten at a time is a good start. */
  readonly nodeIds: readonly string[];
}

/**
 * The first files of pull requests, a question of its own because it is the one that times out. One entry for each id asked,
 * in that order; files that may not be seen are unavailable with a reason, never 0.
 */
export async function readPullRequestFiles(
  client: GitHubClient,
  { nodeIds }: FilesRequest,
): Promise<readonly PullRequestFiles[]> {
  const variables = { ids: nodeIds };
  const {
    data: found,
    gaps,
    observedAt,
  } = await queryGraphql(client, pullRequestFiles, variables, {
    acceptCutOff: nodeIds.length === 1,
  });
  return nodeIds.map((nodeId, at) => {
    const node = found.nodes[at] ?? undefined;
    const below = findGapsBelow(gaps, 'nodes', at);
    if (node === undefined) {
      return {
        nodeId,
        updatedAt: undefined,
        observedAt,
        files: {
          items: [],
          total: undefined,
          isComplete: false,
          unavailableReason: toReason(below[0]?.kind),
        },
      };
    }
    const { updatedAt } = node;
    return {
      nodeId,
      updatedAt,
      observedAt,
      files: toConnection(node.files, file, findGapsBelow(below, 'files')),
    };
  });
}
