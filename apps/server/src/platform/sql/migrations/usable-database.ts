import type pg from 'pg';

import { AppError } from '../../errors/index.ts';

interface DatabaseFacts {
  readonly version: number;
  readonly version_text: string;
  readonly encoding: string;
  readonly foreign_table: string | null;
}

const factsQuery = `
  select
    current_setting('server_version_num')::integer as version,
    current_setting('server_version') as version_text,
    current_setting('server_encoding') as encoding,
    (
      select c.oid::regclass::text
      from pg_class c
      where c.relnamespace = 'public'::regnamespace
        and c.relkind in ('r', 'p')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      order by c.relname
      limit 1
    ) as foreign_table`;

const refuse = (message: string): never => {
  throw new AppError('database-foreign', message);
};

/** Refuses a database, before the first migration, that is too old, not UTF-8, or holds something else already. */
export const requireUsableDatabase = async (client: pg.Client): Promise<void> => {
  const facts = (await client.query<DatabaseFacts>(factsQuery)).rows[0];
  if (facts === undefined) return;
  if (facts.version < 150_000) {
    refuse(
      `The database is PostgreSQL ${facts.version_text}. Throughline needs 15 or later: upgrade it, or point DATABASE_URL elsewhere.`,
    );
  }
  if (facts.encoding !== 'UTF8') {
    refuse(
      `The database is encoded in ${facts.encoding}. Make one with "create database throughline encoding 'UTF8' template template0".`,
    );
  }
  if (facts.foreign_table !== null) {
    refuse(
      `The database holds tables of something else already (the first is ${facts.foreign_table}). ` +
        'Point DATABASE_URL at an empty database.',
    );
  }
};
