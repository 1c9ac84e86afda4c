import { loadWorkspace, type Viewer } from '../../access/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { mayOpenPage } from '../page-access.ts';
import type { LookKind } from './look-kinds.data.ts';

/** Looks are kept so long. */
const keptDays = 730;

/** Whether a reader may open somebody else's page, by the workspace's setting and the teams of today. */
export async function loadMayOpen(sql: Sql, viewer: Viewer, personId: number): Promise<boolean> {
  const { personPages, zone } = await loadWorkspace(sql);
  const isLead = personPages !== 'everyone' && (await loadIsLead(sql, viewer.userId, personId, zone));
  return mayOpenPage({ setting: personPages, isOwn: false, isLead, role: viewer.role });
}

async function loadIsLead(sql: Sql, userId: number, personId: number, zone: string): Promise<boolean> {
  const rows = await sql.query(
    `with day as (select (app_now() at time zone $3::text)::date as today)
     select
     from day
     join v_person as looker on looker.user_id = $1::bigint
     join v_team_member as lead
       on lead.person_id = looker.person_id
       and lead.is_lead
       and lead.from_on <= day.today
       and day.today < lead.until_on
     join v_team_contributor as member
       on member.team_id = lead.team_id
       and member.person_id = $2::bigint
       and member.from_on <= day.today
       and day.today < member.until_on
     limit 1`,
    [userId, personId, zone],
  );
  return rows.length > 0;
}

export interface Look {
  readonly personId: number;
  readonly viewer: Viewer;
  readonly kind: LookKind;
  readonly isRefused: boolean;
}

/**
 * Writes down that somebody looked, or was refused; once a person, looker and hour, with everything that was opened in it.
 * Throws when it cannot be written, and then nothing may be shown.
 */
export async function recordLook(sql: Sql, { personId, viewer, kind, isRefused }: Look): Promise<void> {
  const rows = await sql.query<{ is_new: boolean }>(
    `insert into person_look (person_id, user_id, hour_at, is_refused, kinds, is_by_key)
     values (
       $1::bigint, $2::bigint, date_trunc('hour', app_now(), 'UTC'), $3::boolean, array[$4::text], $5::boolean)
     on conflict on constraint person_look_pk do update
     set kinds = case
           when person_look.kinds @> excluded.kinds then person_look.kinds
           else person_look.kinds || excluded.kinds
         end,
         is_by_key = person_look.is_by_key or excluded.is_by_key
     where not person_look.kinds @> excluded.kinds
        or excluded.is_by_key and not person_look.is_by_key
     returning looked_at = app_now() as is_new`,
    [personId, viewer.userId, isRefused, kind, viewer.keyScope !== undefined],
  );
  if (rows[0]?.is_new === true) await forgetOldLooks(sql);
}

/** A few of the looks that have been kept long enough, whoever's they are: each new row takes away more than it adds. */
async function forgetOldLooks(sql: Sql): Promise<void> {
  await sql.query(
    `with old as (
       select person_id, user_id, hour_at, is_refused
       from person_look
       where looked_at < app_now() - make_interval(days => $1::integer)
       order by looked_at
       limit 100)
     delete from person_look
     using old
     where person_look.person_id = old.person_id
       and person_look.user_id = old.user_id
       and person_look.hour_at = old.hour_at
       and person_look.is_refused = old.is_refused`,
    [keptDays],
  );
}

export interface LookRow {
  readonly at: Date;
  /** Who looked; absent for a look that was refused. */
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly kinds: readonly LookKind[];
  readonly isByKey: boolean;
  readonly isRefused: boolean;
}

/**
 * Looks of others at a person, or at somebody who is them now, newest first, at most `limit` before `before`. Who was refused is not named: they learnt
 * nothing, and an address that somebody else sent them is no deed of theirs.
 */
export async function loadLooks(
  sql: Sql,
  personId: number,
  { before, limit }: { readonly before?: Date | undefined; readonly limit: number },
): Promise<readonly LookRow[]> {
  const rows = await sql.query<{
    looked_at: Date;
    name: string | null;
    role: string | null;
    kinds: LookKind[];
    is_by_key: boolean;
    is_refused: boolean;
  }>(
    `select
       look.looked_at,
       case when not look.is_refused then v_user.name end as name,
       case when not look.is_refused then v_user.role end as role,
       case when look.is_refused then '{}' else look.kinds end as kinds,
       look.is_by_key and not look.is_refused as is_by_key,
       look.is_refused
     from v_person_look as look
     join v_user on v_user.user_id = look.user_id
     where look.person_id = $1::bigint
       and look.looked_at >= app_now() - make_interval(days => $2::integer)
       and ($3::timestamptz is null or look.looked_at < $3::timestamptz)
     order by look.looked_at desc, look.user_id, look.opened_person_id
     limit $4::integer`,
    [personId, keptDays, before, limit],
  );
  return rows.map((row) => ({
    at: row.looked_at,
    name: row.name ?? undefined,
    role: row.role ?? undefined,
    kinds: row.kinds,
    isByKey: row.is_by_key,
    isRefused: row.is_refused,
  }));
}

/** How many others opened a person's work in the 30 days until now; who only looked after their accounts is not among them. */
export async function countLookers(sql: Sql, personId: number): Promise<number> {
  const [row] = await sql.query<{ lookers: number }>(
    `select count(distinct user_id)::integer as lookers
     from v_person_look
     where person_id = $1::bigint
       and not is_refused
       and not kinds <@ array['record']
       and looked_at >= app_now() - interval '30 days'`,
    [personId],
  );
  return row?.lookers ?? 0;
}
