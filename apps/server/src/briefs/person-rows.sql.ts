import type { WorkRow } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import { type RowColumns, type RowCursor, toNamedRow, writeCursor } from '../reports/index.ts';
import { type PersonSet, toPickedSql, toSetValues } from './person-sets.sql.ts';
import { toRowNote } from './row-note.ts';

interface Columns extends RowColumns {
  readonly state: NonNullable<WorkRow['state']>;
  readonly at: Date;
  readonly wait_s: number | null;
  readonly rule: number | null;
  readonly total: number;
}

const toPage = (pickedSql: string): string => `
  with picked as (${pickedSql}), counted as (select picked.*, count(*) over ()::integer as total from picked)
  select
    counted.repository_id,
    v_repository.owner_login || '/' || v_repository.name as full_name,
    v_host.name as host_name,
    v_host.kind as host_kind,
    v_host.base_url,
    counted.number,
    v_pull_request.title,
    case
      when v_pull_request.state = 'open' and v_pull_request.is_draft then 'draft'
      else v_pull_request.state
    end as state,
    v_account.login as actor_login,
    v_account.kind as actor_kind,
    author.slug as actor_slug,
    author.name as actor_name,
    counted.at,
    counted.wait_s,
    counted.rule,
    counted.total
  from counted
  join v_pull_request
    on v_pull_request.repository_id = counted.repository_id
    and v_pull_request.number = counted.number
  join v_repository on v_repository.repository_id = counted.repository_id
  join v_host on v_host.host_id = v_repository.host_id
  left join v_account on v_account.account_id = v_pull_request.author_account_id
  left join v_account_person as author
    on author.account_id = v_pull_request.author_account_id
    and v_pull_request.created_at >= author.from_at
    and v_pull_request.created_at < author.until_at
  where $8::timestamptz is null
     or (counted.at, counted.repository_id, counted.number) < ($8::timestamptz, $9::bigint, $10::integer)
  order by counted.at desc, counted.repository_id desc, counted.number desc
  limit $11::integer`;

export interface PersonRows {
  readonly rows: readonly WorkRow[];
  readonly total: number;
  readonly next: string | undefined;
}

/** A page of the pull requests a figure counts, newest first; `total` is the figure. */
export async function loadPersonRows(
  sql: Sql,
  set: PersonSet,
  { after, limit }: { readonly after?: RowCursor | undefined; readonly limit: number },
): Promise<PersonRows> {
  const columns = await sql.query<Columns>(toPage(toPickedSql(set.figure)), [
    ...toSetValues(set),
    after?.at,
    after?.repositoryId,
    after?.key,
    limit,
  ]);
  const last = columns.length === limit ? columns.at(-1) : undefined;
  return {
    rows: columns.map(toWorkRow),
    total: columns[0]?.total ?? 0,
    next:
      last === undefined
        ? undefined
        : writeCursor({ at: last.at, repositoryId: last.repository_id, key: last.number }),
  };
}

function toWorkRow(row: Columns): WorkRow {
  const note = toRowNote({ waitS: row.wait_s ?? undefined, rule: row.rule ?? undefined });
  return {
    ...toNamedRow(row),
    state: row.state,
    at: row.at.toISOString(),
    ...(note === undefined ? {} : { note }),
  };
}
