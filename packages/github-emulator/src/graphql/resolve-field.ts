import type { GraphQLFieldResolver, GraphQLTypeResolver } from 'graphql';
import { GitHubError } from '../http/github-error.ts';
import type { RepositorySource } from '../world/model.ts';
import { checkField, checkObject } from './check-field.ts';
import type { Connection, Edge, Page } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { fieldTables } from './fields/tables.data.ts';
import { isInRepository } from './nodes.ts';

/** One resolver for the whole schema: looks the field up in its table; what no table has is refused and counted. */
export const resolveField: GraphQLFieldResolver<object, GraphqlContext> = (source, args, context, info) => {
  const { parentType, fieldName } = info;
  const type = parentType.name;
  if (isConnection(source))
    return resolveConnectionField(source, fieldName) ?? refuse(context, type, fieldName);
  if (isEdge(source, type)) return resolveEdgeField(source, fieldName, context, type);
  if (isPage(source)) return resolvePageInfo(source, fieldName);
  if (type === 'RateLimit') return Reflect.get(Reflect.get(source, 'facts'), fieldName);
  const table = fieldTables['table' in source ? String(source.table) : type];
  const resolver = table?.[fieldName];
  if (resolver === undefined) return refuse(context, type, fieldName);
  if (isInRepository(source)) touchRepository(context, source);
  checkField(context, `${type}.${fieldName}`, source);
  failOnPurpose(context, `${type}.${fieldName}`);

  // as: the table is chosen by the node's own name, and the schema checked the arguments
  const value = resolver(source as never, args as never, context);
  checkObject(context, value);
  return value;
};

/** Nodes carry their GraphQL type's name. */
export const resolveType: GraphQLTypeResolver<object, GraphqlContext> = (value) =>
  'typename' in value ? String(value.typename) : undefined;

function isConnection(source: object): source is Connection {
  return 'isConnection' in source;
}

function isPage(source: object): source is Page {
  return 'hasNextPage' in source;
}

function isEdge(source: object, type: string): source is Edge {
  return type.endsWith('Edge') && 'cursor' in source;
}

function resolveConnectionField(connection: Connection, field: string): unknown {
  if (field === 'totalCount') return connection.totalCount;
  if (field === 'nodes') return connection.readPage().edges.map(({ node }) => node);
  if (field === 'edges') return connection.readPage().edges;
  if (field === 'pageInfo') return connection.readPage();
  return connection.extras[field];
}

function resolveEdgeField(edge: Edge, field: string, context: GraphqlContext, type: string): unknown {
  if (field === 'cursor') return edge.cursor;
  if (field === 'node') return edge.node;
  return field in edge.extras ? edge.extras[field] : refuse(context, type, field);
}

function resolvePageInfo(page: Page, field: string): unknown {
  if (field === 'startCursor') return page.edges[0]?.cursor ?? null;
  if (field === 'endCursor') return page.edges.at(-1)?.cursor ?? null;
  return field === 'hasNextPage' ? page.hasNextPage : page.hasPreviousPage;
}

function refuse({ emulator }: GraphqlContext, type: string, field: string): never {
  emulator.unserved.count(`${type}.${field}`);
  throw new GitHubError(200, `Field '${field}' on type '${type}' is not emulated.`, {
    graphqlType: 'EMULATOR_UNSERVED',
  });
}

function failOnPurpose({ emulator }: GraphqlContext, field: string): void {
  const fault = emulator.faults.takeField(field);
  if (fault !== undefined) throw new GitHubError(200, fault.message, { graphqlType: fault.type });
}

function touchRepository(
  context: GraphqlContext,
  { repository }: { readonly repository: RepositorySource },
): void {
  context.meter.touchRepository(repository);
  failByPlan(context);
}

/** One field somewhere in the answer; the schema says how much is null for it. */
function failByPlan({ partial }: GraphqlContext): void {
  if (partial === undefined || partial.hasFired) return;
  partial.countdown -= 1;
  if (partial.countdown >= 0) return;
  partial.hasFired = true;
  const { type, message } = partial.error;
  throw new GitHubError(200, message, type === undefined ? {} : { graphqlType: type });
}
