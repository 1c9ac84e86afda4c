import { getTeamWeek, type Period, type TeamWeek, type WeekMetric } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler, type Viewer } from '../access/index.ts';
import { openTeam, type TeamRecord } from '../people/index.ts';
import {
  askAgain,
  countPullsByWeek,
  countPullTotal,
  loadExceptions,
  loadMetric,
  loadScopes,
  type OpenedList,
  openList,
  parsePagePeriod,
  toToday,
} from '../reports/index.ts';
import type { BriefDependencies } from './brief-dependencies.ts';
import { hasEverMembers } from './team-members.sql.ts';
import { countReviewsByWeek } from './team-reviews.sql.ts';
import { toWeekCount, toWeekFigure } from './team-week-figures.ts';
import { toWeekMarkdown } from './team-week-markdown.ts';
import { toWeeksAround } from './team-week-periods.ts';
import { toWeekSentence } from './team-week-words.ts';

/** A team's week. */
export const teamWeekRoutes = (deps: BriefDependencies): readonly RouteHandler[] => [
  handle(getTeamWeek, async ({ params, reader }): Promise<TeamWeek> => {
    const team = await openTeam(deps.database, reader, { slug: params.slug, deed: 'see' });
    const { zone } = await loadWorkspace(deps.database);
    const { week, ignored } = readWeek(params.week, toToday(deps.clock.now(), zone));
    const found = await loadWeek({ deps, reader, team, week });
    const told = {
      ...found,
      ignored: [...ignored],
      ...(team.zone === undefined || team.zone === zone ? {} : { otherZone: team.zone }),
    };
    const sentence = toWeekSentence(told);
    return { ...told, sentence, markdown: toWeekMarkdown({ ...told, sentence }) };
  }),
];

type Today = ReturnType<typeof toToday>;

/** The week that an address names; another period, or none, is the running one. */
function readWeek(text: string, today: Today) {
  const { period, ignored } = parsePagePeriod(text, today);
  const isWeek = /^(this-week|last-week|\d{4}-W\d{2})$/.test(text) && ignored.length === 0;
  const { period: week } = isWeek ? { period } : parsePagePeriod('this-week', today);
  const named = toWeeksAround(week).week;
  const [year] = named.text.split('-');
  const reason = 'It is no week. Write one such as 2026-W47.';
  return {
    week: { ...week, text: named.text, label: `${named.label} of ${year}` },
    ignored: isWeek ? [] : [{ name: 'week', value: text, reason: ignored[0]?.reason ?? reason }],
  };
}

interface AskedWeek {
  readonly deps: BriefDependencies;
  readonly reader: Viewer;
  readonly team: TeamRecord;
  readonly week: Period;
}

/** With the team looked up once for all that is counted of it. */
interface OpenedWeek extends AskedWeek {
  readonly list: OpenedList;
}

async function loadWeek(
  given: AskedWeek,
): Promise<Omit<TeamWeek, 'sentence' | 'markdown' | 'ignored' | 'otherZone'>> {
  const { deps, reader, team, week } = given;
  const { database } = deps;
  const weeks = toWeeksAround(week);
  const list = await openList(deps, reader, { team: team.slug });
  const { visible } = list;
  const asked = { ...given, list };
  const days = { ...week, from: weeks.past[0]?.startsOn ?? week.from };
  const [
    merged,
    opened,
    reviews,
    waiting,
    firstResponse,
    cycleTime,
    exceptions,
    { alone: scope, withLists: reviewScope },
    hasMembers,
  ] = await Promise.all([
    countWeeks(asked, { state: 'merged', period: weeks.allDays }),
    countWeeks(asked, { period: weeks.allDays }),
    countReviewsByWeek(database, visible, team.teamId, days),
    countWaiting(asked),
    loadTimes(asked, 'time-to-first-response'),
    loadTimes(asked, 'cycle-time'),
    loadExceptions(database, visible, { team, period: week, now: deps.clock.now(), limit: 10 }),
    loadScopes(database, visible, ['reviews']),
    hasEverMembers(database, team.teamId),
  ]);
  const about = { team: team.slug, scope };
  return {
    team: { slug: team.slug, name: team.name, isDemo: team.isDemo },
    hasMembers,
    week,
    before: { text: weeks.before.text, label: weeks.before.label },
    ...(week.isOver ? { after: { text: weeks.after.text, label: weeks.after.label } } : {}),
    merged: toWeekFigure({ ...about, kind: 'merged' }, merged, weeks),
    opened: toWeekFigure({ ...about, kind: 'opened' }, opened, weeks),
    reviewed: toWeekFigure({ ...about, kind: 'reviewed', scope: reviewScope }, reviews, weeks),
    waiting: toWeekCount({ ...about, kind: 'waiting' }, waiting, week.text),
    firstResponse,
    cycleTime,
    exceptions: { ...exceptions, rows: [...exceptions.rows] },
    scope: reviewScope,
  };
}

const countWeeks = (
  { deps, list, team }: OpenedWeek,
  query: { readonly state?: string; readonly period: string },
): Promise<ReadonlyMap<string, number>> =>
  countPullsByWeek(deps.database, askAgain(list, { team: team.slug, ...query }));

const countWaiting = ({ deps, list, team }: OpenedWeek): Promise<number> =>
  countPullTotal(deps.database, askAgain(list, { team: team.slug, state: 'open' }));

async function loadTimes({ deps, list, team, week }: OpenedWeek, metric: string): Promise<WeekMetric> {
  const weeks = toWeeksAround(week);
  const [now, past] = await Promise.all([
    loadMetric(deps.database, list, metric, { team: team.slug, period: week.text, by: 'week' }),
    loadMetric(deps.database, list, metric, { team: team.slug, period: weeks.pastDays, by: 'week' }),
  ]);
  const medians = new Map(past.buckets.map((bucket) => [bucket.from, bucket]));
  const query = new URLSearchParams({ team: team.slug, period: week.text });
  return {
    name: now.name,
    definition: now.definition,
    figure: now.figure,
    ...(now.workingTime !== undefined && { workingTime: now.workingTime }),
    rows: `/reports/${metric}/rows?${query.toString()}`,
    ...(past.figure.value === undefined ? {} : { usual: past.figure.value }),
    past: weeks.past.map(({ text, label, startsOn }) => {
      const bucket = medians.get(startsOn);
      return {
        text,
        label,
        n: bucket?.n ?? 0,
        ...(bucket?.value === undefined ? {} : { value: bucket.value }),
      };
    }),
  };
}
