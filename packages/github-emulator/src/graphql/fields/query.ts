import { GitHubError } from '../../http/github-error.ts';
import { parseAccountSearch } from '../../reading/parse-account-search.ts';
import { checkOrganisation, checkRepository } from '../check-field.ts';
import { type Connection, type PageArgs, toArrayConnection } from '../connection.ts';
import type { FieldTable, GraphqlContext } from '../context.ts';
import { toAccountNode, toRepositoryNode } from '../nodes.ts';
import { refuseArguments } from '../unserved-arguments.ts';
import { findVisibleNode } from './find-visible-node.ts';

/** Entry points of every query. The root value is an empty object. */
export const queryFields: FieldTable<object> = {
  viewer: (_root, _args, context) => toViewerNode(context),
  relay: (root) => root,
  rateLimit(_root, _args, { quota, cost }) {
    if (quota === undefined) return null;
    const { limit, remaining, used } = quota;
    const resetAt = new Date(quota.resetAt * 1000).toISOString().replace('.000Z', 'Z');
    const facts = { cost: cost.points, nodeCount: cost.possibleNodes, limit, remaining, used, resetAt };
    return { typename: 'RateLimit', facts };
  },
  repository(_root, args: RepositoryArgs, context: GraphqlContext) {
    const found = context.emulator.world.findRepositoryByName(args.owner, args.name);
    const isFollowed = found?.isRedirected !== true || args.followRenames !== false;
    if (found === undefined || !isFollowed)
      throw unresolved('Repository', 'name', `${args.owner}/${args.name}`);
    const access = context.emulator.access.ofRepository(context.viewer, found.source.record, []);
    if (access.kind === 'hidden') throw unresolved('Repository', 'name', `${args.owner}/${args.name}`);
    checkRepository(context, found.source, []);
    return toRepositoryNode(found.source);
  },
  organization(_root, { login }: LoginArgs, context: GraphqlContext) {
    const organisation = context.emulator.world.findOrganisation(login);
    if (organisation === undefined) throw unresolved('Organization', 'login', login);
    checkOrganisation(context, organisation.account);
    return toAccountNode(organisation.account);
  },
  user(_root, { login }: LoginArgs, { emulator }: GraphqlContext) {
    const account = emulator.world.findAccountByLogin(login);
    if (account?.kind !== 'User') throw unresolved('User', 'login', login);
    return toAccountNode(account);
  },
  repositoryOwner(_root, { login }: LoginArgs, context: GraphqlContext) {
    const account = context.emulator.world.findAccountByLogin(login);
    if (account?.kind !== 'User' && account?.kind !== 'Organization') return null;
    checkOrganisation(context, account);
    return toAccountNode(account);
  },
  node(_root, { id }: { readonly id: string }, context: GraphqlContext) {
    context.meter.addNodes(1);
    return findVisibleNode(context, id);
  },
  nodes(_root, { ids }: { readonly ids: readonly string[] }, context: GraphqlContext) {
    context.meter.addNodes(ids.length);
    return ids.map((id) => findOrError(context, id));
  },
  search(_root, args: SearchArgs, context: GraphqlContext): Connection {
    if (args.type !== 'USER') refuseArguments(context, `search(type: ${args.type})`, args, ['type']);
    const search = parseAccountSearch(args.query);
    if (search.kind === 'unserved') {
      refuseArguments(context, `search(query: "${search.qualifier}")`, args, ['query']);
      return toArrayConnection(context, args, [], { toNode: () => null });
    }
    const found = context.emulator.world.searchAccounts(search.query);
    const extras = {
      userCount: found.length,
      repositoryCount: 0,
      issueCount: 0,
      codeCount: 0,
      discussionCount: 0,
      wikiCount: 0,
    };
    return toArrayConnection(context, args, found.slice(0, 1_000), { toNode: toAccountNode, extras });
  },
};

/** An installation's bot is answered as a user, as the schema knows no other viewer. */
function toViewerNode({ viewer: { account } }: GraphqlContext) {
  if (account.kind !== 'Bot') return toAccountNode(account);
  return toAccountNode({ ...account, kind: 'User', login: `${account.login}[bot]` });
}

type LoginArgs = { readonly login: string };
type RepositoryArgs = {
  readonly owner: string;
  readonly name: string;
  readonly followRenames?: boolean | null;
};
type SearchArgs = PageArgs & { readonly query: string; readonly type: string };

/** One bad id spoils its own place only: graphql-js reports an error value there. */
function findOrError(context: GraphqlContext, id: string): unknown {
  try {
    return findVisibleNode(context, id);
  } catch (error) {
    return error;
  }
}

function unresolved(type: string, field: string, value: string): GitHubError {
  const article = /^[AEIO]/.test(type) ? 'an' : 'a';
  const relation = field === 'name' ? `with the name '${value}'` : `with the login of '${value}'`;
  return new GitHubError(200, `Could not resolve to ${article} ${type} ${relation}.`, {
    graphqlType: 'NOT_FOUND',
  });
}
