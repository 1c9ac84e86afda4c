import type { MetricBucket } from '@throughline/contract';
import { questionNames } from './metric-words.data.ts';

/** The parameters that an address gives a metric; a name may stand several times. */
export type MetricParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Those of a metric's own parameters that an address has. */
export function pickQuestion(search: Readonly<Record<string, unknown>>): MetricParams {
  const entries = questionNames.map((name) => [name, toText(search[name])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function toText(value: unknown): string | readonly string[] | undefined {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The page of exactly the rows of a metric, or of one of its divisions or parts. */
export function toRowsPath(
  metricId: string,
  params: MetricParams,
  narrowed: MetricBucket['rows'] & {
    readonly rows?: string;
    readonly band?: string;
    readonly least?: string | undefined;
    readonly below?: string | undefined;
  } = {},
): string {
  return `/reports/${metricId}/rows?${writeSearch({ ...params, ...narrowed, by: undefined })}`;
}

/** The page of a metric about the same question. */
export const toMetricPath = (metricId: string, params: MetricParams): string =>
  `/reports/${metricId}?${writeSearch(params)}`;

function writeSearch(params: MetricParams): string {
  const search = new URLSearchParams();
  for (const [name, given] of Object.entries(params)) {
    for (const value of [given ?? []].flat()) search.append(name, value);
  }
  return search.toString();
}
