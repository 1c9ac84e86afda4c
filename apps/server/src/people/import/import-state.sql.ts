import type { ImportRow, PeopleImport } from '@throughline/contract';
import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';

/** Begins an import; those its maker began before, and all that are older than a day, are thrown away. */
export async function insertImport(tx: Sql, fileName: string, createdBy: number): Promise<number> {
  await tx.query(
    `delete from people_import
     where created_by = $1::bigint
        or created_at < app_now() - interval '1 day'`,
    [createdBy],
  );
  const [row] = await tx.query<{ people_import_id: number }>(
    `insert into people_import (file_name, created_by)
     values ($1::text, $2::bigint)
     returning people_import_id`,
    [fileName, createdBy],
  );
  if (row === undefined) throw new Error('An insert of an import returned no row.');
  return row.people_import_id;
}

interface Owned {
  readonly peopleImportId: number;
  readonly userId: number;
}

/** Locks one's own import in a state. Throws `not-found` for another's, and for one in another state. */
export async function lockImport(
  tx: Sql,
  { peopleImportId, userId }: Owned,
  states: readonly PeopleImport['state'][],
): Promise<{ readonly fileName: string }> {
  const [row] = await tx.query<{ file_name: string }>(
    `select file_name
     from people_import
     where people_import_id = $1::bigint
       and created_by = $2::bigint
       and state = any($3::text[])
     for update`,
    [peopleImportId, userId, states],
  );
  if (row === undefined) throw notFound();
  return { fileName: row.file_name };
}

/** Keeps a part of a file's text; the same part again takes its place. */
export async function keepPart(
  tx: Sql,
  peopleImportId: number,
  position: number,
  text: string,
): Promise<void> {
  await tx.query(
    `insert into people_import_part (people_import_id, position, body)
     values ($1::bigint, $2::integer, $3::text)
     on conflict (people_import_id, position) do update
     set body = excluded.body`,
    [peopleImportId, position, text.toWellFormed().replaceAll('\0', '')],
  );
}

/** Reading and writing 100,000 rows takes seconds a statement; a page's answer may take no more than five. */
export const allowLongStatements = (tx: Sql): Promise<unknown> =>
  tx.query(`set local statement_timeout = '60s'`);

export async function setState(tx: Sql, peopleImportId: number, state: PeopleImport['state']): Promise<void> {
  await tx.query(
    `update people_import
     set state = $2::text,
         written_at = case when $2::text = 'written' then app_now() end
     where people_import_id = $1::bigint`,
    [peopleImportId, state],
  );
}

/** An import with its rows counted by what they do. */
export async function loadImport(sql: Sql, peopleImportId: number): Promise<PeopleImport> {
  const [row] = await sql.query<{
    file_name: string;
    state: PeopleImport['state'];
    unknown_columns: string[];
    created_at: Date;
    rows: number;
    adds: number;
    changes: number;
    nothing: number;
    wrong: number;
    awaited: number;
  }>(
    `select
       import.file_name,
       import.state,
       import.unknown_columns,
       import.created_at,
       count(row.row_number)::integer as rows,
       (count(*) filter (where row.does = 'adds'))::integer as adds,
       (count(*) filter (where row.does = 'changes'))::integer as changes,
       (count(*) filter (where row.does = 'nothing'))::integer as nothing,
       (count(*) filter (where row.does = 'wrong'))::integer as wrong,
       (coalesce(sum(cardinality(row.awaited_logins)) filter (where row.does in ('adds', 'changes')), 0))::integer
         as awaited
     from people_import as import
     left join people_import_row as row on row.people_import_id = import.people_import_id
     where import.people_import_id = $1::bigint
     group by import.people_import_id`,
    [peopleImportId],
  );
  if (row === undefined) throw notFound();
  const { rows, adds, changes, nothing, wrong } = row;
  return {
    peopleImportId,
    fileName: row.file_name,
    state: row.state,
    counts: { rows, adds, changes, nothing, wrong },
    awaitedLogins: row.awaited,
    unknownColumns: row.unknown_columns,
    createdAt: row.created_at.toISOString(),
  };
}

interface RowsAsked extends Owned {
  readonly does: ImportRow['does'] | undefined;
  readonly after: number;
  readonly limit: number;
}

/** Rows of one's own import by their number, and how many match. */
export async function loadImportRows(
  sql: Sql,
  { peopleImportId, userId, does, after, limit }: RowsAsked,
): Promise<{ readonly rows: ImportRow[]; readonly total: number }> {
  const rows = await sql.query<ImportColumns>(
    `select
       row.row_number, row.name, row.emails, row.logins, row.joined_on, row.left_on, row.zone, row.team,
       row.does, row.problems, row.notes, person.slug, person.name as person_name
     from people_import_row as row
     join people_import on people_import.people_import_id = row.people_import_id
     left join person on person.person_id = row.person_id
     where row.people_import_id = $1::bigint
       and people_import.created_by = $2::bigint
       and ($3::text is null or row.does = $3::text)
       and row.row_number > $4::integer
     order by row.row_number
     limit $5::integer`,
    [peopleImportId, userId, does, after, limit],
  );
  const [count] = await sql.query<{ total: number }>(
    `select count(*)::integer as total
     from people_import_row
     where people_import_id = $1::bigint
       and ($2::text is null or does = $2::text)`,
    [peopleImportId, does],
  );
  return { rows: rows.map(toRow), total: count?.total ?? 0 };
}

interface ImportColumns {
  readonly row_number: number;
  readonly name: string | null;
  readonly emails: string[];
  readonly logins: string[];
  readonly joined_on: string | null;
  readonly left_on: string | null;
  readonly zone: string | null;
  readonly team: string | null;
  readonly does: ImportRow['does'];
  readonly problems: string[];
  readonly notes: string[];
  readonly slug: string | null;
  readonly person_name: string | null;
}

const toRow = (row: ImportColumns): ImportRow => ({
  rowNumber: row.row_number,
  emails: row.emails,
  logins: row.logins,
  does: row.does,
  problems: row.problems,
  notes: row.notes,
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.joined_on === null ? {} : { joinedOn: row.joined_on }),
  ...(row.left_on === null ? {} : { leftOn: row.left_on }),
  ...(row.zone === null ? {} : { zone: row.zone }),
  ...(row.team === null ? {} : { team: row.team }),
  ...(row.slug === null || row.person_name === null
    ? {}
    : { person: { slug: row.slug, name: row.person_name } }),
});
