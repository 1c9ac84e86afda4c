import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { findGapsBelow } from '../fields/connection.ts';
import { optional } from '../fields/scalars.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { PermissionProbe, ProbeFinding } from './token-report.ts';

/**
 * Public repositories answer everybody, so only a private one tells. Each thing is asked of its own alias: a refusal
 * takes everything beside it along.
 */
const text = `
  query permissions($login: String!) {
    organization(login: $login) {
      pullRequests: repositories(first: 1, visibility: PRIVATE) { nodes { pullRequests(first: 1) { totalCount } } }
      issues: repositories(first: 1, visibility: PRIVATE) { nodes { issues(first: 1) { totalCount } } }
      contents: repositories(first: 1, visibility: PRIVATE) { nodes { defaultBranchRef { name } } }
    }
    membership: organization(login: $login) { membersWithRole(first: 1) { totalCount } }
    rateLimit { cost }
  }
`;

const probed = optional(z.object({ nodes: optional(z.array(z.unknown())) }));

const data = z.object({
  organization: optional(z.object({ pullRequests: probed, issues: probed, contents: probed })),
  membership: optional(z.unknown()),
});

export const permissionProbe: Operation<{ readonly login: string }, z.output<typeof data>> = {
  name: 'permissions',
  text,
  data,
  requests: () => 6,
};

/**
 * What a token may read of an organisation, learnt by trying: GitHub tells the permissions of fine-grained tokens to
 * nobody. Without a private repository in reach, what only one could tell stays unknown.
 */
export async function probePermissions(client: GitHubClient, login: string): Promise<PermissionProbe> {
  const { data: found, gaps } = await queryGraphql(client, permissionProbe, { login });
  const isDenied = (...place: readonly string[]): boolean =>
    findGapsBelow(gaps, ...place).some(({ kind }) => kind === 'scope-missing');
  const judge = (alias: 'pullRequests' | 'issues' | 'contents'): ProbeFinding => {
    if (isDenied('organization', alias)) return 'denied';
    return (found.organization?.[alias]?.nodes ?? []).length > 0 ? 'granted' : 'unknown';
  };
  return {
    members: isDenied('membership') ? 'denied' : found.membership === undefined ? 'unknown' : 'granted',
    pullRequests: judge('pullRequests'),
    issues: judge('issues'),
    contents: judge('contents'),
  };
}
