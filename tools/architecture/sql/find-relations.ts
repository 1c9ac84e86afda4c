import { isNode, walkSql } from './parse-statements.ts';
import { stripSql } from './strip-sql.ts';
import type { WrittenSql } from './written-sql.ts';

/** The tables and views that a statement or a fragment names, without its own `with` names. Schemas are kept. */
export function findRelations(sql: WrittenSql): string[] {
  return sql.parsed.kind === 'statements' && sql.kind === 'statement'
    ? findParsedRelations(sql.parsed.statements)
    : findFollowingNames(sql.text);
}

/** The relations of parsed statements. */
export function findParsedRelations(statements: readonly unknown[]): string[] {
  const relations = new Set<string>();
  const own = new Set<string>();

  walkSql(statements, (node) => {
    const { relname, schemaname, ctename } = node;
    if (typeof ctename === 'string') own.add(ctename);
    if (typeof relname === 'string')
      relations.add(typeof schemaname === 'string' ? `${schemaname}.${relname}` : relname);
  });
  walkSql(statements, (node, name) => {
    if (name === 'objects') for (const dropped of findDroppedName(node)) relations.add(dropped);
  });
  return [...relations].filter((name) => !own.has(name));
}

/** `drop table x` names its object as a list of words. */
function findDroppedName(node: unknown): string[] {
  const list = isNode(node) ? node['List'] : undefined;
  const items = isNode(list) && Array.isArray(list['items']) ? list['items'] : [];
  const words: string[] = [];
  walkSql(items, ({ sval }) => {
    if (typeof sval === 'string') words.push(sval);
  });
  return words.length === 0 ? [] : [words.join('.')];
}

/** What cannot be parsed on its own is read by its words: a name behind `from`, `join`, `into` or `update`. */
function findFollowingNames(text: string): string[] {
  const names = stripSql(text).matchAll(/\b(?:from|join|into|update)\s+(?:only\s+)?([a-z_][\w.]*)/gi);
  return [...new Set([...names].map((match) => match[1] ?? ''))];
}
