import type { Period } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import type { VisibleRepositories } from '../visibility/index.ts';

/** How many things one person did in one repository in one week. */
export interface WeeklyCount {
  readonly repositoryId: number;
  readonly fullName: string;
  readonly hostName: string;
  /** The Monday, as `2026-11-16`, in the workspace's zone. */
  readonly startsOn: string;
  readonly count: number;
}

interface CountedView {
  readonly viewSql: 'v_shipped' | 'v_review_given';
  readonly atSql: 'merged_at' | 'submitted_at';
}

const toCountText = ({ viewSql, atSql }: CountedView): string => `
  select
    counted.repository_id as "repositoryId",
    v_repository.owner_login || '/' || v_repository.name as "fullName",
    v_host.name as "hostName",
    to_char(date_trunc('week', counted.${atSql} at time zone $5::text), 'YYYY-MM-DD') as "startsOn",
    count(*)::integer as count
  from ${viewSql} as counted
  join v_repository on v_repository.repository_id = counted.repository_id
  join v_host on v_host.host_id = v_repository.host_id
  where counted.repository_id = any($1::bigint[])
    and counted.person_id = $2::bigint
    and counted.${atSql} >= ($3::date)::timestamp at time zone $5::text
    and counted.${atSql} < ($4::date + 1)::timestamp at time zone $5::text
  group by 1, 2, 3, 4`;

const shippedText = toCountText({ viewSql: 'v_shipped', atSql: 'merged_at' });
const reviewsText = toCountText({ viewSql: 'v_review_given', atSql: 'submitted_at' });

const countWith =
  (text: string) =>
  (
    sql: Sql,
    visible: VisibleRepositories,
    personId: number,
    period: Period,
  ): Promise<readonly WeeklyCount[]> =>
    sql.query<WeeklyCount>(text, [visible.ids, personId, period.from, period.until, period.zone]);

/** Pull requests a person shipped in a period, counted by repository and ISO week. */
export const loadShippedCounts = countWith(shippedText);

/** Reviews a person gave in a period, counted by repository and ISO week. */
export const loadReviewCounts = countWith(reviewsText);

/** The day of a person's last merge before a day, in the given zone. */
export async function findLastShippedOn(
  sql: Sql,
  visible: VisibleRepositories,
  personId: number,
  period: Period,
): Promise<string | undefined> {
  const [row] = await sql.query<{ shipped_on: string | null }>(
    `select to_char(max(merged_at) at time zone $4::text, 'YYYY-MM-DD') as shipped_on
     from v_shipped
     where repository_id = any($1::bigint[])
       and person_id = $2::bigint
       and merged_at < ($3::date)::timestamp at time zone $4::text`,
    [visible.ids, personId, period.from, period.zone],
  );
  return row?.shipped_on ?? undefined;
}
