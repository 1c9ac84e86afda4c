import type { Sql } from '../sql/index.ts';
import type { SealedColumn } from './sealed-column.ts';
import type { SecretBox } from './secret-box.ts';

/** What one batch came to; without `lastRow` there is no more. */
export interface SealedBatch {
  readonly sealedCount: number;
  /** `table.column of row` of what does not open under the key it names. */
  readonly unopened: readonly string[];
  readonly lastRow: string | undefined;
}

interface SealedRow {
  readonly place: string;
  readonly sealed: string;
}

/** Small, so that nobody waits for its locks and little is done twice after a kill. */
const rowsPerBatch = 50;

/**
 * Seals anew what stands in a column under one of `keyIds`, behind the row `after`, at most fifty rows. What somebody
 * else writes meanwhile stays as they wrote it.
 */
export async function sealAnew(
  sql: Sql,
  box: SecretBox,
  column: SealedColumn,
  { keyIds, after }: { readonly keyIds: readonly string[]; readonly after: string | undefined },
): Promise<SealedBatch> {
  const { tableSql, columnSql, rowSql } = column;
  const rows = await sql.query<SealedRow>(
    `select ${rowSql} as place, ${columnSql} as sealed
     from ${tableSql}
     where split_part(${columnSql}, '.', 2) = any($1::text[])
       and ($2::text is null or ${rowSql} > $2::text)
     order by ${rowSql}
     limit $3::integer`,
    [keyIds, after, rowsPerBatch],
  );
  const tried = rows.map((row) => ({ ...row, anew: tryToSealAnew(box, column, row) }));
  const anew = tried.filter((row) => row.anew !== undefined);
  const unopened = tried.filter((row) => row.anew === undefined);
  return {
    sealedCount: anew.length === 0 ? 0 : await replaceSealed(sql, column, anew),
    unopened: unopened.map(({ place }) => `${tableSql}.${columnSql} of ${place}`),
    lastRow: rows.at(-1)?.place,
  };
}

function tryToSealAnew(box: SecretBox, column: SealedColumn, row: SealedRow): string | undefined {
  const place = { table: column.tableSql, column: column.columnSql, row: row.place };
  try {
    return box.seal(box.open(row.sealed, place), place);
  } catch {
    return undefined;
  }
}

async function replaceSealed(
  sql: Sql,
  { tableSql, columnSql, rowSql }: SealedColumn,
  rows: readonly object[],
): Promise<number> {
  const replaced = await sql.query(
    `update ${tableSql}
     set ${columnSql} = given.anew
     from jsonb_to_recordset($1::jsonb) as given (place text, sealed text, anew text)
     where ${rowSql} = given.place
       and ${columnSql} = given.sealed
     returning given.place`,
    [JSON.stringify(rows)],
  );
  return replaced.length;
}

/** How many texts stand in these columns under one of `keyIds`. */
export async function countSealedUnder(
  sql: Sql,
  columns: readonly SealedColumn[],
  keyIds: readonly string[],
): Promise<number> {
  const countsSql = columns.map(
    ({ tableSql, columnSql }) =>
      `(select count(*) from ${tableSql} where split_part(${columnSql}, '.', 2) = any($1::text[]))`,
  );
  const [row] = await sql.query<{ count: number }>(`select (${countsSql.join(' + ')})::integer as count`, [
    keyIds,
  ]);
  return row?.count ?? 0;
}
