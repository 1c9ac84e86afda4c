import { useSearch } from '@tanstack/react-router';
import { getMetric, getMetricSpread, listMetricRows, type MetricAnswer } from '@throughline/contract';
import { lazy, Suspense } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useNews } from '../api/use-news.ts';
import { toComputedInterval } from '../pulls/scope-interval.ts';
import { ScopeNotes } from '../pulls/scope-notes.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Chart } from '../ui/chart.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { Loaded } from '../ui/loaded.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import { usePathParam } from '../ui/use-path-param.ts';
import { hasSpread } from './has-spread.ts';
import { type Look, LookChoice } from './look-choice.tsx';
import { type MetricParams, pickQuestion } from './metric-address.ts';
import { MetricControls } from './metric-controls.tsx';
import { MetricDefinition } from './metric-definition.tsx';
import { MetricFigure } from './metric-figure.tsx';
import { MetricRows, useMetricRows } from './metric-rows.tsx';
import { MetricTable } from './metric-table.tsx';
import { leftOutOfAll, questionNames } from './metric-words.data.ts';
import styles from './reports.module.css';
import { toChartModel } from './to-chart-model.ts';
import { toMetricQuery } from './to-metric-query.ts';
import { usePeriodOfSpan } from './use-period-of-span.ts';
import { writeSentence } from './write-sentence.ts';

/** Loaded when somebody looks at it. */
const MetricSpread = lazy(async () => ({ default: (await import('./metric-spread.tsx')).MetricSpread }));

const known = [...questionNames, 'as'];
const live = [getMetric, getMetricSpread, listMetricRows];

/** One metric: figure, picture, rows. */
export const MetricPage = () => {
  const metricId = usePathParam('metric');
  const params = pickQuestion(useSearch({ strict: false }));
  const answer = useAnswer(
    getMetric,
    { params: { metric: metricId }, query: toMetricQuery(params) },
    { isKept: true, toInterval: ({ scope }) => toComputedInterval(scope) },
  );
  useNews(live, 'computed');
  if (isNotFound(answer.error)) return <NothingHere />;
  const { metric, ignored = [], nothingSeen = [] } = answer.data ?? {};
  return (
    <Page
      title={metric?.name ?? 'Metric'}
      trail={<AppLink to="/reports">Reports</AppLink>}
      sentence={<span className={styles['answer']}>{answer.data && writeSentence(answer.data)}</span>}
    >
      <MetricControls answer={answer.data} />
      <IgnoredParams known={known} refused={ignored} nothingSeen={nothingSeen} />
      <Loaded answer={answer} skeleton={<Skeleton label="Loading this metric" rows={10} />}>
        {(data) => <Content answer={data} params={params} />}
      </Loaded>
    </Page>
  );
};

interface ContentProps {
  readonly answer: MetricAnswer;
  readonly params: MetricParams;
}

const Content = ({ answer, params }: ContentProps) => {
  const list = useMetricRows(answer.metric.id, params);
  return (
    <>
      <MetricFigure answer={answer} params={params} />
      <Picture answer={answer} params={params} />
      <ScopeNotes scope={answer.scope} />
      <Section title="The pull requests it rests on">
        <MetricRows metric={answer.metric} question={params} list={list} />
      </Section>
      <Section title="How it is made">
        <p className={styles['note']}>{answer.metric.definition}</p>
        <MetricDefinition metric={answer.metric} />
        <p className={styles['note']}>{leftOutOfAll}</p>
      </Section>
    </>
  );
};

/**
 * The picture, how the values lie, or the table with the same numbers: by choice; the table alone where there is nothing or
 * too much to draw.
 */
const Picture = ({ answer, params }: ContentProps) => {
  const [as, setAs] = useParam('as');
  const choosePeriod = usePeriodOfSpan();
  const { metric } = answer;
  const model = toChartModel(answer, params);
  const onTable = () => setAs('table');
  const looks = listLooks(answer, model !== undefined);
  const [look] = looks.find(([each]) => each === as) ?? looks[0] ?? ['table'];
  return (
    <div className={styles['picture']}>
      {looks.length > 1 && <LookChoice looks={looks} />}
      {(look === 'dots' || look === 'ranges') && (
        <Suspense fallback={<Skeleton label="Loading how the values lie" rows={10} />}>
          <MetricSpread metricId={metric.id} params={params} as={look} onTable={onTable} />
        </Suspense>
      )}
      {look === 'table' && <MetricTable answer={answer} params={params} />}
      {look === '' && model !== undefined && (
        <Chart
          model={model}
          finding={answer.finding}
          beneath={toBeneath(answer)}
          onTable={onTable}
          onSpan={choosePeriod}
        />
      )}
    </div>
  );
};

const listLooks = ({ metric, by }: MetricAnswer, isDrawn: boolean): readonly Look[] => [
  ...(isDrawn ? [['', by === 'week' || by === 'month' ? 'Over time' : 'Side by side'] as const] : []),
  ...(hasSpread(metric)
    ? ([
        ['dots', 'Dots'],
        ['ranges', 'Ranges'],
      ] as const)
    : []),
  ['table', 'Table'],
];

const toBeneath = ({ metric, period, by }: MetricAnswer): string => {
  const drawn = {
    median: 'median, p90 dashed',
    mean: 'means',
    share: 'share',
    ratio: 'sum divided by sum',
    count: 'how many',
    distribution: 'how many of each part',
    index: 'from 0 to 1',
  }[metric.summary];
  const parts = metric.stages.length > 0 ? 'medians of the stages, the median of the whole as a line' : drawn;
  if (metric.event === 'now') return `${parts} · now`;
  const last = by === 'week' || by === 'month' ? 'the last' : 'the period';
  return `${parts} · ${period.label} · weeks and days in ${period.zone}${period.isOver ? '' : ` · ${last} is not over`}`;
};
