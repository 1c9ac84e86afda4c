import { loadWorkspace, type Viewer, type Workspace } from '../../access/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Database, Sql } from '../../platform/sql/index.ts';
import { loadVisibleRepositories, type VisibleRepositories } from '../../visibility/index.ts';
import type { OpenedList } from '../lists/open-list.sql.ts';
import type { PullFilter } from '../lists/pull-filter.ts';
import { resolveFilter } from '../lists/resolve-filter.sql.ts';
import { toDayEnd, toToday } from '../today.ts';
import { allMetrics } from './all-metrics.metric.ts';
import type { AskedMetric, TeamSpan } from './metric-items.sql.ts';
import { type MetricQuery, parseMetricQuestion } from './metric-question.ts';
import type { WorkingTime } from './to-working-runs.ts';

export interface MetricDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

export interface OpenedMetric {
  readonly asked: AskedMetric;
  readonly visible: VisibleRepositories;
  /** As `2026-11-21`, in the workspace's zone. */
  readonly todayOn: string;
}

/**
 * What an address asks of a metric, for a reader, over the repositories they may see. Throws `not-found` for a metric that
 * is none and for a person whose page the reader may not open.
 */
export async function openMetric(
  { database, clock }: MetricDependencies,
  reader: Viewer,
  id: string,
  query: MetricQuery,
): Promise<OpenedMetric> {
  const declaration = getDeclaration(id);
  const [workspace, visible] = await Promise.all([
    loadWorkspace(database),
    loadVisibleRepositories(database, reader),
  ]);
  const today = toToday(clock.now(), workspace.zone);
  const question = parseMetricQuestion(declaration, query, today);
  const [resolved, members, workingTime] = await Promise.all([
    resolveFilter(database, reader, visible, question.filter),
    question.by === 'team' ? loadMembers(database) : [],
    loadWorkingTime(database, workspace, question.filter, toDayEnd(today)),
  ]);
  return { asked: { question, resolved, members, workingTime }, visible, todayOn: today.on };
}

/**
 * The same of a list that was opened, whose names are not looked up again: the query must name the same repositories, teams
 * and people.
 */
export async function openMetricAgain(
  sql: Sql,
  { asked: { resolved }, visible, today }: OpenedList,
  id: string,
  query: MetricQuery,
): Promise<OpenedMetric> {
  const question = parseMetricQuestion(getDeclaration(id), query, today);
  const [members, workspace] = await Promise.all([
    question.by === 'team' ? loadMembers(sql) : [],
    loadWorkspace(sql),
  ]);
  const workingTime = await loadWorkingTime(sql, workspace, question.filter, toDayEnd(today));
  return { asked: { question, resolved, members, workingTime }, visible, todayOn: today.on };
}

/** Days and zone of the one team that is asked about, else of the workspace; nothing where that tells no working hours. */
async function loadWorkingTime(
  sql: Sql,
  { zone, workingDays }: Workspace,
  { team }: PullFilter,
  untilAt: string,
): Promise<WorkingTime | undefined> {
  if (workingDays === undefined) return undefined;
  const ofAll = { zone, days: workingDays, untilAt };
  const [slug, ...others] = team.is;
  if (slug === undefined || others.length > 0) return ofAll;
  const [row] = await sql.query<{ readonly zone: string | null; readonly days: readonly number[] }>(
    `select zone, working_days as days
     from v_team
     where slug = $1::text`,
    [slug],
  );
  return row === undefined ? ofAll : { zone: row.zone ?? zone, days: row.days, untilAt };
}

function getDeclaration(id: string) {
  const declaration = allMetrics.find((one) => one.id === id);
  if (declaration === undefined) throw notFound();
  return declaration;
}

/** Accounts of those who work in each team or below it, and for which days; each of them once a day. */
async function loadMembers(sql: Sql): Promise<readonly TeamSpan[]> {
  return sql.query<TeamSpan & Record<string, unknown>>(
    `select
       joined.team,
       joined.account_id,
       joined.from_at::text as from_at,
       joined.until_at::text as until_at,
       lower(days)::text as from_on,
       upper(days)::text as until_on
     from (
       select
         v_team.slug as team,
         owner.account_id,
         owner.from_at,
         owner.until_at,
         range_agg(daterange(contributor.from_on, contributor.until_on)) as ranges
       from v_team_contributor as contributor
       join v_team on v_team.team_id = contributor.team_id
       join v_account_person as owner on owner.person_id = contributor.person_id
       group by v_team.slug, owner.account_id, owner.from_at, owner.until_at) as joined
     cross join lateral unnest(joined.ranges) as days`,
  );
}

/** Changes whenever a fact, or whose an account is, has changed. */
export async function loadRevision(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ readonly revision: string }>(
    `select
       coalesce((select revision from fact_cursor), 0)
       || '.' || coalesce((select max(fact_stale_id) from fact_stale), 0)
       || '.' || coalesce((select max(seq) from v_people_change), 0) as revision`,
  );
  return row?.revision ?? '';
}
