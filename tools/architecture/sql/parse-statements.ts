import { loadModule, parseSync } from 'libpg-query';

/** What PostgreSQL 15's own grammar makes of a text: a statement is a tree of plain objects. */
export type Parsed =
  | { readonly kind: 'statements'; readonly statements: readonly SqlNode[] }
  | { readonly kind: 'refused'; readonly reason: string; readonly offset: number };

export interface SqlNode {
  readonly [key: string]: unknown;
}

// The grammar is WASM: it is loaded once, before the first rule asks.
await loadModule();

/**
 * Parses SQL as PostgreSQL 15 does, the oldest version we promise: what is newer is refused here as it would be there.
 * `offset` is where the parser stumbled.
 */
export function parseStatements(text: string): Parsed {
  try {
    const tree: unknown = parseSync(text);
    return {
      kind: 'statements',
      statements: isNode(tree) && Array.isArray(tree['stmts']) ? tree['stmts'] : [],
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'refused', reason: error.message, offset: findOffset(error) };
  }
}

export function isNode(value: unknown): value is SqlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Walks the tree from its root and shows each node with the name it has in its parent, such as `RangeVar`. */
export function walkSql(value: unknown, visit: (node: SqlNode, name: string) => void, name = ''): void {
  if (Array.isArray(value)) {
    for (const item of value) walkSql(item, visit, name);
    return;
  }
  if (!isNode(value)) return;
  visit(value, name);
  for (const [key, child] of Object.entries(value)) walkSql(child, visit, key);
}

function findOffset(error: Error): number {
  const details: unknown = 'sqlDetails' in error ? error.sqlDetails : undefined;
  const position = isNode(details) ? details['cursorPosition'] : undefined;
  return typeof position === 'number' && position >= 0 ? position : 0;
}
