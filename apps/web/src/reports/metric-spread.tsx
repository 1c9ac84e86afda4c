import { getMetricSpread, type MetricSpread as Spread } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { toComputedInterval } from '../pulls/scope-interval.ts';
import { Chart } from '../ui/chart.tsx';
import { ChartDots } from '../ui/chart-dots.tsx';
import { isLogAxis } from '../ui/chart-dots-places.ts';
import { listDays } from '../ui/chart-span.ts';
import { Loaded } from '../ui/loaded.tsx';
import { toCount } from '../ui/number-words.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { FarRows } from './far-rows.tsx';
import type { MetricParams } from './metric-address.ts';
import { eventDays } from './metric-words.data.ts';
import styles from './reports.module.css';
import { toDotsModel } from './to-dots-model.ts';
import { toMetricQuery } from './to-metric-query.ts';
import { toRangeModel } from './to-range-model.ts';
import { usePeriodOfSpan } from './use-period-of-span.ts';
import { writeSpread } from './write-spread.ts';

interface Props {
  readonly metricId: string;
  readonly params: MetricParams;
  /** A dot a pull request, or how many are in each range of values. */
  readonly as: 'dots' | 'ranges';
  readonly onTable: () => void;
}

/** How the values of a metric lie. */
export const MetricSpread = ({ metricId, params, as, onTable }: Props) => {
  const answer = useAnswer(
    getMetricSpread,
    { params: { metric: metricId }, query: toMetricQuery({ ...params, by: undefined }) },
    { isKept: true, toInterval: ({ scope }) => toComputedInterval(scope) },
  );
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading how the values lie" rows={10} />}>
      {(spread) => (
        <>
          {spread.n > 0 && <Picture spread={spread} params={params} as={as} onTable={onTable} />}
          {spread.n === 0 && <p>{writeSpread(spread)}</p>}
          <FarRows spread={spread} params={params} />
        </>
      )}
    </Loaded>
  );
};

interface PictureProps extends Omit<Props, 'metricId'> {
  readonly spread: Spread;
}

const Picture = ({ spread, params, as, onTable }: PictureProps) => {
  const choosePeriod = usePeriodOfSpan();
  const { period, metric } = spread;
  const dots = toDotsModel(spread);
  if (as === 'dots' && dots !== undefined) {
    return (
      <ChartDots
        model={dots}
        days={listDays(period)}
        finding={writeSpread(spread)}
        beneath={`a dot a pull request, on the day it was ${eventDays[metric.event]} · ${isLogAxis(dots) ? 'a log axis · ' : ''}${period.label} · days in ${period.zone}`}
        onTable={onTable}
        onSpan={choosePeriod}
      />
    );
  }
  return (
    <>
      {as === 'dots' && (
        <p className={styles['note']}>
          {toCount(spread.n, 'pull request')} are too many for a dot each, which 300 have at most: how many
          lie in each range. Choose a shorter period, a team or a repository to see each.
        </p>
      )}
      <Chart
        model={toRangeModel(spread, params)}
        finding={writeSpread(spread)}
        beneath={`how many pull requests have a value in each range · a range is about twice as wide as the one before · ${period.label}`}
        onTable={onTable}
      />
    </>
  );
};
