import { GraphIcon } from '@primer/octicons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import {
  listMetricRows,
  type Metric,
  type MetricRow,
  type RouteAnswer,
  writeMetricValue,
} from '@throughline/contract';
import { useCall } from '../api/api-context.ts';
import { AuthorName } from '../pulls/author-name.tsx';
import { MoreRows } from '../pulls/more-rows.tsx';
import { RowTitle } from '../pulls/row-title.tsx';
import type { Column } from '../ui/column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Moment } from '../ui/moment.tsx';
import { NewRows } from '../ui/new-rows.tsx';
import { toCount } from '../ui/number-words.ts';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useStandingRows } from '../ui/use-standing-rows.ts';
import type { MetricParams } from './metric-address.ts';
import { toMetricQuery } from './to-metric-query.ts';

type Answer = RouteAnswer<typeof listMetricRows>;

/** The pull requests a figure rests on, page after page. */
export const useMetricRows = (metricId: string, query: MetricParams) => {
  const call = useCall();
  return useInfiniteQuery({
    queryKey: [listMetricRows.id, metricId, query],
    initialPageParam: undefined as string | undefined, // as: the first page has no cursor, the others a text
    queryFn: ({ pageParam, signal }): Promise<Answer> =>
      call(listMetricRows, {
        params: { metric: metricId },
        query: { ...toMetricQuery(query), after: pageParam },
        signal,
      }),
    getNextPageParam: ({ next }) => next,
  });
};

const toKey = ({ repository, number }: MetricRow): string => `${repository.repositoryId}#${number}`;

interface Props {
  readonly metric: Metric;
  /** Another question brings other rows at once; the same one moves none under the reader. */
  readonly question: MetricParams;
  readonly list: ReturnType<typeof useMetricRows>;
}

/** Exactly the rows of a figure, the newest first; never in the order of their values. */
export const MetricRows = ({ metric, question, list }: Props) => {
  const { rows, ...standing } = useStandingRows({
    rows: list.data?.pages.flatMap((page) => page.rows) ?? [],
    toKey,
    question: JSON.stringify([metric.id, question]),
    hasMore: list.hasNextPage,
  });
  const [first] = list.data?.pages ?? [];
  if (first === undefined) {
    if (list.isError) return <FailureMessage error={list.error} onRetry={list.refetch} />;
    return <Skeleton label="Loading the pull requests" rows={10} />;
  }
  if (rows.length === 0) {
    return (
      <EmptyState cause="nothing-matches" icon={GraphIcon}>
        No pull request is in this. Choose a longer period, or all repositories.
      </EmptyState>
    );
  }
  return (
    <>
      <NewRows count={standing.added} onShow={standing.show} />
      <RowList
        label="Pull requests"
        columns={toColumns(metric, rows)}
        rows={rows}
        total={first.total}
        toKey={toKey}
        toMark={standing.toMark}
      />
      {list.isError && <FailureMessage error={list.error} onRetry={list.refetch} />}
      <MoreRows
        shown={rows.length}
        total={first.total}
        isBusy={list.isFetchingNextPage}
        onMore={list.hasNextPage ? list.fetchNextPage : undefined}
      >
        {undefined}
      </MoreRows>
    </>
  );
};

/** A count has no value a row, and then no column for it. */
const toColumns = (metric: Metric, rows: readonly MetricRow[]): readonly Column<MetricRow>[] => [
  {
    key: 'title',
    head: 'Pull request',
    cell: (row) => (
      <RowTitle title={row.title} path={row.path}>
        {row.repository.fullName} #{row.number} by <AuthorName author={row.author} />
        {row.reason !== undefined && <> · left out: {row.reason}</>}
      </RowTitle>
    ),
  },
  ...(rows.some((row) => writeRow(metric, row) !== '') ? [toValueColumn(metric)] : []),
  ...(rows.some(({ workingValue }) => workingValue !== undefined) ? [toWorkingColumn(metric)] : []),
  {
    key: 'when',
    head: 'When',
    width: '7rem',
    narrowWidth: '5rem',
    isNumber: true,
    cell: ({ at }) => <Moment at={at} />,
  },
];

const toValueColumn = (metric: Metric): Column<MetricRow> => ({
  key: 'value',
  head: 'Value',
  width: '9rem',
  narrowWidth: '4.5rem',
  isNumber: true,
  cell: (row) => writeRow(metric, row),
});

const toWorkingColumn = ({ unit }: Metric): Column<MetricRow> => ({
  key: 'working',
  head: 'In working hours',
  width: '9rem',
  narrowWidth: '4.5rem',
  isNumber: true,
  isWideOnly: true,
  cell: ({ workingValue }) => (workingValue === undefined ? '–' : writeMetricValue(workingValue, unit)),
});

function writeRow(metric: Metric, row: MetricRow): string {
  const { value, band } = row;
  if (metric.summary === 'share') return row.numerator === 1 ? 'yes' : 'no';
  if (value === undefined) return metric.bands.find(({ id }) => id === band)?.label ?? '';
  return metric.summary === 'ratio' ? writeRatio(metric, row, value) : writeMetricValue(value, metric.unit);
}

const writeRatio = (
  { unit }: Metric,
  { numerator = 0, denominator = 0 }: MetricRow,
  value: number,
): string => {
  const of = unit === 'seconds' ? toCount(denominator, 'turn') : `${numerator} in ${denominator}`;
  return `${writeMetricValue(value, unit)} · ${of}`;
};
