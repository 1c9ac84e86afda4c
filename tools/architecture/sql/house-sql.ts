import type { House } from '../tree/house.ts';
import { findRole, findSlice, isServerFile, isTestFile } from '../tree/place.ts';
import type { SourceFile } from '../tree/source-file.ts';
import { findViewSlice } from './owners.ts';
import { type Parsed, parseStatements } from './parse-statements.ts';
import { listWrittenSql, type WrittenSql } from './written-sql.ts';

/** SQL in a file of the server that is no test. */
export interface FileSql {
  readonly file: SourceFile;
  readonly slice: string | undefined;
  readonly role: ReturnType<typeof findRole>;
  readonly written: readonly WrittenSql[];
}

/** A file of `db/migrations` or `db/views`. `slice` is the one its name tells: `0005-activity.sql`, `activity.sql`. */
export interface DbFile {
  readonly kind: 'migration' | 'views';
  readonly path: string;
  readonly slice: string;
  readonly text: string;
  readonly parsed: Parsed;
}

/** Lists the SQL that the server's files write. */
export function listServerSql(house: House): FileSql[] {
  return [...house.files.values()]
    .filter((file) => isServerFile(file.path) && !isTestFile(file.path))
    .map((file) => ({
      file,
      slice: findSlice(file.path),
      role: findRole(file.path),
      written: listWrittenSql(house, file),
    }));
}

/** Lists the files of `db/migrations` and `db/views`. */
export function listDbFiles(house: House): DbFile[] {
  return [...house.texts].flatMap(([path, text]) => {
    const view = findViewSlice(path);
    const migration = /^db\/migrations\/\d+-([a-z-]+)\.sql$/.exec(path)?.[1];
    const slice = view ?? migration;
    if (slice === undefined) return [];
    return [
      { kind: view === undefined ? 'migration' : 'views', path, slice, text, parsed: parseStatements(text) },
    ];
  });
}

/** The line, counted from 1, of an offset into a text. */
export function toLine(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
