import { type Metric, type MetricAnswer, type MetricBucket, writeMetricValue } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { type MetricParams, toRowsPath } from './metric-address.ts';
import { divisionNames } from './metric-words.data.ts';

interface Props {
  readonly answer: MetricAnswer;
  readonly params: MetricParams;
}

/** The same numbers as the picture, a row a division, in time or by name and never by the figure. */
export const MetricTable = ({ answer, params }: Props) => (
  <RowList
    label={`${answer.metric.name} by ${divisionNames[answer.by].toLowerCase()}`}
    columns={toColumns(answer, params)}
    rows={answer.buckets}
    toKey={({ key }) => key}
  />
);

function toColumns(
  { metric, by, workingTime }: MetricAnswer,
  params: MetricParams,
): readonly Column<MetricBucket>[] {
  const write = (value: number | undefined) =>
    value === undefined ? '–' : writeMetricValue(value, metric.unit);
  const partsOf = metric.summary === 'distribution' ? metric.bands : metric.stages;
  return [
    {
      key: 'name',
      head: divisionNames[by],
      cell: ({ label, rows, isPartial, from }) => (
        <>
          <PathLink path={toRowsPath(metric.id, params, rows)}>
            <bdi dir="auto">{label}</bdi>
          </PathLink>
          {isPartial && from !== undefined && ' not whole'}
        </>
      ),
    },
    ...partsOf.map(
      ({ id, label }): Column<MetricBucket> => ({
        key: id,
        head: label,
        width: '7rem',
        isNumber: true,
        isWideOnly: true,
        cell: ({ stages, bands }) => {
          const n = bands?.find((band) => band.id === id)?.n;
          if (n === undefined) return write(stages?.find((stage) => stage.id === id)?.value);
          return n === 0 ? 'none' : toNumber(n);
        },
      }),
    ),
    {
      key: 'value',
      head: 'Value',
      width: '9rem',
      isNumber: true,
      cell: (bucket) => writeSummary(metric, bucket),
    },
    ...(workingTime === undefined ? [] : [toWorkingColumn(metric)]),
    ...(metric.summary === 'median'
      ? [
          {
            key: 'p90',
            head: 'p90',
            width: '6rem',
            isNumber: true,
            isWideOnly: true,
            cell: ({ p90 }: MetricBucket) => write(p90),
          },
        ]
      : []),
    { key: 'n', head: 'n', width: '4rem', isNumber: true, cell: ({ n }) => toNumber(n) },
  ];
}

const toWorkingColumn = (metric: Metric): Column<MetricBucket> => ({
  key: 'working',
  head: 'In working hours',
  width: '9rem',
  isNumber: true,
  isWideOnly: true,
  cell: ({ working = {} }) => writeSummary(metric, working),
});

/** The median, or with few the values themselves. */
function writeSummary({ unit }: Metric, { value, values }: Pick<MetricBucket, 'value' | 'values'>): string {
  if (values !== undefined) return values.map((one) => writeMetricValue(one, unit)).join(', ');
  return value === undefined ? 'not enough data' : writeMetricValue(value, unit);
}
