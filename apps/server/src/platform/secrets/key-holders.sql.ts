import type { Sql } from '../sql/index.ts';

/** A running process that seals and opens. */
export interface KeyHolder {
  readonly holderId: string;
  /** Which process that is, for whoever looks for it: `api 4711 on build-7`. */
  readonly name: string;
  /** The keys it knows; the first one seals. */
  readonly keyIds: readonly string[];
}

/** Whoever has not been heard of for so long is gone: they tell every five seconds. */
const gone = '20 seconds';

/** Tells which keys a process holds, and forgets those that are gone. Returns the keys this database is sealed with. */
export async function tellHeldKeys(sql: Sql, { holderId, name, keyIds }: KeyHolder): Promise<string[]> {
  await sql.query(
    `insert into encryption_key_holder (holder_id, name, key_ids)
     values ($1::uuid, $2::text, $3::text[])
     on conflict (holder_id) do update
     set key_ids = excluded.key_ids,
         seen_at = app_now()`,
    [holderId, name, keyIds],
  );
  await sql.query('delete from encryption_key_holder where seen_at < app_now() - $1::text::interval', [gone]);
  const rows = await sql.query<{ key_id: string }>('select key_id from encryption_key_check');
  return rows.map((row) => row.key_id);
}

export async function forgetHolder(sql: Sql, holderId: string): Promise<void> {
  await sql.query('delete from encryption_key_holder where holder_id = $1::uuid', [holderId]);
}

/** The processes that run. */
export async function loadKeyHolders(sql: Sql): Promise<KeyHolder[]> {
  const rows = await sql.query<{ holder_id: string; name: string; key_ids: string[] }>(
    `select holder_id, name, key_ids
     from encryption_key_holder
     where seen_at >= app_now() - $1::text::interval
     order by name`,
    [gone],
  );
  return rows.map((row) => ({ holderId: row.holder_id, name: row.name, keyIds: row.key_ids }));
}
