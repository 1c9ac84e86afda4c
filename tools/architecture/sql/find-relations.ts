import { isNode, walkSql } from './parse-statements.ts';
import { stripSql } from './strip-sql.ts';
import type { WrittenSql } from './written-sql.ts';

/**
 * The tables and views that the SQL of one file names. Names from a `with` are nobody's tables; they hold for the whole
 * file, since one constant may select from what another defines. Schemas are kept.
 */
export function findRelations(written: readonly WrittenSql[]): { sql: WrittenSql; relations: string[] }[] {
  const own = new Set(
    written.flatMap(({ parsed }) => (parsed.kind === 'statements' ? findWithNames(parsed.statements) : [])),
  );
  return written.map((sql) => ({ sql, relations: listNames(sql).filter((name) => !own.has(name)) }));
}

function listNames(sql: WrittenSql): string[] {
  return sql.parsed.kind === 'statements' && sql.kind === 'statement'
    ? findParsedRelations(sql.parsed.statements)
    : findFollowingNames(sql.text);
}

/** The relations of parsed statements, without those of their own `with`. */
export function findParsedRelations(statements: readonly unknown[]): string[] {
  const relations = new Set<string>();

  walkSql(statements, (node, name) => {
    const { relname, schemaname } = node;
    if (typeof relname === 'string')
      relations.add(typeof schemaname === 'string' ? `${schemaname}.${relname}` : relname);
    if (name === 'objects') for (const dropped of findDroppedName(node)) relations.add(dropped);
  });
  const own = new Set(findWithNames(statements));
  return [...relations].filter((name) => !own.has(name));
}

function findWithNames(statements: readonly unknown[]): string[] {
  const names: string[] = [];
  walkSql(statements, ({ ctename }) => {
    if (typeof ctename === 'string') names.push(ctename);
  });
  return names;
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
