import { Link } from '@primer/react';
import { useSearch } from '@tanstack/react-router';
import {
  exportMetricCsv,
  exportMetricJson,
  listMetricRows,
  listMetrics,
  type Metric,
  type RouteAnswer,
  toAddress,
} from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useNews } from '../api/use-news.ts';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { NothingHere } from '../ui/nothing-here.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { type MetricParams, pickQuestion, toMetricPath } from './metric-address.ts';
import { MetricRows, useMetricRows } from './metric-rows.tsx';
import { questionNames } from './metric-words.data.ts';
import styles from './reports.module.css';
import { toMetricQuery } from './to-metric-query.ts';
import { writeRange } from './write-range.ts';

const narrowing = ['rows', 'band', 'least', 'below'];
const known = [...questionNames, ...narrowing];
const live = [listMetricRows];

const kinds: Readonly<Record<string, string>> = {
  missing: 'without a value',
  'left-out': 'left out, each with the reason',
};

/** Exactly the pull requests behind one number. */
export const MetricRowsPage = () => {
  const metricId = usePathParam('metric');
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const question = pickQuestion(search);
  const params: MetricParams = { ...question, ...pickTexts(search, narrowing) };
  const list = useMetricRows(metricId, params);
  const metric = useMetric(metricId);
  useNews(live, 'computed');
  if (isNotFound(list.error)) return <NothingHere />;
  const first = list.data?.pages[0];
  return (
    <Page
      title={metric?.name ?? 'Metric'}
      trail={
        <>
          <PathLink path="/reports">Reports</PathLink> ·{' '}
          <PathLink path={toMetricPath(metricId, question)}>With its picture</PathLink>
        </>
      }
      sentence={first && writeSentence(first, metric, params)}
    >
      <Files metricId={metricId} params={params} />
      <IgnoredParams known={known} refused={first?.ignored ?? []} />
      {metric !== undefined && <MetricRows metric={metric} question={params} list={list} />}
    </Page>
  );
};

const useMetric = (metricId: string): Metric | undefined =>
  useAnswer(listMetrics).data?.metrics.find(({ id }) => id === metricId);

interface FilesProps {
  readonly metricId: string;
  readonly params: MetricParams;
}

/** Exactly these rows as a file. */
const Files = ({ metricId, params }: FilesProps) => {
  const given = { params: { metric: metricId }, query: toMetricQuery(params) };
  return (
    <div className={styles['controls']}>
      <Link href={toAddress(exportMetricCsv, given)} download>
        .csv
      </Link>
      <Link href={toAddress(exportMetricJson, given)} download>
        .json
      </Link>
    </div>
  );
};

/** "84 pull requests, without a value, the last 90 days". */
function writeSentence(
  { total, period }: RouteAnswer<typeof listMetricRows>,
  metric: Metric | undefined,
  params: MetricParams,
): string {
  const band = metric?.bands.find(({ id }) => id === params['band'])?.label;
  const kind = kinds[String(params['rows'] ?? '')];
  const when = metric?.event === 'now' ? 'now' : period.label;
  const range = metric && writeBounds(metric, params);
  return [toCount(total, 'pull request'), kind, band, range, when]
    .filter((text) => text !== undefined)
    .join(', ');
}

/** Between which values they lie, where they are narrowed to some. */
function writeBounds({ unit }: Metric, { least, below }: MetricParams): string | undefined {
  if (least === undefined && below === undefined) return undefined;
  return writeRange({ from: Number(least ?? 0), ...(below !== undefined && { until: Number(below) }) }, unit);
}

const pickTexts = (search: Readonly<Record<string, unknown>>, names: readonly string[]): MetricParams =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      return (typeof value === 'string' && value !== '') || typeof value === 'number'
        ? [[name, String(value)]]
        : [];
    }),
  );
