import type { Expression } from 'oxc-parser';
import type { Finding } from '../finding.ts';
import { sqlRoles } from '../house.data.ts';
import type { Rule } from '../rule.ts';
import { type FileSql, listServerSql } from '../sql/house-sql.ts';
import type { WrittenSql } from '../sql/written-sql.ts';

/**
 * SQL stands in `x.sql.ts` and `x.metric.ts`; values reach it as parameters. What is put into its text is a constant or
 * bears a name that ends in `Sql`, so that nobody's input can become a part of a statement unnoticed.
 */
export const sqlPlaceRule: Rule = {
  name: 'sql-place',
  check: (house) =>
    listServerSql(house)
      .filter(({ slice }) => slice !== 'platform')
      .flatMap((fileSql) => fileSql.written.flatMap((sql) => checkSql(fileSql, sql))),
};

function checkSql({ file, role }: FileSql, sql: WrittenSql): Finding[] {
  const isRead = sql.kind === 'statement' && sql.parsed.kind === 'statements' && /^\s*[a-z]/.test(sql.text);
  if (role === undefined || !sqlRoles.includes(role)) {
    const message = 'SQL outside a file whose name says so; move it to a .sql.ts of the slice';
    return isRead ? [{ path: file.path, line: sql.line, message }] : [];
  }

  return sql.holes
    .filter((hole) => !isNamedSql(hole))
    .map((hole) => ({
      path: file.path,
      line: file.lineAt(hole.start),
      message: 'a value put into the text of SQL; pass it as $1, or name the piece …Sql if it is SQL itself',
    }));
}

function isNamedSql(hole: Expression): boolean {
  if (hole.type === 'Identifier') return hole.name.endsWith('Sql');
  if (hole.type === 'MemberExpression' && !hole.computed) return hole.property.name.endsWith('Sql');
  return hole.type === 'CallExpression' && isNamedSql(hole.callee);
}
