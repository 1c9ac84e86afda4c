import { dropNulls, type Nullable, type Sql, toJsonb } from '../../platform/sql/index.ts';

/** Lists that are read over REST while a repository is read for the first time. */
export type StreamedList = 'review-comments' | 'pull-requests';

/** How far back a list has been read, last updated first. */
export interface RestStream {
  /** Undefined once the list was read to its end. */
  readonly nextPage: number | undefined;
  /** Everything updated since then is staged; undefined: nothing was listed yet. */
  readonly reachedAt: Date | undefined;
}

/** Where a stream begins. */
const start: RestStream = { nextPage: 1, reachedAt: undefined };

export async function loadRestStream(
  sql: Sql,
  repositoryId: number,
  list: StreamedList,
): Promise<RestStream> {
  const [row] = await sql.query<Nullable<RestStream>>(
    `select next_page as "nextPage", reached_at as "reachedAt"
     from rest_stream
     where repository_id = $1::bigint
       and list = $2::text`,
    [repositoryId, list],
  );
  return row === undefined ? start : dropNulls<RestStream>(row);
}

export interface StagedPage extends RestStream {
  readonly repositoryId: number;
  readonly list: StreamedList;
  /** The page it is. */
  readonly page: number;
  readonly entries: readonly {
    readonly githubId: number;
    /** Of the pull request it belongs to. */
    readonly number: number;
    readonly entry: object;
  }[];
}

/**
 * Stages a page of a list and where the next one begins, in one transaction. False, and nothing is staged, when another
 * page is the next meanwhile: the stream was ended, for everything is read anew, or somebody else has read on.
 */
export async function stagePage(tx: Sql, staged: StagedPage): Promise<boolean> {
  const { repositoryId, list, page, entries, nextPage, reachedAt } = staged;
  const moved = await tx.query(
    `insert into rest_stream as held (repository_id, list, next_page, reached_at)
     select $1::bigint, $2::text, $3::integer, $4::timestamptz
     where $5::integer = 1
        or exists (
          select from rest_stream
          where repository_id = $1::bigint
            and list = $2::text)
     on conflict (repository_id, list) do update
     set next_page = excluded.next_page,
         reached_at = excluded.reached_at
     where held.next_page = $5::integer
     returning list`,
    [repositoryId, list, nextPage, reachedAt, page],
  );
  if (moved.length === 0) return false;
  await tx.query(
    `insert into staged_entry (repository_id, list, github_id, number, entry)
     select $1::bigint, $2::text, given."githubId", given.number, given.entry
     from jsonb_to_recordset($3::jsonb) as given ("githubId" bigint, number integer, entry jsonb)
     on conflict (repository_id, list, github_id) do nothing`,
    [repositoryId, list, toJsonb(entries)],
  );
  return true;
}

/** What is staged of a list for some pull requests, by number, as it was staged. */
export async function loadStaged(
  sql: Sql,
  { repositoryId, list }: Pick<StagedPage, 'repositoryId' | 'list'>,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly unknown[]>> {
  const rows = await sql.query<{ readonly number: number; readonly entry: unknown }>(
    `select number, entry
     from staged_entry
     where repository_id = $1::bigint
       and list = $2::text
       and number = any($3::integer[])`,
    [repositoryId, list, numbers],
  );
  const groups = Map.groupBy(rows, ({ number }) => number);
  return new Map([...groups].map(([number, group]) => [number, group.map(({ entry }) => entry)]));
}

/** Drops what was staged for pull requests that are written now. */
export async function dropStaged(tx: Sql, repositoryId: number, numbers: readonly number[]): Promise<void> {
  await tx.query(
    `delete from staged_entry
     where repository_id = $1::bigint
       and number = any($2::integer[])`,
    [repositoryId, numbers],
  );
}

/** Ends the streams of repositories that have been read whole, or are to be read anew. */
export async function endRestStreams(tx: Sql, repositoryIds: readonly number[]): Promise<void> {
  await tx.query('delete from rest_stream where repository_id = any($1::bigint[])', [repositoryIds]);
  await tx.query('delete from staged_entry where repository_id = any($1::bigint[])', [repositoryIds]);
}
