import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { account, actorFields } from '../fields/actor.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { AccountRecord } from '../records/account-record.ts';

/** `User.email` is not asked for: it takes a scope of its own, and without it GitHub may refuse the whole question. */
const text = `
  query accounts($login: String!, $search: String!, $isLogin: Boolean!) {
    user(login: $login) @include(if: $isLogin) { ...actorFields }
    search(query: $search, type: USER, first: 20) { nodes { ... on User { ...actorFields } } }
    rateLimit { cost }
  }
  ${actorFields}
`;

/** What is found and is no person (an organisation) comes as an empty object. */
const data = z.object({
  user: z.unknown().optional(),
  search: z.object({ nodes: z.array(z.unknown()).nullish() }),
});

interface Variables extends Readonly<Record<string, unknown>> {
  readonly login: string;
  readonly search: string;
  readonly isLogin: boolean;
}

export const accountSearch: Operation<Variables, z.output<typeof data>> = {
  name: 'accounts',
  text,
  data,
  requests: () => 1,
};

export interface AccountFound {
  readonly account: AccountRecord;
  /** The public address by which GitHub found the account; undefined when an address was not what was searched for. */
  readonly publicEmail: string | undefined;
}

/** GitHub's own rule for logins; Enterprise Managed Users have an underscore and the company's short code. */
const loginShape = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}(?:_[a-z\d]+)?$/i;

/**
 * GitHub accounts of people by login, name or e-mail address, the exact login first; at most 21. An address is found
 * only where its owner made it public.
 */
export async function findAccounts(client: GitHubClient, query: string): Promise<readonly AccountFound[]> {
  const wanted = toPlainWords(query);
  if (wanted === '') return [];
  const isLogin = loginShape.test(wanted);
  const isEmail = wanted.includes('@');
  const result = await queryGraphql(client, accountSearch, {
    login: isLogin ? wanted : '',
    search: `${wanted} ${isEmail ? 'in:email' : 'in:login in:name'} type:user`,
    isLogin,
  });
  const found = [result.data.user, ...(result.data.search.nodes ?? [])].flatMap((node) => {
    const parsed = account.safeParse(node);
    return parsed.success ? [parsed.data] : [];
  });
  const unique = new Map(found.map((one) => [one.githubId, one]));
  return [...unique.values()].map((one) => ({ account: one, publicEmail: isEmail ? wanted : undefined }));
}

/** A colon would make a word one of GitHub's qualifiers. */
const toPlainWords = (query: string): string =>
  query.trim().replace(/^@/, '').replaceAll(/[:"]/g, ' ').trim().slice(0, 100);
