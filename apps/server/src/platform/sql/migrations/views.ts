import pg from 'pg';

import type { MigrationFiles, ViewFile } from './migration-files.ts';

const dropViewsQuery = `
  select 'drop view if exists ' || string_agg(format('%I', viewname), ', ') || ' cascade' as statement
  from pg_views
  where schemaname = 'public'
    and viewname like 'v\\_%'`;

const isMissingView = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '42P01';

/** A file of `db/views` that PostgreSQL refuses. */
export class ViewFileError extends Error {
  override readonly name = 'ViewFileError';
  readonly fileName: string;

  constructor(fileName: string, cause: unknown) {
    super(`db/views/${fileName} failed: ${cause instanceof Error ? cause.message : String(cause)}.`, {
      cause,
    });
    this.fileName = fileName;
  }
}

/** False when the file has to wait for a view of another. */
const createOne = async (client: pg.Client, file: ViewFile, isLastChance: boolean): Promise<boolean> => {
  await client.query('savepoint view_file');
  try {
    await client.query(file.text);
    return true;
  } catch (error) {
    if (!isMissingView(error) || isLastChance) throw new ViewFileError(file.name, error);
    await client.query('rollback to savepoint view_file');
    return false;
  }
};

/** Slices' view files look at each other's views, in whatever order: those that find one missing are tried again. */
const createAll = async (
  client: pg.Client,
  files: readonly ViewFile[],
  isLastChance = false,
): Promise<void> => {
  const waiting: ViewFile[] = [];
  for (const file of files) {
    if (!(await createOne(client, file, isLastChance))) waiting.push(file);
  }
  if (waiting.length > 0) await createAll(client, waiting, waiting.length === files.length);
};

const replaceViews = async (client: pg.Client, files: MigrationFiles): Promise<void> => {
  const drop = (await client.query<{ statement: string | null }>(dropViewsQuery)).rows[0]?.statement;
  if (drop != null) await client.query(drop);
  await createAll(client, files.views);
  await client.query(
    `insert into schema_views (sha256)
    values ($1::text)
    on conflict (is_only_row) do update
    set sha256 = excluded.sha256, created_at = now()`,
    [files.viewsSha256],
  );
};

/** Drops and makes all views in one transaction, when their text changed or the tables under them did. */
export const createViews = async (
  client: pg.Client,
  files: MigrationFiles,
  didTablesChange: boolean,
): Promise<void> => {
  const made = await client.query<{ sha256: string }>('select sha256 from schema_views');
  if (!didTablesChange && made.rows[0]?.sha256 === files.viewsSha256) return;
  await client.query('begin');
  try {
    await replaceViews(client, files);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
};
