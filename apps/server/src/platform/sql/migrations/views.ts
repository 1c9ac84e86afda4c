import pg from 'pg';

import type { MigrationFiles } from './migration-files.ts';

const dropViewsQuery = `
  select 'drop view if exists ' || string_agg(format('%I', viewname), ', ') || ' cascade' as statement
  from pg_views
  where schemaname = 'public'
    and viewname like 'v\\_%'`;

const isMissingView = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '42P01';

/** Makes what it can and returns what has to wait for a view of another file, with the error that says so. */
const createOnce = async (
  client: pg.Client,
  texts: readonly string[],
): Promise<{ waiting: string[]; error: unknown }> => {
  const waiting: string[] = [];
  let lastError: unknown;
  for (const text of texts) {
    await client.query('savepoint view_file');
    try {
      await client.query(text);
    } catch (error) {
      if (!isMissingView(error)) throw error;
      await client.query('rollback to savepoint view_file');
      waiting.push(text);
      lastError = error;
    }
  }
  return { waiting, error: lastError };
};

/** Slices' view files look at each other's views, in whatever order: those that find one missing are tried again. */
const createAll = async (client: pg.Client, texts: readonly string[]): Promise<void> => {
  const { waiting, error } = await createOnce(client, texts);
  if (waiting.length === 0) return;
  if (waiting.length === texts.length) throw error;
  await createAll(client, waiting);
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
