import { type BindSql, type BoundValues, bindValues } from '../../platform/sql/index.ts';
import type { ResolvedFilter, Span } from '../lists/resolve-filter.sql.ts';
import type { Measure, MetricSql } from './metric.ts';
import type { MetricQuestion } from './metric-question.ts';
import type { WorkingTime } from './to-working-runs.ts';
import { toWorkingSql } from './working-hours.ts';

/** A question with the names in it looked up for a reader. */
export interface AskedMetric {
  readonly question: MetricQuestion;
  readonly resolved: ResolvedFilter;
  /** Who works in which team when, where it is divided by teams. */
  readonly members: readonly TeamSpan[];
  /** Which hours are told as working hours; undefined: none. */
  readonly workingTime: WorkingTime | undefined;
}

export interface TeamSpan extends Span {
  readonly team: string;
}

/** A statement's `item`, a row a pull request and division, with the values it takes; more can be bound. */
export interface Items extends BoundValues {
  readonly itemSql: string;
}

/**
 * The pull requests a question is about. `item` has: repository_id, number, at, author_account_id, exclusion_kind,
 * exclusion_reason, is_present, value, working, numerator, denominator, author, band, s1 to s4, and with `isDivided` the bucket.
 */
export function toItems(asked: AskedMetric, isDivided: boolean): Items {
  const { values, bindSql } = bindValues();
  const { sql, period } = asked.question;
  const zoneSql = bindSql(period.zone, 'text');
  const place: Place = { bindSql, zoneSql, daySql: `(${sql.atSql} at time zone ${zoneSql})::date` };
  const conditionsSql = listConditions(asked, place).join(' and ');
  const divisionSql = isDivided ? toDivision(asked, place) : 'select null::text as name';
  // `offset 0`: a column is worked out once a row, and not again wherever a statement names it.
  const itemSql = `
    select
      fact.repository_id,
      fact.number,
      ${sql.atSql} as at,
      fact.author_account_id,
      fact.exclusion_kind,
      fact.exclusion_reason,
      ${toColumnsSql(sql)},
      (${toWorkingSql(sql.measure, asked.workingTime, bindSql)})::float8 as working,
      division.name as bucket
    from ${toFromSql(asked, place, divisionSql)}
    where ${conditionsSql}
    offset 0`;
  return { itemSql, values, bindSql };
}

/** The facts, each with whether others took part, whose it is, and by what it is divided. */
const toFromSql = (asked: AskedMetric, place: Place, divisionSql: string): string => `
    v_pull_request_fact as fact
    ${toParticipationSql(asked, place)}
    left join lateral (${toOwnerSql(asked.question.sql.measure)}) as owner on true
    cross join lateral (${divisionSql}) as division`;

/** What pieces of a statement share. */
interface Place {
  readonly bindSql: BindSql;
  readonly zoneSql: string;
  /** The day on which a row counts. */
  readonly daySql: string;
}

function listConditions({ question, resolved }: AskedMetric, place: Place): readonly string[] {
  const { sql, filter } = question;
  const { bindSql, zoneSql } = place;
  const labels = filter.label;
  return [
    `fact.repository_id = any(${bindSql(resolved.repositoryIds, 'bigint[]')})`,
    `(${sql.populationSql})`,
    // A statement has to use every value it is given.
    `${zoneSql} is not null`,
    ...listPeriod(question, place),
    ...(labels.is.length > 0 ? [`fact.labels && ${bindSql(labels.is, 'text[]')}`] : []),
    ...(labels.isNot.length > 0 ? [`not fact.labels && ${bindSql(labels.isNot, 'text[]')}`] : []),
    ...(resolved.nothingSeen.some(({ value }) => !value.startsWith('-')) ? ['false'] : []),
    ...listAuthors(resolved, sql, place),
  ];
}

function listPeriod(
  { declaration, period, sql: { atSql } }: MetricQuestion,
  { bindSql, zoneSql }: Place,
): readonly string[] {
  if (declaration.event === 'now') return [];
  return [
    `${atSql} >= ${bindSql(period.from, 'date')}::timestamp at time zone ${zoneSql}`,
    `${atSql} < (${bindSql(period.until, 'date')} + 1)::timestamp at time zone ${zoneSql}`,
  ];
}

/** Who must have written it, or must not. Where others who took part are meant, a person is not their own other. */
function listAuthors({ author, team }: ResolvedFilter, sql: MetricSql, place: Place): readonly string[] {
  const isTakingPart = sql.people === 'participant';
  const wanted = isTakingPart ? [] : [author.is, team.is];
  const unwanted = [author.isNot, team.isNot, isTakingPart ? author.is : undefined];
  return [
    // Said of the accounts alone too: they lead to their rows by an index, which spans of unknown number do not.
    ...wanted.flatMap((spans) =>
      spans === undefined
        ? []
        : [`fact.author_account_id = any(${toAccounts(spans, place)})`, toWritten(spans, place)],
    ),
    ...unwanted.flatMap((spans) => (spans === undefined ? [] : [`not ${toWritten(spans, place)}`])),
  ];
}

const toWritten = (spans: readonly Span[], place: Place): string => {
  const spansSql = toSpans(spans, place);
  return `
    exists (
      select
      from ${spansSql}
      where ${toMatchSql(place)})`;
};

/** Spans as a table: an account, when it is meant, and about which days. */
const toSpans = (spans: readonly Span[], { bindSql }: Place): string => `
  jsonb_to_recordset(${bindSql(JSON.stringify(spans), 'jsonb')}) as side (
    team text, account_id bigint, from_at timestamptz, until_at timestamptz, from_on date, until_on date)`;

/** The accounts of spans, each once. */
const toAccounts = (spans: readonly Span[], { bindSql }: Place): string =>
  bindSql([...new Set(spans.map((span) => span.account_id))], 'bigint[]');

const toMatchSql = ({ daySql }: Place): string => `
  side.account_id = fact.author_account_id
  and fact.opened_at >= side.from_at
  and fact.opened_at < side.until_at
  and ${daySql} >= side.from_on
  and ${daySql} < side.until_on`;

function toDivision({ question: { by, sql }, members }: AskedMetric, place: Place): string {
  const { zoneSql } = place;
  const spansSql = by === 'team' ? toSpans(members, place) : '';
  switch (by) {
    case 'week':
      return `select to_char(date_trunc('week', ${sql.atSql} at time zone ${zoneSql}), 'YYYY-MM-DD') as name`;
    case 'month':
      return `select to_char(date_trunc('month', ${sql.atSql} at time zone ${zoneSql}), 'YYYY-MM-DD') as name`;
    case 'label':
      return 'select unnest(fact.labels) as name';
    case 'repo':
      return `
        select v_repository.owner_login || '/' || v_repository.name as name
        from v_repository
        where v_repository.repository_id = fact.repository_id`;
    case 'team':
      return `
        select side.team as name
        from ${spansSql}
        where ${toMatchSql(place)}`;
  }
}

/** Whether somebody other than the author took part before the merge: anybody, or those whom the filters mean. */
function toParticipationSql({ question: { sql }, resolved }: AskedMetric, place: Place): string {
  if (sql.people !== 'participant') return 'cross join lateral (select true as is_there) as participation';
  const spans = resolved.author.is ?? resolved.team.is;
  if (spans === undefined)
    return 'cross join lateral (select fact.words_before_end > 0 as is_there) as participation';
  const spansSql = toSpans(spans, place);
  const { zoneSql } = place;
  const accountsSql = toAccounts(spans, place);
  // Asked once and looked up by pull request, not once a pull request. Somebody is in a team on the day of their action.
  return `
    left join (
      select participant.repository_id, participant.number, min(participant.first_action_at) as first_action_at
      from ${spansSql}
      join v_participant_fact as participant
        on participant.account_id = side.account_id
        and participant.first_action_at >= side.from_at
        and participant.first_action_at < side.until_at
        and (participant.first_action_at at time zone ${zoneSql})::date >= side.from_on
        and (participant.first_action_at at time zone ${zoneSql})::date < side.until_on
        and not participant.is_robot
      where participant.account_id = any(${accountsSql})
      group by participant.repository_id, participant.number) as taken
      on taken.repository_id = fact.repository_id
      and taken.number = fact.number
    cross join lateral (
      select coalesce(taken.first_action_at <= fact.merged_at, false) as is_there) as participation`;
}

/** The person behind an author; nobody while no one linked the account. */
const toOwnerSql = ({ kind }: Measure): string =>
  kind === 'per-author'
    ? `
      select v_account_person.person_id
      from v_account_person
      where v_account_person.account_id = fact.author_account_id
        and fact.opened_at >= v_account_person.from_at
        and fact.opened_at < v_account_person.until_at`
    : 'select null::bigint as person_id';

function toColumnsSql(sql: MetricSql): string {
  const { presentSql, valueSql, numeratorSql, denominatorSql, authorSql } = toMeasured(sql.measure);
  const bandSql = (sql.bands ?? []).map(({ id, holdsSql }) => `when ${holdsSql} then '${id}'`).join('\n');
  const stageSql = (place: number) => sql.stages?.[place]?.valueSql ?? 'null';
  return `
    coalesce(${presentSql}, false) as is_present,
    (${valueSql})::float8 as value,
    (${numeratorSql})::float8 as numerator,
    (${denominatorSql})::float8 as denominator,
    (${authorSql})::bigint as author,
    ${bandSql === '' ? 'null::text' : `case ${bandSql} end`} as band,
    (${stageSql(0)})::float8 as s1,
    (${stageSql(1)})::float8 as s2,
    (${stageSql(2)})::float8 as s3,
    (${stageSql(3)})::float8 as s4`;
}

interface Measured {
  readonly presentSql: string;
  readonly valueSql: string;
  readonly numeratorSql: string;
  readonly denominatorSql: string;
  readonly authorSql: string;
}

const nothing: Measured = {
  presentSql: 'true',
  valueSql: 'null',
  numeratorSql: 'null',
  denominatorSql: 'null',
  authorSql: 'null',
};

/** What a measure asks of one row. */
export function toMeasured(measure: Measure): Measured {
  switch (measure.kind) {
    case 'amounts':
      return { ...nothing, presentSql: `(${measure.valueSql}) is not null`, valueSql: measure.valueSql };
    case 'share':
      return {
        ...nothing,
        presentSql: `(${measure.holdsSql}) is not null`,
        numeratorSql: `(${measure.holdsSql})::integer`,
        denominatorSql: '1',
      };
    case 'ratio':
      return {
        ...nothing,
        presentSql: `(${measure.denominatorSql}) is not null`,
        valueSql: `(${measure.numeratorSql})::float8 / ${measure.denominatorSql}`,
        numeratorSql: measure.numeratorSql,
        denominatorSql: measure.denominatorSql,
      };
    case 'count':
      return nothing;
    case 'per-author':
      return {
        ...nothing,
        presentSql: 'fact.author_account_id is not null',
        authorSql: 'coalesce(owner.person_id, -fact.author_account_id)',
      };
    case 'sharing':
      return { ...nothing, presentSql: sharedSql };
  }
}

/** Somebody else who is not a bot reviewed it before the merge, and who wrote it is known. */
const sharedSql = `
  fact.author_account_id is not null
  and exists (
    select
    from v_participant_fact as participant
    where participant.repository_id = fact.repository_id
      and participant.number = fact.number
      and participant.reviews > 0
      and participant.first_action_at <= fact.merged_at
      and not participant.is_robot)`;
