import {
  isPullState,
  type Period,
  type PullParams,
  type PullState,
  splitWords,
  toPullParams,
} from '@throughline/contract';
import { parsePeriod, type Today } from '../period.ts';
import { type DayRange, parseDayRange, toOverlap } from './day-range.ts';
import { type PullGroup, type PullSort, parseGroup, parseSort } from './pull-sort.ts';

/** One of `is`, and none of `isNot`; an empty `is` asks for nothing. */
export interface Choice {
  readonly is: readonly string[];
  readonly isNot: readonly string[];
}

export interface IgnoredFilter {
  readonly name: string;
  readonly value: string;
  readonly reason: string;
}

type Named =
  | 'repo'
  | 'team'
  | 'author'
  | 'reviewer'
  | 'requested'
  | 'assignee'
  | 'involves'
  | 'label'
  | 'review'
  | 'base'
  | 'head'
  | 'no';
type Dated = 'created' | 'merged' | 'closed' | 'updated';

/** What is understood of what an address asks. `ignored` holds the rest: shown struck through, never dropped silently. */
export interface PullFilter extends Readonly<Record<Named, Choice>> {
  /** Undefined: all of them. */
  readonly states: readonly PullState[] | undefined;
  readonly words: Choice;
  /** Numbers asked for as `#412`. */
  readonly numbers: readonly number[];
  readonly days: Readonly<Record<Dated, DayRange>>;
  readonly period: Period | undefined;
  readonly sort: PullSort;
  readonly group: PullGroup | undefined;
  readonly ignored: readonly IgnoredFilter[];
}

/** As a query gives it: a name once or several times. */
export type GivenQuery = Readonly<Record<string, string | readonly string[] | number | undefined>>;

type Ignore = (name: string, value: string, reason: string) => void;

/** Reads the filters of a list. What is malformed is left out of the filter and named in `ignored`. */
export function parsePullFilter(query: GivenQuery, today: Today): PullFilter {
  const ignored: IgnoredFilter[] = [];
  const ignore: Ignore = (name, value, reason) => void ignored.push({ name, value, reason });
  const params = toPullParams(toLists(query));
  const toChoice = (name: Named): Choice => readChoice(params, name, ignore);
  const states = readStates(params, ignore);
  const words = splitWords(params['q']?.[0] ?? '');
  return {
    repo: toChoice('repo'),
    team: toChoice('team'),
    author: toChoice('author'),
    reviewer: toChoice('reviewer'),
    requested: toChoice('requested'),
    assignee: toChoice('assignee'),
    involves: toChoice('involves'),
    label: toChoice('label'),
    review: toChoice('review'),
    base: toChoice('base'),
    head: toChoice('head'),
    no: toChoice('no'),
    states,
    words: {
      is: words.filter(({ text, isNot }) => !isNot && !isNumber(text)).map(({ text }) => text),
      isNot: words.filter(({ isNot }) => isNot).map(({ text }) => text),
    },
    numbers: words
      .filter(({ text, isNot }) => !isNot && isNumber(text))
      .map(({ text }) => Number(text.slice(1))),
    days: {
      created: readDays(params, 'created', ignore),
      merged: readDays(params, 'merged', ignore),
      closed: readDays(params, 'closed', ignore),
      updated: readDays(params, 'updated', ignore),
    },
    period: readPeriod(params, today, ignore),
    sort: parseSort(params['sort']?.at(-1), states, (value, reason) => ignore('sort', value, reason)),
    group: parseGroup(params['group']?.at(-1), (value, reason) => ignore('group', value, reason)),
    ignored,
  };
}

const isNumber = (text: string): boolean => /^#\d{1,9}$/.test(text);

const toLists = (query: GivenQuery): PullParams =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([name, given]) => given !== undefined && name !== 'after' && name !== 'limit')
      .map(([name, given]) => [name, [given].flat().map(String)]),
  );

/** What a value of each name must look like, and what is said of one that does not. */
const shapes: Readonly<Partial<Record<Named, readonly [RegExp, string]>>> = {
  repo: [/^(?:[^/\s]+\/[^/\s]+|not-visible)$/, 'It is no repository. Write one as owner/name, or owner/*.'],
  review: [
    /^(?:approved|changes-requested|required|review-required|none)$/,
    'There are approved, changes-requested, review-required and none.',
  ],
  no: [/^(?:label|assignee)$/, 'There are no:label and no:assignee.'],
  team: [/^(?:@mine|[^@\s]\S*)$/, 'It is no team. Write its name as in its address, or @mine.'],
};

function readChoice(params: PullParams, name: Named, ignore: Ignore): Choice {
  const [shape, reason] = shapes[name] ?? [/[^]/, ''];
  const values = (params[name] ?? []).map((value) => {
    const isNot = value.startsWith('-') && value.length > 1;
    return { value, isNot, text: isNot ? value.slice(1) : value };
  });
  for (const { value, text } of values) if (!shape.test(text)) ignore(name, value, reason);
  const understood = values.filter(({ text }) => shape.test(text));
  return {
    is: understood.filter(({ isNot }) => !isNot).map(({ text }) => text),
    isNot: understood.filter(({ isNot }) => isNot).map(({ text }) => text),
  };
}

function readStates(params: PullParams, ignore: Ignore): readonly PullState[] | undefined {
  const given = params['state'] ?? [];
  const odd = given.filter((value) => !isPullState(value));
  const states = given.filter(isPullState);
  const contradicts = odd.some((value) => isPullState(value.slice(1)));
  const reason = contradicts
    ? 'Nothing can be both.'
    : 'It is no state. There are open, draft, merged and closed.';
  for (const value of odd) ignore('state', value, reason);
  return states.length === 0 || contradicts ? undefined : states;
}

function readDays(params: PullParams, name: Dated, ignore: Ignore): DayRange {
  return (params[name] ?? []).reduce<DayRange>((range, value) => {
    const parsed = parseDayRange(value);
    if (parsed.kind === 'range') return toOverlap(range, parsed.range);
    ignore(name, value, parsed.reason);
    return range;
  }, {});
}

function readPeriod(params: PullParams, today: Today, ignore: Ignore): Period | undefined {
  const [text, ...others] = params['period'] ?? [];
  for (const other of others) ignore('period', other, 'There is one period at a time.');
  if (text === undefined) return undefined;
  const parsed = parsePeriod(text, today);
  if (parsed.kind === 'period') return parsed.period;
  ignore('period', text, parsed.reason);
  return undefined;
}
