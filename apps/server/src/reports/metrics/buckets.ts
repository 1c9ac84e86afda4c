import type { MetricBucket, MetricDivision, Period } from '@throughline/contract';

/** Where a figure stands among those it is divided into. */
export type Bucket = Pick<MetricBucket, 'key' | 'label' | 'from' | 'until' | 'isPartial' | 'rows'>;

/** The divisions of a question: all weeks or months of its period, else what there is, by name. */
export function listBuckets(
  by: MetricDivision,
  period: Period,
  found: readonly string[],
  todayOn: string,
): readonly Bucket[] {
  if (by === 'week' || by === 'month') return listSpans(by, period, todayOn);
  return found
    .toSorted((left, right) => left.localeCompare(right, 'en', { numeric: true }))
    .map((name) => ({ key: name, label: name, isPartial: false, rows: { [by]: name } }));
}

function listSpans(by: 'week' | 'month', period: Period, todayOn: string): readonly Bucket[] {
  const first = Temporal.PlainDate.from(period.from);
  const last = Temporal.PlainDate.from(period.until);
  const today = Temporal.PlainDate.from(todayOn);
  const spans: Bucket[] = [];
  let start = by === 'week' ? first.subtract({ days: first.dayOfWeek - 1 }) : first.with({ day: 1 });
  while (Temporal.PlainDate.compare(start, last) <= 0) {
    const next = by === 'week' ? start.add({ weeks: 1 }) : start.add({ months: 1 });
    const end = next.subtract({ days: 1 });
    const from = Temporal.PlainDate.compare(start, first) < 0 ? first : start;
    const until = Temporal.PlainDate.compare(end, last) > 0 ? last : end;
    const isCut = !from.equals(start) || !until.equals(end);
    spans.push({
      key: start.toString(),
      label: by === 'week' ? toWeekLabel(start) : toMonthLabel(start),
      from: from.toString(),
      until: until.toString(),
      isPartial: isCut || Temporal.PlainDate.compare(end, today) >= 0,
      rows: { period: `${from.toString()}..${until.toString()}` },
    });
    start = next;
  }
  return spans;
}

const toWeekLabel = (monday: Temporal.PlainDate): string =>
  `${monday.yearOfWeek}-W${String(monday.weekOfYear).padStart(2, '0')}`;

const toMonthLabel = (first: Temporal.PlainDate): string => first.toString().slice(0, 7);

/** Least squares over whole divisions of time that have a value: at the first and the last. Undefined below four. */
export function findTrend(
  buckets: readonly { readonly isPartial: boolean; readonly value?: number | undefined }[],
): { readonly from: number; readonly until: number } | undefined {
  const points = buckets.flatMap(({ isPartial, value }, at) =>
    isPartial || value === undefined ? [] : [{ at, value }],
  );
  if (points.length < 4) return undefined;
  const meanAt = points.reduce((sum, { at }) => sum + at, 0) / points.length;
  const mean = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  const spread = points.reduce((sum, { at }) => sum + (at - meanAt) ** 2, 0);
  const slope = points.reduce((sum, { at, value }) => sum + (at - meanAt) * (value - mean), 0) / spread;
  const valueAt = (at: number): number => mean + slope * (at - meanAt);
  return { from: valueAt(points[0]?.at ?? 0), until: valueAt(points.at(-1)?.at ?? 0) };
}
