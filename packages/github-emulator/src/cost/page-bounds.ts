import type { FieldNode } from 'graphql';

/** The biggest page of any connection. */
export const maxPageSize = 100;

/** An error of GitHub's own kinds, in the shape it has in `errors[]`. */
export type QueryProblem = {
  readonly type: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly locations: readonly { readonly line: number; readonly column: number }[];
};

export type PageBounds = {
  readonly size: number;
  readonly problem?: Omit<QueryProblem, 'path' | 'locations'>;
};

/** Items a connection is asked for, or what is wrong with `first` and `last`. */
export function readPageBounds(
  connection: string,
  args: Readonly<Record<string, unknown>>,
  isItemised: boolean,
): PageBounds {
  const first = toSize(args['first']);
  const last = toSize(args['last']);
  if (first === undefined && last === undefined) {
    return isItemised ? { size: 0, problem: missingBounds(connection) } : { size: 0 };
  }
  if (first !== undefined && last !== undefined) return { size: 0, problem: bothBounds(connection) };
  const [name, size] = first === undefined ? (['last', last ?? 0] as const) : (['first', first] as const);
  if (size < 1 || size > maxPageSize) return { size: 0, problem: excessive(connection, name, size) };
  return { size };
}

/** Where a field stands in the query's text, as GitHub and graphql-js both report it. */
export function locationsOf(nodes: readonly FieldNode[]): QueryProblem['locations'] {
  return nodes.flatMap((node) =>
    node.loc === undefined ? [] : [{ line: node.loc.startToken.line, column: node.loc.startToken.column }],
  );
}

function toSize(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function missingBounds(connection: string) {
  return {
    type: 'MISSING_PAGINATION_BOUNDARIES',
    message: `You must provide a \`first\` or \`last\` value to properly paginate the \`${connection}\` connection.`,
  };
}

function bothBounds(connection: string) {
  return {
    type: 'INVALID_PAGINATION_BOUNDARIES',
    message: `Passing both \`first\` and \`last\` to paginate the \`${connection}\` connection is not supported.`,
  };
}

function excessive(connection: string, name: string, size: number) {
  const message =
    size < 1
      ? `\`${name}\` on the \`${connection}\` connection cannot be less than one.`
      : `Requesting ${size} records on the \`${connection}\` connection exceeds the \`${name}\` limit of ${maxPageSize} records.`;
  return { type: 'EXCESSIVE_PAGINATION', message };
}
