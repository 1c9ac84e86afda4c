import type { PullRequestsPeek } from '@throughline/github';
import type { Sql } from '../../platform/sql/index.ts';
import { type Place, parsePlace } from './place.ts';

export interface WaitingPlace extends Place {
  readonly setAsideAt: Date;
}

/** As many as are looked at in one go. */
const most = 25;

/** Places of a repository where, a day ago, something stood that did not say which it is. */
export async function loadPlaces(sql: Sql, repositoryId: number): Promise<readonly WaitingPlace[]> {
  const rows = await sql.query<{ key: string; set_aside_at: Date }>(
    `select key, quarantined_at as set_aside_at
     from quarantined_record
     where repository_id = $1::bigint
       and resolved_at is null
       and node_id is null
       and key like 'after:%'
       and tried_at < app_now() - interval '1 day'
     order by quarantined_record_id
     limit $2::integer`,
    [repositoryId, most],
  );
  return rows.flatMap(({ key, set_aside_at }) => {
    const place = parsePlace(key);
    return place === undefined ? [] : [{ ...place, setAsideAt: set_aside_at }];
  });
}

type Listed = PullRequestsPeek['pullRequests'][number];

/** Of pull requests that GitHub lists, those that are neither here nor set aside under their own number. */
export async function listMissing(
  sql: Sql,
  repositoryId: number,
  listed: readonly Listed[],
): Promise<readonly Listed[]> {
  const rows = await sql.query<{ number: number }>(
    `select given.number
     from unnest($2::integer[]) as given (number)
     where not exists (
         select from v_pull_request
         where v_pull_request.repository_id = $1::bigint
           and v_pull_request.number = given.number)
       and not exists (
         select from quarantined_record
         where quarantined_record.repository_id = $1::bigint
           and quarantined_record.data = 'pull-requests'
           and quarantined_record.key = given.number::text
           and quarantined_record.resolved_at is null)`,
    [repositoryId, listed.map(({ number }) => number)],
  );
  const missing = new Set(rows.map(({ number }) => number));
  return listed.filter(({ number }) => missing.has(number));
}

/** Notes that places were looked at; where everything that stood there has a name by now, they are none any more. */
export async function endPlaces(
  tx: Sql,
  repositoryId: number,
  places: readonly Place[],
  isNamed: boolean,
): Promise<void> {
  await tx.query(
    `update quarantined_record
     set tried_at = app_now(),
         resolved_at = case when $3::boolean then app_now() end,
         sample_sealed = case when $3::boolean then null else sample_sealed end
     where repository_id = $1::bigint
       and data = 'pull-requests'
       and key = any($2::text[])`,
    [repositoryId, places.map(({ key }) => key), isNamed],
  );
}
