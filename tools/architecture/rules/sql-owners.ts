import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { findParsedRelations, findRelations } from '../sql/find-relations.ts';
import { type DbFile, type FileSql, listDbFiles, listServerSql } from '../sql/house-sql.ts';
import { dictionaryPath, type Owners, objectToRelation, readOwners } from '../sql/owners.ts';

/** A table is named by the slice that owns it and by nobody else; others read its views, those of lower floors only. */
export const sqlOwnersRule: Rule = {
  name: 'sql-owners',
  check: (house) => {
    const owners = readOwners(house);
    const dbFiles = listDbFiles(house);
    if (owners.tables.size === 0 && dbFiles.length > 0) {
      return [{ path: dictionaryPath, line: 1, message: 'tells no table, so nobody owns any' }];
    }
    return [
      ...listServerSql(house).flatMap((fileSql) => checkServerFile(owners, fileSql)),
      ...dbFiles.filter(({ kind }) => kind === 'views').flatMap((file) => checkViews(owners, file)),
    ];
  },
};

function checkServerFile(owners: Owners, { file, slice, written }: FileSql): Finding[] {
  if (slice === undefined) return [];
  const isKnown = (relation: string) => owners.tables.has(relation) || owners.views.has(relation);

  return findRelations(written).flatMap(({ sql, relations }) =>
    relations
      .filter((relation) => relation !== 'hole' && (sql.kind === 'statement' || isKnown(relation)))
      .flatMap((relation) => toFinding(file.path, sql.line, objectToRelation(owners, slice, relation))),
  );
}

function checkViews(owners: Owners, { path, slice, parsed }: DbFile): Finding[] {
  if (parsed.kind === 'refused') return [];
  return findParsedRelations(parsed.statements).flatMap((relation) =>
    toFinding(path, 1, objectToRelation(owners, slice, relation)),
  );
}

function toFinding(path: string, line: number, message: string | undefined): Finding[] {
  return message === undefined ? [] : [{ path, line, message }];
}
