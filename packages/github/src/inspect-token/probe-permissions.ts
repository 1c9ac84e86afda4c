import * as z from 'zod';
import type { Gap } from '../answers/graphql-errors.ts';
import type { GitHubClient } from '../client/github-client.ts';
import { optional } from '../fields/scalars.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { PermissionProbe, ProbeFinding } from './token-report.ts';

/** Public repositories answer everybody, so only a private one tells. */
const text = `
  query permissions($login: String!) {
    organization(login: $login) {
      membersWithRole(first: 1) { totalCount }
      repositories(first: 1, visibility: PRIVATE) {
        nodes {
          pullRequests(first: 1) { totalCount }
          issues(first: 1) { totalCount }
          defaultBranchRef { name }
        }
      }
    }
    rateLimit { cost }
  }
`;

const data = z.object({
  organization: optional(
    z.object({ repositories: optional(z.object({ nodes: optional(z.array(z.unknown())) })) }),
  ),
});

export const permissionProbe: Operation<{ readonly login: string }, z.output<typeof data>> = {
  name: 'permissions',
  text,
  data,
  requests: () => 4,
};

/**
 * What a token may read of an organisation, learnt by trying: GitHub tells the permissions of fine-grained tokens to
 * nobody. Without a private repository in reach, what only one could tell stays unknown.
 */
export async function probePermissions(client: GitHubClient, login: string): Promise<PermissionProbe> {
  const { data: found, gaps } = await queryGraphql(client, permissionProbe, { login });
  const hasPrivate = found.organization?.repositories?.nodes?.length === 1;
  const judge = (field: string, isTelling: boolean): ProbeFinding => {
    if (gaps.some((gap) => isDenial(gap) && gap.path.includes(field))) return 'denied';
    return isTelling ? 'granted' : 'unknown';
  };
  return {
    members: judge('membersWithRole', found.organization !== undefined),
    pullRequests: judge('pullRequests', hasPrivate),
    issues: judge('issues', hasPrivate),
    contents: judge('defaultBranchRef', hasPrivate),
  };
}

const isDenial = ({ kind }: Gap): boolean => kind === 'scope-missing';
