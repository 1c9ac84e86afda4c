import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { account, actorFields } from '../fields/actor.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { AccountRecord } from '../records/account-record.ts';

const text = `
  query accountsByIds($ids: [ID!]!) {
    nodes(ids: $ids) { ... on Actor { ...actorFields } }
    rateLimit { cost }
  }
  ${actorFields}
`;

const data = z.object({ nodes: z.array(z.unknown()) });

interface Variables extends Readonly<Record<string, unknown>> {
  readonly ids: readonly string[];
}

export const accountsByIds: Operation<Variables, z.output<typeof data>> = {
  name: 'accountsByIds',
  text,
  data,
  requests: () => 0,
};

export interface AccountsRead {
  readonly accounts: readonly AccountRecord[];
  /** GitHub's clock. */
  readonly observedAt: Date;
}

/** Accounts by node id, at most 100, as they are called today; those that are gone are left out. */
export async function readAccounts(client: GitHubClient, nodeIds: readonly string[]): Promise<AccountsRead> {
  const { data: found, observedAt } = await queryGraphql(client, accountsByIds, { ids: nodeIds });
  const accounts = found.nodes.flatMap((node) => {
    const parsed = account.safeParse(node);
    return parsed.success ? [parsed.data] : [];
  });
  return { accounts, observedAt };
}
