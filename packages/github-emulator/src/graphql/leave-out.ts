import { type DocumentNode, Kind, type NamedTypeNode, visit } from 'graphql';

/** A schema's text without `Type`, `Type.field` or `Enum.VALUE`. Throws on a name that it does not have. */
export function leaveOut(document: DocumentNode, names: readonly string[]): DocumentNode {
  const left = new Set(names);
  const isLeft = (name: string): boolean => {
    const isNamed = names.includes(name);
    if (isNamed) left.delete(name);
    return isNamed;
  };
  const withoutTypes = (types: readonly NamedTypeNode[] = []): readonly NamedTypeNode[] =>
    types.filter(({ name }) => !names.includes(name.value));
  const edited = visit(document, {
    ObjectTypeDefinition: (node) => {
      if (isLeft(node.name.value)) return null;
      const kept = (node.fields ?? []).filter((field) => !isLeft(`${node.name.value}.${field.name.value}`));
      return { ...node, fields: kept };
    },
    EnumTypeDefinition: (node) => ({
      ...node,
      values: (node.values ?? []).filter((value) => !isLeft(`${node.name.value}.${value.name.value}`)),
    }),
    UnionTypeDefinition: (node) => ({
      ...node,
      kind: Kind.UNION_TYPE_DEFINITION,
      types: withoutTypes(node.types),
    }),
  });
  if (left.size === 0) return edited;
  throw new Error(`GitHub's schema has no ${[...left].join(', ')}.`);
}
