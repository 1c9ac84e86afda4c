import { Readable } from 'node:stream';
import { zone } from '@throughline/contract';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '../../platform/errors/index.ts';
import { type Sql, toJsonb } from '../../platform/sql/index.ts';
import { findDelimiter, type ImportHead, parseHead } from './parse-head.ts';
import { type ImportedRow, parseImportRow } from './parse-import-row.ts';

const batchSize = 2_000;
const rowsAtMost = 100_000;

/**
 * Reads the parts of a file into rows, a batch at a time: no more than one part and one batch are ever held. The parts are
 * read over another connection than the rows are written, and then thrown away. Throws `import-unreadable`.
 */
export async function readRows(tx: Sql, parts: Sql, peopleImportId: number): Promise<void> {
  const first = await loadPart(parts, peopleImportId, 0);
  if (first === undefined || first.trim() === '') throw unreadable('The file is empty.');
  const parser = Readable.from(streamParts(parts, peopleImportId)).pipe(
    parse({ bom: true, delimiter: findDelimiter(first), relaxColumnCount: true, relaxQuotes: true }),
  );
  try {
    await keepRecords(tx, peopleImportId, parser);
  } catch (error) {
    throw toUnreadable(error);
  }
  await tx.query('delete from people_import_part where people_import_id = $1::bigint', [peopleImportId]);
}

async function* streamParts(sql: Sql, peopleImportId: number): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const text = await loadPart(sql, peopleImportId, position);
    if (text === undefined) return;
    yield Buffer.from(text);
  }
}

async function loadPart(sql: Sql, peopleImportId: number, position: number): Promise<string | undefined> {
  const [row] = await sql.query<{ body: string }>(
    `select body
     from people_import_part
     where people_import_id = $1::bigint
       and position = $2::integer`,
    [peopleImportId, position],
  );
  return row?.body;
}

async function keepRecords(
  tx: Sql,
  peopleImportId: number,
  records: AsyncIterable<readonly string[]>,
): Promise<void> {
  const isZone = createZoneCheck();
  let head: ImportHead | undefined;
  let rowNumber = 0;
  let batch: ImportedRow[] = [];
  for await (const cells of records) {
    rowNumber += 1;
    if (head === undefined) {
      head = await keepHead(tx, peopleImportId, cells);
      continue;
    }
    const row = parseImportRow(head, cells, rowNumber, isZone);
    if (row !== undefined) batch.push(row);
    if (batch.length < batchSize) continue;
    await insertRows(tx, peopleImportId, batch);
    batch = [];
    if (rowNumber > rowsAtMost + 1)
      throw unreadable('It has more than 100,000 rows. Divide it into several files.');
  }
  await insertRows(tx, peopleImportId, batch);
  if (rowNumber > rowsAtMost + 1)
    throw unreadable('It has more than 100,000 rows. Divide it into several files.');
}

async function keepHead(tx: Sql, peopleImportId: number, cells: readonly string[]): Promise<ImportHead> {
  const head = parseHead(cells);
  if (head === undefined) {
    throw unreadable(
      'Its first row names none of the columns name, emails and logins. Take the template for a beginning.',
    );
  }
  await tx.query(
    `update people_import
     set unknown_columns = $2::text[]
     where people_import_id = $1::bigint`,
    [peopleImportId, head.unknown],
  );
  return head;
}

/** Asking for a zone is slow, and most rows name the same few. */
function createZoneCheck(): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const is = known.get(text) ?? zone.safeParse(text).success;
    known.set(text, is);
    return is;
  };
}

async function insertRows(tx: Sql, peopleImportId: number, rows: readonly ImportedRow[]): Promise<void> {
  await tx.query(
    `insert into people_import_row (
       people_import_id, row_number, name, emails, logins, joined_on, left_on, zone, team, does, unreadable,
       problems, notes, account_ids)
     select
       $1::bigint, given."rowNumber", given.name, given.emails, given.logins, given."joinedOn", given."leftOn",
       given.zone, given.team, 'nothing', given.problems, '{}', '{}', '{}'
     from jsonb_to_recordset($2::jsonb) as given (
       "rowNumber" integer, name text, emails text[], logins text[], "joinedOn" date, "leftOn" date, zone text,
       team text, problems text[])`,
    [peopleImportId, toJsonb(rows)],
  );
}

const unreadable = (text: string): AppError =>
  new AppError('import-unreadable', `The file cannot be read, and nothing was written. ${text}`);

function toUnreadable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return unreadable('A quote is opened in it and never closed. Close it, or take it out.');
  }
  return unreadable(`It is no CSV: ${error.message}`);
}
