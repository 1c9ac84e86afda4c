import { getMetric } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { toComputedInterval } from '../pulls/scope-interval.ts';
import { Chart } from '../ui/chart.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type MetricParams, toMetricPath } from './metric-address.ts';
import { toAgeModel } from './to-age-model.ts';
import { toMetricQuery } from './to-metric-query.ts';
import { useOpenPath } from './use-open-path.ts';

/** What is open now, a bar for each age, each opening its rows. */
export const OpenByAge = ({ params }: { readonly params: MetricParams }) => {
  // What is open now has no period and no weeks.
  const asked = { ...params, period: undefined, by: undefined };
  const openPath = useOpenPath();
  const answer = useAnswer(
    getMetric,
    { params: { metric: 'open-now' }, query: toMetricQuery(asked) },
    { isKept: true, toInterval: ({ scope }) => toComputedInterval(scope) },
  );
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading what is open" rows={4} />}>
      {(data) => (
        <Chart
          model={toAgeModel(data, asked)}
          finding={data.finding}
          beneath="by how long they have been open, drafts included · whatever the period"
          onTable={() => openPath(toMetricPath('open-now', { ...asked, as: 'table' }))}
        />
      )}
    </Loaded>
  );
};
