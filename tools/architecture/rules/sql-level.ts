import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { findBannedSql } from '../sql/find-banned-sql.ts';
import { findParsedRelations } from '../sql/find-relations.ts';
import { type DbFile, type FileSql, listDbFiles, listServerSql, toLine } from '../sql/house-sql.ts';
import { type Owners, readOwners } from '../sql/owners.ts';
import type { Parsed } from '../sql/parse-statements.ts';
import { stripSql } from '../sql/strip-sql.ts';

/** SQL is what PostgreSQL 15 and Citus take, in lower case, with typed parameters and the clock that tests can offset. */
export const sqlLevelRule: Rule = {
  name: 'sql-level',
  check: (house) => {
    const owners = readOwners(house);
    return [
      ...listServerSql(house).flatMap((fileSql) => checkServerFile(owners, fileSql)),
      ...listDbFiles(house).flatMap((file) => checkDbFile(owners, file)),
    ];
  },
};

function checkServerFile(owners: Owners, { file, slice, role, written }: FileSql): Finding[] {
  if (slice === 'platform' || role === undefined) return [];
  return written
    .filter(({ kind }) => kind === 'statement')
    .flatMap(({ text, parsed, line }) =>
      findObjections(owners, text, parsed).map((message) => ({ path: file.path, line, message })),
    );
}

function checkDbFile(owners: Owners, { path, slice, text, parsed }: DbFile): Finding[] {
  if (slice === 'platform') return [];
  const line = parsed.kind === 'refused' ? toLine(text, parsed.offset) : 1;
  return findObjections(owners, text, parsed).map((message) => ({ path, line, message }));
}

function findObjections(owners: Owners, text: string, parsed: Parsed): string[] {
  if (parsed.kind === 'refused') return [`PostgreSQL 15 cannot read this: ${parsed.reason}`];

  const isActivity = findParsedRelations(parsed.statements).some(
    (name) => owners.tables.get(name) === 'activity',
  );
  const shouting = /[A-Z]+/.exec(stripSql(text))?.[0];
  return [
    ...findBannedSql(parsed.statements, isActivity),
    ...(shouting === undefined ? [] : [`SQL is written in lower case, not ${shouting}`]),
  ];
}
