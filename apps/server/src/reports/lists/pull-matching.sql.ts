import type { PullState } from '@throughline/contract';
import type { BindSql } from '../../platform/sql/index.ts';
import type { AskedPulls } from './asked-pulls.ts';
import type { DayRange } from './day-range.ts';
import { toOverlap } from './day-range.ts';
import type { Choice, PullFilter } from './pull-filter.ts';
import { isLedByPeople, listPeople } from './pull-people.sql.ts';
import { toEvent } from './pull-sort.ts';
import type { ResolvedFilter } from './resolve-filter.sql.ts';

/** The state that is shown: a draft is one while it is open. */
export const shownStateSql = `
  case
    when pull_request.state = 'open' and pull_request.is_draft then 'draft'
    else pull_request.state
  end`;

/**
 * Whether a `pull_request` of `v_pull_request` matches. What is not asked stands nowhere in it: behind an `or`, PostgreSQL would
 * look at every row in turn (measured: 5 s instead of 10 ms for a reviewer's among 200,000). A look at each row's own lists is
 * kept one by `offset 0`: joined, all of them would be walked for a page of 50.
 */
export const toMatchingSql = (asked: AskedPulls, bindSql: BindSql): string =>
  [
    toVisible(asked.resolved, bindSql),
    ...listPeople(asked, bindSql),
    ...listStates(asked.filter, bindSql),
    ...listLabels(asked.filter, bindSql),
    ...listTexts(asked.filter, bindSql),
    ...listDays(asked, bindSql),
  ].join(' and ');

/** The same in another state, whatever the filter says of states. */
export const toStateAsked = (asked: AskedPulls, states: readonly PullState[] | undefined): AskedPulls => ({
  ...asked,
  filter: { ...asked.filter, states },
});

/**
 * Of what leads to single pull requests each is looked up by its key; `+ 0` keeps the list of repositories out of that, which
 * would be gone through once a row (measured at 500 repositories: 57,000 buffers instead of 1,200).
 */
const toVisible = (resolved: ResolvedFilter, bindSql: BindSql): string =>
  `pull_request.repository_id${isLedByPeople(resolved) ? ' + 0' : ''}
    = any(${bindSql(resolved.repositoryIds, 'bigint[]')})`;

// Also by GitHub's state, which leads to an index and to a guess of how many there are; the shown one does not.
const listStates = ({ states }: PullFilter, bindSql: BindSql): readonly string[] =>
  states === undefined
    ? []
    : [
        `${shownStateSql} = any(${bindSql(states, 'text[]')})`,
        `pull_request.state = any(${bindSql(states.map(toGithubState), 'text[]')})`,
      ];

const toGithubState = (state: PullState): string => (state === 'draft' ? 'open' : state);

function listLabels({ label, no }: PullFilter, bindSql: BindSql): readonly string[] {
  const toNamed = (names: readonly string[]): string =>
    `and lower(label.name) = any(${bindSql(names.map(toLower), 'text[]')})`;
  return [
    ...(label.is.length > 0 ? [toLabelled(toNamed(label.is))] : []),
    ...(label.isNot.length > 0 ? [`not ${toLabelled(toNamed(label.isNot), 'offset 0')}`] : []),
    ...(no.is.includes('label') ? [`not ${toLabelled('', 'offset 0')}`] : []),
    ...(no.is.includes('assignee') ? [unassignedSql] : []),
  ];
}

const toLabelled = (namedSql: string, offsetSql = ''): string => `
  exists (
    select
    from v_pull_request_label as label
    where label.repository_id = pull_request.repository_id
      and label.number = pull_request.number
      ${namedSql}
    ${offsetSql})`;

const unassignedSql = `
  not exists (
    select
    from v_pull_request_assignee as assignee
    where assignee.repository_id = pull_request.repository_id
      and assignee.number = pull_request.number
    offset 0)`;

function listTexts(filter: PullFilter, bindSql: BindSql): readonly string[] {
  const listChoice = (columnSql: string, { is, isNot }: Choice, toKept = toSame): readonly string[] => [
    ...(is.length > 0 ? [`${columnSql} = any(${bindSql(is.map(toKept), 'text[]')})`] : []),
    ...(isNot.length > 0 ? [`not ${columnSql} = any(${bindSql(isNot.map(toKept), 'text[]')})`] : []),
  ];
  const toTitled = (word: string): string => `pull_request.title ilike ${bindSql(toPattern(word), 'text')}`;
  const { review, base, head, words, numbers } = filter;
  return [
    ...listChoice(`coalesce(pull_request.review_decision, 'none')`, review, toDecision),
    ...listChoice('pull_request.base_ref', base),
    ...listChoice('pull_request.head_ref', head),
    ...words.is.map(toTitled),
    ...words.isNot.map((word) => `not ${toTitled(word)}`),
    ...(numbers.length > 0 ? [`pull_request.number = any(${bindSql(numbers, 'integer[]')})`] : []),
  ];
}

/** A period is about the event of the states that are asked for. */
function listDays({ filter, zone }: AskedPulls, bindSql: BindSql): readonly string[] {
  const days = { ...filter.days };
  if (filter.period !== undefined) {
    const event = toEvent(filter.states);
    days[event] = toOverlap(days[event], filter.period);
  }
  const toStart = (day: string, daysLater: number): string =>
    `(${bindSql(day, 'date')} + ${daysLater})::timestamp at time zone ${bindSql(zone, 'text')}`;
  const list = (columnSql: string, { from, until }: DayRange): readonly string[] => [
    ...(from === undefined ? [] : [`${columnSql} >= ${toStart(from, 0)}`]),
    ...(until === undefined ? [] : [`${columnSql} < ${toStart(until, 1)}`]),
  ];
  return [
    ...list('pull_request.created_at', days.created),
    ...list('pull_request.merged_at', days.merged),
    ...list('pull_request.closed_at', days.closed),
    ...list('pull_request.updated_at', days.updated),
  ];
}

const toSame = (text: string): string => text;

const toLower = (text: string): string => text.toLowerCase();

const toDecision = (text: string): string => (text === 'required' ? 'review-required' : text);

/** A part of a title, whatever `%`, `_` and `\` are in it. */
const toPattern = (word: string): string => `%${word.replace(/[%_\\]/g, String.raw`\$&`)}%`;
