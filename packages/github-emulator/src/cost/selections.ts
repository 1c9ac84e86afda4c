import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a walk over a validated operation needs to know. */
export type QueryScope = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** The fields that answer under one key of one type, merged as execution would merge them. */
export type SelectedField = {
  readonly parentType: GraphQLCompositeType;
  readonly name: string;
  readonly responseKey: string;
  readonly nodes: FieldNode[];
};

/** Selected fields of a type, through fragments, without what `@skip` and `@include` leave out. */
export function collectSelections(
  scope: QueryScope,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): readonly SelectedField[] {
  const found = new Map<string, SelectedField>();
  for (const set of selectionSets) {
    for (const selection of set.selections) addSelection(scope, type, selection, found);
  }
  return [...found.values()];
}

function addSelection(
  scope: QueryScope,
  type: GraphQLCompositeType,
  selection: SelectionNode,
  found: Map<string, SelectedField>,
): void {
  if (!isIncluded(scope, selection)) return;
  if (selection.kind === Kind.FIELD) {
    addField(type, selection, found);
    return;
  }
  const fragment =
    selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
  if (fragment === undefined) return;
  const condition = fragment.typeCondition?.name.value;
  const narrowed = condition === undefined ? type : scope.schema.getType(condition);
  if (!isCompositeType(narrowed)) return;
  for (const inner of fragment.selectionSet.selections) addSelection(scope, narrowed, inner, found);
}

function addField(type: GraphQLCompositeType, node: FieldNode, found: Map<string, SelectedField>): void {
  const responseKey = node.alias?.value ?? node.name.value;
  const key = `${type.name}.${responseKey}`;
  const existing = found.get(key);
  if (existing === undefined) {
    found.set(key, { parentType: type, name: node.name.value, responseKey, nodes: [node] });
    return;
  }
  existing.nodes.push(node);
}

function isIncluded(scope: QueryScope, node: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, scope.variables);
  if (skip?.['if'] === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, node, scope.variables);
  return include?.['if'] !== false;
}
