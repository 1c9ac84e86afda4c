import type { StoredKind } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import type { VisibleRepositories } from '../visibility/index.ts';
import { type StoredKindFacts, storedKinds } from './stored-kinds.data.ts';
import { storedSets } from './stored-sets.sql.ts';

/** About whom, and who asks: oneself alone. */
export interface Oneself {
  readonly personId: number | undefined;
  readonly userId: number;
  readonly visible: VisibleRepositories;
}

// A statement must name every value it is given; no kind needs all.
const given =
  'given as (select $1::bigint as person_id, $2::bigint as user_id, $3::bigint[] as repository_ids)';

const toValues = ({ personId, userId, visible }: Oneself): readonly unknown[] => [
  personId,
  userId,
  visible.ids,
];

/** What is stored about somebody, kind by kind, with how much of it is here. */
export const loadStoredKinds = (sql: Sql, oneself: Oneself): Promise<StoredKind[]> =>
  Promise.all(
    storedKinds.map(async ({ id, name, what, kept, isCounted }) => ({
      id,
      name,
      what,
      kept,
      ...(isCounted ? { count: await countStored(sql, id, oneself) } : {}),
    })),
  );

async function countStored(sql: Sql, id: string, oneself: Oneself): Promise<number> {
  const storedSql = storedSets[id] ?? '';
  const [row] = await sql.query<{ count: number }>(
    `with ${given}, stored as (${storedSql}) select count(*)::integer as count from stored`,
    toValues(oneself),
  );
  return row?.count ?? 0;
}

const rowsABatch = 1_000;

/** The rows of one kind in batches, each once, in the order of their keys. */
export async function* loadStored(
  sql: Sql,
  { id }: StoredKindFacts,
  oneself: Oneself,
): AsyncGenerator<readonly unknown[], void, undefined> {
  const storedSql = storedSets[id] ?? '';
  let after: readonly [number, string] | undefined;
  while (true) {
    const rows: { key1: number; key2: string; data: unknown }[] = await sql.query(
      `with ${given}, stored as (${storedSql})
       select key1, key2, data
       from stored
       where $4::bigint is null
          or (key1, key2) > ($4::bigint, $5::text)
       order by key1, key2
       limit $6::integer`,
      [...toValues(oneself), after?.[0], after?.[1], rowsABatch],
    );
    if (rows.length > 0) yield rows.map(({ data }) => data);
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsABatch) return;
    after = [last.key1, last.key2];
  }
}
