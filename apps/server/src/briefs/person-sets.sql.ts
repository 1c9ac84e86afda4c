import type { Period, PersonFigure } from '@throughline/contract';
import type { VisibleRepositories } from '../visibility/index.ts';
import { kindRules } from './work-kinds.data.ts';

/** Figures that are made of what was done; what waits is judged elsewhere. */
export type SetFigure = Exclude<PersonFigure, 'waiting' | 'waiting-for-others'>;

/** Which pull requests of a person: those of one figure, in one period. */
export interface PersonSet {
  readonly visible: VisibleRepositories;
  readonly personId: number;
  readonly period: Period;
  readonly figure: SetFigure;
  /** A kind of work, a label or `owner/name`, for the figures that have one; empty for what has no label. */
  readonly value?: string | undefined;
}

// Every set takes $1 visible repositories, $2 person, $3 and $4 first and last day, $5 zone, $6 value, $7 rules, and
// gives repository_id, number, at, wait_s (where it is about a wait) and rule (the position of the rule that fitted).
const withinSql = (atSql: string): string =>
  `${atSql} >= ($3::date)::timestamp at time zone $5::text
   and ${atSql} < ($4::date + 1)::timestamp at time zone $5::text`;

const shipped = `
  select shipped.repository_id, shipped.number, shipped.merged_at as at, null::bigint as wait_s, null::integer as rule
  from v_shipped as shipped
  where shipped.repository_id = any($1::bigint[])
    and shipped.person_id = $2::bigint
    and ${withinSql('shipped.merged_at')}`;

const notOwn = `
  not exists (
    select from v_account_person as author
    where author.account_id = fact.author_account_id
      and fact.opened_at >= author.from_at
      and fact.opened_at < author.until_at
      and author.person_id = $2::bigint)`;

// The person's part in pull requests of others, whose accounts were theirs when they first acted.
const taken = `
  from v_account_person as me
  join v_participant_fact as part
    on part.account_id = me.account_id
    and part.first_action_at >= me.from_at
    and part.first_action_at < me.until_at
  join v_pull_request_fact as fact
    on fact.repository_id = part.repository_id
    and fact.number = part.number
  where me.person_id = $2::bigint
    and fact.repository_id = any($1::bigint[])
    and ${notOwn}`;

const unblocked = `
  select fact.repository_id, fact.number, min(part.unblocked_at) as at, null::bigint as wait_s, null::integer as rule
  ${taken}
    and fact.author_class in ('person', 'ghost')
    and ${withinSql('part.unblocked_at')}
  group by fact.repository_id, fact.number`;

const firstResponse = `
  select
    fact.repository_id,
    fact.number,
    fact.first_response_at as at,
    greatest(0, extract(epoch from fact.first_response_at - fact.ready_at))::bigint as wait_s,
    null::integer as rule
  ${taken}
    and fact.first_response_account_id = part.account_id
    and fact.exclusion_reason is null
    and ${withinSql('fact.first_response_at')}`;

// The repository in which most of the person's pull requests were merged in the 26 weeks until the period's last day; of
// fewer than five nobody can tell.
const usual = `
  select repository_id
  from (
    select repository_id, count(*) as merged, max(merged_at) as last_at, sum(count(*)) over () as total
    from v_shipped
    where repository_id = any($1::bigint[])
      and person_id = $2::bigint
      and merged_at >= ($4::date - 181)::timestamp at time zone $5::text
      and merged_at < ($4::date + 1)::timestamp at time zone $5::text
    group by repository_id) as by_repository
  where total >= 5
  order by merged desc, last_at desc, repository_id
  limit 1`;

const outside = `
  select set.*
  from (${shipped}) as set
  cross join (${usual}) as usual
  where set.repository_id <> usual.repository_id`;

const categorised = `
  select set.repository_id, set.number, set.at, set.wait_s, fitting.rule, fitting.kind, fitting.is_refactor
  from (${shipped}) as set
  join v_pull_request
    on v_pull_request.repository_id = set.repository_id
    and v_pull_request.number = set.number
  left join lateral (
    select given.position::integer as rule, given.kind, given.is_refactor
    from jsonb_to_recordset($7::jsonb)
      as given (position integer, field text, pattern text, kind text, is_refactor boolean)
    where case given.field
        when 'title' then v_pull_request.title ~* given.pattern
        when 'head-branch' then v_pull_request.head_ref ~* given.pattern
        else exists (
          select from v_pull_request_label as label
          where label.repository_id = set.repository_id
            and label.number = set.number
            and label.name ~* given.pattern)
      end
    order by given.position
    limit 1) as fitting on true`;

const byKind = `
  select repository_id, number, at, wait_s, rule
  from (${categorised}) as set
  where coalesce(kind, 'none') = $6::text`;

const refactor = `
  select repository_id, number, at, wait_s, rule
  from (${categorised}) as set
  where is_refactor`;

const labelled = `
  select set.*
  from (${shipped}) as set
  where case
      when $6::text = '' then not exists (
        select from v_pull_request_label as label
        where label.repository_id = set.repository_id
          and label.number = set.number)
      else exists (
        select from v_pull_request_label as label
        where label.repository_id = set.repository_id
          and label.number = set.number
          and lower(label.name) = lower($6::text))
    end`;

const inRepository = `
  select set.*
  from (${shipped}) as set
  join v_repository on v_repository.repository_id = set.repository_id
  where lower(v_repository.owner_login || '/' || v_repository.name) = lower($6::text)`;

/** The statement that picks each figure's pull requests. */
const sets: Readonly<Record<SetFigure | 'ruled', string>> = {
  ruled: categorised,
  shipped,
  unblocked,
  'first-response': firstResponse,
  outside,
  kind: byKind,
  refactor,
  label: labelled,
  repo: inRepository,
};

const rules = JSON.stringify(
  kindRules.map(({ field, pattern, kind, isRefactor }, position) => ({
    position,
    field,
    pattern,
    kind,
    is_refactor: isRefactor,
  })),
);

/** What picks the pull requests of one figure. It names every value of a set, as a statement must. */
export function toPickedSql(figure: SetFigure | 'ruled'): string {
  const setSql = sets[figure];
  return `
  select set.repository_id, set.number, set.at, set.wait_s, set.rule
  from (${setSql}) as set
  cross join (select $3::date, $6::text, $7::jsonb) as given`;
}

/** The statement that tells the usual repository, with the values of a set. */
export const usualText = `
  select
    usual.repository_id as "repositoryId",
    v_repository.owner_login || '/' || v_repository.name as "fullName",
    v_host.name as "hostName"
  from (${usual}) as usual
  cross join (select $3::date, $6::text, $7::jsonb) as given
  join v_repository on v_repository.repository_id = usual.repository_id
  join v_host on v_host.host_id = v_repository.host_id`;

export const toSetValues = ({ visible, personId, period, value = '' }: PersonSet): readonly unknown[] => [
  visible.ids,
  personId,
  period.from,
  period.until,
  period.zone,
  value,
  rules,
];
