import {
  type DocumentNode,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/** The document to run: only `rateLimit` when the query asks it with `dryRun: true`, which evaluates nothing else. */
export function toDryRun(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): { readonly isDryRun: boolean; readonly document: DocumentNode } {
  const isDry = (selection: SelectionNode) => isDryRateLimit(schema, selection, variables);
  const dry = operation.selectionSet.selections.filter(isDry);
  if (dry.length === 0) return { isDryRun: false, document };
  const reduced = { ...operation, selectionSet: { ...operation.selectionSet, selections: dry } };
  const definitions = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return { isDryRun: true, document: { ...document, definitions: [reduced, ...definitions] } };
}

function isDryRateLimit(
  schema: GraphQLSchema,
  selection: SelectionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  if (selection.kind !== Kind.FIELD || selection.name.value !== 'rateLimit') return false;
  const field = schema.getQueryType()?.getFields()['rateLimit'];
  return field !== undefined && getArgumentValues(field, selection, variables)['dryRun'] === true;
}
