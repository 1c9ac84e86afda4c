import { readFile } from 'node:fs/promises';
import type { Sql } from '../../sql/index.ts';
import type { SealedColumn } from '../sealed-column.ts';
import type { SealedPlace, SecretBox } from '../secret-box.ts';

/** A table of secrets for tests. */
export const thingColumn: SealedColumn = {
  tableSql: 'thing',
  columnSql: 'text_sealed',
  rowSql: 'thing_id::text',
};

export const makeThings = (sql: Sql): Promise<unknown> =>
  sql.query('create table if not exists thing (thing_id bigint primary key, text_sealed text not null)');

const toPlace = (thingId: number): SealedPlace => ({
  table: 'thing',
  column: 'text_sealed',
  row: String(thingId),
});

/** What was sealed for a thing: known from its number. */
const toText = (thingId: number): string => `secret of thing ${thingId}`;

/** Writes things, or writes them again. */
export const writeThing = (sql: Sql, box: SecretBox, thingId: number): Promise<unknown> =>
  sql.query(
    `insert into thing (thing_id, text_sealed)
     values ($1::bigint, $2::text)
     on conflict (thing_id) do update
     set text_sealed = excluded.text_sealed`,
    [thingId, box.seal(toText(thingId), toPlace(thingId))],
  );

interface ThingRow {
  readonly thing_id: number;
  readonly text_sealed: string;
}

export const loadThings = (sql: Sql): Promise<ThingRow[]> =>
  sql.query<ThingRow>('select thing_id, text_sealed from thing order by thing_id');

/** The numbers of things that do not open to their text. */
export async function findUnreadable(sql: Sql, box: SecretBox): Promise<number[]> {
  const opens = ({ thing_id, text_sealed }: ThingRow): boolean => {
    try {
      return box.open(text_sealed, toPlace(thing_id)) === toText(thing_id);
    } catch {
      return false;
    }
  };
  return (await loadThings(sql)).filter((row) => !opens(row)).map(({ thing_id }) => thing_id);
}

export const toKeyId = (sealed: string): string => sealed.split('.')[1] ?? '';

/** The ids in a key file, in its order. */
export async function listKeysIn(path: string): Promise<string[]> {
  const content: { keys: { id: string }[] } = JSON.parse(await readFile(path, 'utf8'));
  return content.keys.map(({ id }) => id);
}
