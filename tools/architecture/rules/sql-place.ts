import { type Expression, Visitor } from 'oxc-parser';
import type { Finding } from '../finding.ts';
import { sqlRoles } from '../house.data.ts';
import type { Rule } from '../rule.ts';
import { type FileSql, listServerSql } from '../sql/house-sql.ts';
import type { House } from '../tree/house.ts';
import type { SourceFile } from '../tree/source-file.ts';

/**
 * SQL stands in `x.sql.ts` and `x.metric.ts`; values reach it as parameters. What is put into its text is a constant or
 * bears a name that ends in `Sql`, so that nobody's input can become a part of a statement unnoticed.
 */
export const sqlPlaceRule: Rule = {
  name: 'sql-place',
  check: (house) => {
    const files = listServerSql(house).filter(({ slice }) => slice !== 'platform');
    return [...files.flatMap(findMisplaced), ...findFilledIn(house, files.filter(mayWriteSql))];
  },
};

function mayWriteSql({ role }: FileSql): boolean {
  return role !== undefined && sqlRoles.includes(role);
}

/** SQL, or a question put to the database with SQL from elsewhere, in a file that does not say that it talks to it. */
function findMisplaced(fileSql: FileSql): Finding[] {
  if (mayWriteSql(fileSql)) return [];
  const { file, written } = fileSql;
  const texts = written
    .filter(
      ({ kind, parsed, text }) =>
        kind === 'statement' && parsed.kind === 'statements' && /^\s*[a-z]/.test(text),
    )
    .map(({ line }) => line);
  const message = 'SQL outside a file whose name says so; move it to a .sql.ts of the slice';
  return [...new Set([...texts, ...findQueryLines(file)])].map((line) => ({
    path: file.path,
    line,
    message,
  }));
}

function findQueryLines(file: SourceFile): number[] {
  const lines: number[] = [];
  new Visitor({
    CallExpression: ({ callee, start }) => {
      if (callee.type !== 'MemberExpression' || callee.computed) return;
      if (callee.property.name === 'query') lines.push(file.lineAt(start));
    },
  }).visit(file.program);
  return lines;
}

/** A hole in a constant is told once and where it stands, however many statements the constant becomes a part of. */
function findFilledIn(house: House, files: readonly FileSql[]): Finding[] {
  const holes = files
    .flatMap(({ written }) => written.flatMap((sql) => sql.holes))
    .filter(({ expression }) => !isNamedSql(expression));
  const places = new Map(
    holes.map(({ path, expression }) => [`${path}:${expression.start}`, { path, expression }]),
  );

  return [...places.values()].map(({ path, expression }) => ({
    path,
    line: house.files.get(path)?.lineAt(expression.start) ?? 1,
    message: 'a value put into the text of SQL; pass it as $1, or name the piece …Sql if it is SQL itself',
  }));
}

function isNamedSql(hole: Expression): boolean {
  if (hole.type === 'Identifier') return hole.name.endsWith('Sql');
  if (hole.type === 'MemberExpression' && !hole.computed) return hole.property.name.endsWith('Sql');
  return hole.type === 'CallExpression' && isNamedSql(hole.callee);
}
