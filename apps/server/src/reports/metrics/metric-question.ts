import { type MetricDivision, metricDivisions, type Period } from '@throughline/contract';
import { type IgnoredFilter, type PullFilter, parsePullFilter } from '../lists/pull-filter.ts';
import { parsePeriod, type Today } from '../period.ts';
import type { MetricDeclaration, MetricSql } from './metric.ts';

const defaultPeriod = 'last-90-days';

/** As the address gives it. */
export interface MetricQuery {
  readonly repo?: string | readonly string[] | undefined;
  readonly team?: string | readonly string[] | undefined;
  readonly person?: string | readonly string[] | undefined;
  readonly label?: string | readonly string[] | undefined;
  readonly period?: string | undefined;
  readonly by?: string | undefined;
  readonly preset?: string | undefined;
  readonly rows?: string | undefined;
  readonly band?: string | undefined;
  readonly least?: string | undefined;
  readonly below?: string | undefined;
}

/** What is asked of a metric, as understood; `ignored` holds the rest. */
export interface MetricQuestion {
  readonly declaration: MetricDeclaration;
  readonly sql: MetricSql;
  readonly preset: string | undefined;
  readonly by: MetricDivision;
  readonly period: Period;
  readonly filter: PullFilter;
  readonly rows: 'counted' | 'missing' | 'left-out';
  readonly band: string | undefined;
  /** Of rows, those alone whose value is at least this and below that. */
  readonly range: ValueRange;
  readonly ignored: readonly IgnoredFilter[];
}

export interface ValueRange {
  readonly least: number | undefined;
  readonly below: number | undefined;
}

type Ignore = (name: string, value: string, reason: string) => undefined;

/** Reads what an address asks of a metric. */
export function parseMetricQuestion(
  declaration: MetricDeclaration,
  query: MetricQuery,
  today: Today,
): MetricQuestion {
  const ignored: IgnoredFilter[] = [];
  const ignore: Ignore = (name, value, reason) => {
    ignored.push({ name, value, reason });
    return undefined;
  };
  const period = query.period ?? defaultPeriod;
  const filter = parsePullFilter(
    { repo: query.repo, team: query.team, author: readPerson(query, ignore), label: query.label, period },
    today,
  );
  const preset = readPreset(declaration, query.preset, ignore);
  const sql: MetricSql = { ...declaration, ...preset?.sql };
  return {
    declaration,
    sql,
    preset: preset?.id,
    by: readDivision(declaration, query.by, ignore),
    period: filter.period ?? getDefaultPeriod(today),
    filter,
    rows: readRows(query.rows, ignore),
    band: readBand(sql, query.band, ignore),
    range: {
      least: readBound(sql, 'least', query.least, ignore),
      below: readBound(sql, 'below', query.below, ignore),
    },
    ignored: [...filter.ignored.map(toPerson), ...ignored],
  };
}

const toPerson = (one: IgnoredFilter): IgnoredFilter =>
  one.name === 'author' ? { ...one, name: 'person' } : one;

/** One person: what people do is never held beside each other. */
function readPerson({ person }: MetricQuery, ignore: Ignore): string | undefined {
  const [first, ...others] = [person ?? []].flat();
  for (const other of others) ignore('person', other, 'One person at a time: people are not compared.');
  if (first === undefined || first === '@me' || !/^[-@]/.test(first)) return first;
  if (first.startsWith('@')) {
    return ignore('person', first, 'Write who it is as in the address of their page, or @me.');
  }
  return ignore('person', first, 'A figure is about somebody, not about all but somebody.');
}

function readPreset(declaration: MetricDeclaration, text: string | undefined, ignore: Ignore) {
  const presets = declaration.presets ?? [];
  const preset = presets.find(({ id }) => id === text);
  if (preset !== undefined || text === undefined || text === '') return preset;
  const known = presets.map(({ id }) => id).join(', ');
  return ignore(
    'preset',
    text,
    known === '' ? 'This metric has no other rules.' : `The rules of this metric are ${known}.`,
  );
}

function readDivision(
  declaration: MetricDeclaration,
  text: string | undefined,
  ignore: Ignore,
): MetricDivision {
  const usual = declaration.event === 'now' ? 'repo' : 'week';
  if (text === undefined) return usual;
  const division = metricDivisions.find((one) => one === text);
  const known = listDivisions(declaration);
  if (division !== undefined && known.includes(division)) return division;
  ignore('by', text, `This metric is divided by ${known.join(', ')}.`);
  return usual;
}

/** What is open now belongs to no week; who takes part in the work of others has no team by which it could be divided. */
export const listDivisions = ({ event, people }: MetricDeclaration): readonly MetricDivision[] =>
  metricDivisions.filter(
    (one) =>
      !(event === 'now' && (one === 'week' || one === 'month')) &&
      !(people === 'participant' && one === 'team'),
  );

function readRows(text: string | undefined, ignore: Ignore): MetricQuestion['rows'] {
  if (text === 'missing' || text === 'left-out') return text;
  if (text !== undefined && text !== 'counted')
    ignore('rows', text, 'There are counted, missing and left-out.');
  return 'counted';
}

function readBand({ bands = [] }: MetricSql, text: string | undefined, ignore: Ignore): string | undefined {
  if (text === undefined || bands.some(({ id }) => id === text)) return text;
  return ignore('band', text, 'This metric has no such part.');
}

function readBound(
  sql: MetricSql,
  name: 'least' | 'below',
  text: string | undefined,
  ignore: Ignore,
): number | undefined {
  if (text === undefined) return undefined;
  if (!hasRowValues(sql)) return ignore(name, text, 'A pull request has no value of its own in this metric.');
  if (!/^\d+(\.\d+)?$/.test(text)) return ignore(name, text, 'Write a number, such as 3600.');
  return Number(text);
}

/** Whether each row has a value by itself. */
export const hasRowValues = ({ measure }: MetricSql): boolean =>
  measure.kind === 'amounts' || measure.kind === 'ratio';

function getDefaultPeriod(today: Today): Period {
  const parsed = parsePeriod(defaultPeriod, today);
  if (parsed.kind === 'period') return parsed.period;
  throw new Error('The default period is not understood.');
}
