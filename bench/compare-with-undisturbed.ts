import * as z from 'zod';
import { unequalColumns, unequalTables } from './compare-with-undisturbed.data.ts';

/** A house that has read an organisation, and where it read it. */
export interface House {
  query(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly github: { readonly origin: string };
}

/** Rows by table, each as text that two houses share when they hold the same. */
export type Rows = ReadonlyMap<string, readonly string[]>;

const column = z.object({ table: z.string(), column: z.string() });

/** Every row of every table that a reading decides, without what may differ between two of the same organisation. */
export async function loadRows({ query, github }: House): Promise<Rows> {
  const columns = z.array(column).parse(await query(columnsSql));
  const tables = Map.groupBy(columns, ({ table }) => table);
  const rows = new Map<string, readonly string[]>();
  for (const [table, its] of tables) {
    if (unequalTables[table] !== undefined) continue;
    const text = toRowsSql(
      table,
      its.map((one) => one.column),
    );
    rows.set(
      table,
      (await query(text)).map(({ row }) => String(row).replaceAll(github.origin, '')),
    );
  }
  return rows;
}

/** What one reading left behind and the other did not, a line for each row. */
export function compareRows(undisturbed: Rows, disturbed: Rows): readonly string[] {
  const tables = new Set([...undisturbed.keys(), ...disturbed.keys()]);
  return [...tables].flatMap((table) => {
    const left = undisturbed.get(table) ?? [];
    const right = disturbed.get(table) ?? [];
    return [
      ...subtract(left, right).map((row) => `${table}, only when undisturbed: ${row}`),
      ...subtract(right, left).map((row) => `${table}, only after kills: ${row}`),
    ];
  });
}

/** Rows that `from` has more often than `what`. */
function subtract(from: readonly string[], what: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const row of what) left.set(row, (left.get(row) ?? 0) + 1);
  return from.filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  });
}

const columnsSql = `
  select
    columns.table_name::text as "table",
    columns.column_name::text as "column"
  from information_schema.columns
  join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public'
    and table_type = 'BASE TABLE'
  order by 1, 2`;

function toRowsSql(table: string, columns: readonly string[]): string {
  const isEqual = (name: string): boolean =>
    unequalColumns[name] === undefined && unequalColumns[`${table}.${name}`] === undefined;
  const told = columns.filter(isEqual).map((name) => `'${name}', ${toTold(name)}`);
  return `select jsonb_build_object(${told.join(', ')})::text as row from ${table} as held`;
}

/** Ids of our own as GitHub's, in the subjects of events too; an account 0 is nobody's and stays. */
function toTold(name: string): string {
  if (name === 'subject')
    return `case when held.subject like 'account:%' then (select 'account:' || github_id from account where 'account:' || account.account_id = held.subject) else held.subject end`;
  if (name === 'repository_id')
    return `(select github_id from repository where repository.repository_id = held.repository_id)`;
  if (name.endsWith('account_id'))
    return `case when held.${name} = 0 then 0 else (select github_id from account where account.account_id = held.${name}) end`;
  return `held.${name}`;
}
