import {
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

interface Scope {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
}

/**
 * Requests of a query by GitHub's published formula, counted from its text: every connection costs one for each parent
 * it may have, and multiplies the parents of what lies in it.
 */
export function countRequests(text: string, variables: Variables): number {
  const { definitions } = parse(text);
  const isFragment = (node: ASTNode): node is FragmentDefinitionNode =>
    node.kind === Kind.FRAGMENT_DEFINITION;
  const isOperation = (node: ASTNode): node is OperationDefinitionNode =>
    node.kind === Kind.OPERATION_DEFINITION;
  const fragments = new Map(definitions.filter(isFragment).map((one) => [one.name.value, one]));
  const operation = definitions.find(isOperation);
  return operation === undefined ? 0 : countSet(operation.selectionSet, 1, { fragments, variables });
}

function countSet(set: SelectionSetNode, parents: number, scope: Scope): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + countField(selection, parents, scope);
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD ? scope.fragments.get(selection.name.value) : selection;
    return sum + (inner === undefined ? 0 : countSet(inner.selectionSet, parents, scope));
  }, 0);
}

function countField(field: FieldNode, parents: number, scope: Scope): number {
  const directives = field.directives ?? [];
  const isLeftOut = directives.some(
    (one) => one.name.value === 'include' && toArguments(one.arguments ?? [], scope)['if'] === false,
  );
  if (isLeftOut || field.selectionSet === undefined) return 0;
  const { first, ids } = toArguments(field.arguments ?? [], scope);
  if (typeof first === 'number') return parents + countSet(field.selectionSet, parents * first, scope);
  const listed = Array.isArray(ids) ? ids.length : 1;
  return countSet(field.selectionSet, parents * listed, scope);
}

function toArguments(
  nodes: readonly {
    readonly name: { readonly value: string };
    readonly value: Parameters<typeof valueFromASTUntyped>[0];
  }[],
  { variables }: Scope,
): Variables {
  return Object.fromEntries(
    nodes.map((node) => [node.name.value, valueFromASTUntyped(node.value, { ...variables })]),
  );
}
