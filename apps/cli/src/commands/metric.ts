import {
  getMetric,
  type MetricAnswer,
  type MetricBucket,
  type MetricUnit,
  writeMetricValue,
  writeWorkingHours,
} from '@throughline/contract';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { openSession } from '../session.ts';
import { wrap } from '../text/fit-text.ts';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { type TextColumn, toTable } from '../text/table.ts';
import type { World } from '../world.ts';

/** What a metric is asked about, as on its page. */
export interface MetricWanted {
  readonly team?: string;
  readonly repo?: string;
  readonly label?: string;
  readonly person?: string;
  readonly period?: string;
  readonly by?: string;
  readonly preset?: string;
}

/** One metric in the repositories one can see: what it says, what was left out, and its divisions. */
export async function metric(world: World, id: string, wanted: MetricWanted): Promise<Outcome> {
  const { call } = await openSession(world);
  const { team, repo, label, person, period, by, preset } = wanted;
  const answer = await call(getMetric, {
    params: { metric: id },
    query: { team, repo, label, person, period, by, preset },
  });
  const width = world.terminal.width();
  return {
    lines: [
      ...wrap(toPlain(answer.finding), width),
      ...toNotes(answer).flatMap((line) => wrap(toPlain(line), width)),
      ...toTable(answer.buckets, toColumns(answer), width),
    ],
    json: answer,
    exitCode: exitCodes.fine,
  };
}

function toNotes(answer: MetricAnswer) {
  const { metric, figure, leftOut, period, ignored, scope } = answer;
  const { definition, unit } = metric;
  const working = writeWorkingHours(answer);
  return [
    definition,
    `${period.label}, weeks in ${period.zone}.`,
    ...(figure.p90 === undefined ? [] : [`p90 ${writeMetricValue(figure.p90, unit)}.`]),
    ...(working === undefined ? [] : [`${working}.`]),
    ...(figure.missing === 0 ? [] : [`${toNumber(figure.missing)} without a value.`]),
    ...leftOut.map(({ n, label }) => `${toNumber(n)} left out: ${label}.`),
    ...ignored.map(({ name, value, reason }) => `Ignored ${name}=${value}. ${reason}`),
    ...scope.gaps,
  ];
}

const toColumns = ({
  metric: { unit },
  by,
  workingTime,
}: MetricAnswer): readonly TextColumn<MetricBucket>[] => [
  {
    head: by,
    isElastic: true,
    cell: ({ label, isPartial }) => `${toPlain(label)}${isPartial ? ' (not whole)' : ''}`,
  },
  { head: 'Value', isNumber: true, cell: (bucket) => toSummary(bucket, unit) },
  ...(workingTime === undefined
    ? []
    : [
        {
          head: 'In working hours',
          isNumber: true,
          cell: ({ working = {} }: MetricBucket) => toSummary(working, unit),
        },
      ]),
  { head: 'n', isNumber: true, cell: ({ n }) => toNumber(n) },
];

/** The median, or with few the values themselves. */
const toSummary = (
  { value, values = [] }: Pick<MetricBucket, 'value' | 'values'>,
  unit: MetricUnit,
): string =>
  value === undefined
    ? values.map((one) => writeMetricValue(one, unit)).join(', ') || 'not enough data'
    : writeMetricValue(value, unit);
