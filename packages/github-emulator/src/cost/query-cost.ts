import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { locationsOf, maxPageSize, type QueryProblem, readPageBounds } from './page-bounds.ts';
import { collectSelections, type QueryScope, type SelectedField } from './selections.ts';

/** What a query would cost at most, by GitHub's published formula. */
export type QueryCost = {
  /** Requests needed if every page came back full. */
  readonly requests: number;
  /** `requests` ÷ 100, rounded half up, at least 1. */
  readonly points: number;
  readonly possibleNodes: number;
  readonly problems: readonly QueryProblem[];
};

type Tally = { requests: number; possibleNodes: number; problems: QueryProblem[] };

type Place = {
  readonly type: GraphQLCompositeType;
  readonly selectionSets: readonly SelectionSetNode[];
  readonly parents: number;
  readonly path: readonly string[];
};

/** Counts a validated operation: each connection costs one request for each of its possible parents. */
export function countQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): QueryCost {
  const scope: QueryScope = { schema, fragments: fragmentsOf(document), variables };
  const tally: Tally = { requests: 0, possibleNodes: 0, problems: [] };
  const root = schema.getRootType(operation.operation);
  if (root != null) {
    countPlace(scope, { type: root, selectionSets: [operation.selectionSet], parents: 1, path: [] }, tally);
  }
  return { ...tally, points: Math.max(1, Math.round(tally.requests / 100)) };
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

function countPlace(scope: QueryScope, place: Place, tally: Tally): void {
  for (const selected of collectSelections(scope, place.type, place.selectionSets)) {
    const field = findField(selected);
    if (field === undefined) continue;
    countField(scope, place, { selected, field }, tally);
  }
}

function countField(
  scope: QueryScope,
  place: Place,
  { selected, field }: { selected: SelectedField; field: GraphQLField<unknown, unknown> },
  tally: Tally,
): void {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return;
  const path = [...place.path, selected.responseKey];
  const inner = { type, selectionSets: childSelectionSets(selected), path };
  const args = argumentsOf(scope, field, selected);
  if (type.name.endsWith('Connection')) {
    const parents = countConnection(scope, { ...inner, parents: place.parents }, { selected, args }, tally);
    countPlace(scope, { ...inner, parents }, tally);
    return;
  }
  const listed = isNodesByIds(selected) ? countIds(args, { selected, path }, tally) : 1;
  countPlace(scope, { ...inner, parents: place.parents * listed }, tally);
}

/** Charges a connection and answers how many parents its children have. */
function countConnection(
  scope: QueryScope,
  place: Place,
  { selected, args }: { selected: SelectedField; args: Readonly<Record<string, unknown>> },
  tally: Tally,
): number {
  const isItemised = collectSelections(scope, place.type, place.selectionSets).some(
    (child) => child.name === 'nodes' || child.name === 'edges' || child.name === 'pageInfo',
  );
  const bounds = readPageBounds(selected.name, args, isItemised);
  if (bounds.problem !== undefined) {
    tally.problems.push({ ...bounds.problem, path: place.path, locations: locationsOf(selected.nodes) });
  }
  tally.requests += place.parents;
  tally.possibleNodes += place.parents * bounds.size;
  return place.parents * bounds.size;
}

function countIds(
  args: Readonly<Record<string, unknown>>,
  { selected, path }: { selected: SelectedField; path: readonly string[] },
  tally: Tally,
): number {
  const count = Array.isArray(args['ids']) ? args['ids'].length : 0;
  tally.possibleNodes += count;
  if (count > maxPageSize) {
    tally.problems.push({
      type: 'ARGUMENT_LIMIT',
      message: `You may not provide more than ${maxPageSize} node ids; you provided ${count}.`,
      path,
      locations: locationsOf(selected.nodes),
    });
  }
  return count;
}

function isNodesByIds(selected: SelectedField): boolean {
  return selected.parentType.name === 'Query' && selected.name === 'nodes';
}

function findField(selected: SelectedField): GraphQLField<unknown, unknown> | undefined {
  const { parentType } = selected;
  if (!isObjectType(parentType) && !isInterfaceType(parentType)) return undefined;
  return parentType.getFields()[selected.name];
}

function argumentsOf(scope: QueryScope, field: GraphQLField<unknown, unknown>, selected: SelectedField) {
  const [node] = selected.nodes;
  return node === undefined ? {} : getArgumentValues(field, node, scope.variables);
}

function childSelectionSets(selected: SelectedField): readonly SelectionSetNode[] {
  return selected.nodes.flatMap((node) => (node.selectionSet === undefined ? [] : [node.selectionSet]));
}
