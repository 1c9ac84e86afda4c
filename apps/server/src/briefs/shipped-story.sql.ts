import type { Sql } from '../platform/sql/index.ts';
import { loadReviewCounts } from '../reports/index.ts';
import { loadPersonRows } from './person-rows.sql.ts';
import { type PersonSet, toPickedSql, toSetValues } from './person-sets.sql.ts';
import type { ShippedRow, ShippedStory } from './shipped-text.ts';

/** So many pull requests are named; of more, how many more there are is said. */
const namedAtMost = 500;

type Told = Pick<ShippedStory, 'shipped' | 'shippedTotal' | 'reviews' | 'unblocked'>;
type Asked = Omit<PersonSet, 'figure' | 'value'>;

/** What somebody shipped in a period and, by choice (`reviews`, `unblocked`), what they gave to others. */
export async function loadShippedStory(sql: Sql, asked: Asked, also: ReadonlySet<string>): Promise<Told> {
  const limit = { limit: namedAtMost };
  const [shipped, labels, reviews, unblocked] = await Promise.all([
    loadPersonRows(sql, { ...asked, figure: 'shipped' }, limit),
    loadLabels(sql, { ...asked, figure: 'shipped' }),
    also.has('reviews') ? loadReviewsByRepository(sql, asked) : undefined,
    also.has('unblocked') ? loadPersonRows(sql, { ...asked, figure: 'unblocked' }, limit) : undefined,
  ]);
  return {
    shipped: shipped.rows.map(
      (row): ShippedRow => ({
        ...row,
        labels: labels.get(toKey(row.repository.repositoryId, row.number)) ?? [],
      }),
    ),
    shippedTotal: shipped.total,
    reviews,
    unblocked,
  };
}

const toKey = (repositoryId: number, number: number): string => `${repositoryId} ${number}`;

async function loadLabels(sql: Sql, set: PersonSet): Promise<ReadonlyMap<string, readonly string[]>> {
  const pickedSql = toPickedSql(set.figure);
  const rows = await sql.query<{ repository_id: number; number: number; names: string[] }>(
    `with picked as (${pickedSql})
       select label.repository_id, label.number, array_agg(label.name order by label.name) as names
       from picked
       join v_pull_request_label as label
         on label.repository_id = picked.repository_id
         and label.number = picked.number
       group by label.repository_id, label.number`,
    toSetValues(set),
  );
  return new Map(rows.map((row) => [toKey(row.repository_id, row.number), row.names]));
}

async function loadReviewsByRepository(
  sql: Sql,
  { visible, personId, period }: Asked,
): Promise<readonly { readonly fullName: string; readonly count: number }[]> {
  const weeks = await loadReviewCounts(sql, visible, personId, period);
  return [...Map.groupBy(weeks, ({ fullName }) => fullName)].map(([fullName, counts]) => ({
    fullName,
    count: counts.reduce((sum, { count }) => sum + count, 0),
  }));
}
