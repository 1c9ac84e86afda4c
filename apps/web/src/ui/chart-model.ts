import type { DaySpan } from './chart-span.ts';

/** One place on the axis of a picture: a week, a month; or one of what stands side by side. */
export interface ChartPoint {
  readonly key: string;
  readonly label: string;
  /** Absent where there are not enough data: the line breaks, nothing is drawn as 0. */
  readonly value: number | undefined;
  /** Listed where they are too few for a value. */
  readonly values?: readonly number[] | undefined;
  readonly p90?: number | undefined;
  readonly n: number;
  /** It is not over, or lies partly outside: hatched. */
  readonly isPartial: boolean;
  /** Parts one on the other, in the order of the picture's parts. */
  readonly parts?: readonly (number | undefined)[];
  /** The page of exactly its rows. */
  readonly path: string;
  /** The days it is about, where it is a time. */
  readonly span?: DaySpan | undefined;
}

export interface ChartModel {
  readonly points: readonly ChartPoint[];
  /** From left to right in time or by value, or side by side from the top down; in the order given. */
  readonly axis: 'time' | 'value' | 'side';
  readonly kind: 'line' | 'bars' | 'stacked';
  /** Names of the parts, where it is stacked; at most four have a colour of their own. */
  readonly parts: readonly string[];
  readonly isDuration: boolean;
  readonly write: (value: number) => string;
  /** Values at the first and the last whole place of a line of least squares. */
  readonly trend?: { readonly from: number; readonly until: number } | undefined;
}

/** Whether what each value rests on is drawn beneath it; a bar says it itself. */
export const hasCounts = ({ kind }: ChartModel): boolean => kind !== 'bars';

/** The days of each place of a picture in time; undefined for what is none. */
export const listSpans = ({ points }: ChartModel): readonly DaySpan[] | undefined => {
  const spans = points.flatMap(({ span }) => span ?? []);
  return spans.length > 0 && spans.length === points.length ? spans : undefined;
};

/** A place's value; where it has none, the few that there are, or that there are not enough data. */
export const writePoint = ({ write }: ChartModel, { value, values }: ChartPoint): string =>
  value === undefined ? (values?.map(write).join(', ') ?? 'not enough data') : write(value);

/** What is spoken of one place. */
export const describePoint = (model: ChartModel, point: ChartPoint): string => {
  const { write, parts, isDuration } = model;
  const value = writePoint(model, point);
  const each = parts.flatMap((name, place) => {
    const part = point.parts?.[place];
    return part === undefined ? [] : [`${name} ${part === 0 && !isDuration ? 'none' : write(part)}`];
  });
  return [
    point.label,
    value,
    ...each,
    ...(point.p90 === undefined ? [] : [`p90 ${write(point.p90)}`]),
    `n ${point.n}`,
    ...(point.isPartial ? ['not whole'] : []),
  ].join(', ');
};

/** The whole picture in words: first, last, highest, lowest, gaps. */
export const describeChart = (model: ChartModel): string => {
  const known = model.points.filter(({ value }) => value !== undefined);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return 'Nothing is drawn: there are not enough data.';
  if (model.axis === 'side') return `${model.points.length} side by side, by name.`;
  const sorted = known.toSorted((left, right) => (left.value ?? 0) - (right.value ?? 0));
  const say = (name: string, point: ChartPoint | undefined) =>
    point?.value === undefined ? '' : `${name} ${model.write(point.value)} in ${point.label}. `;
  if (model.axis === 'value') return say('Most,', sorted.at(-1));
  const gaps = model.points.length - known.length;
  return [
    say('First', first),
    say('Last', last),
    say('Highest', sorted.at(-1)),
    say('Lowest', sorted[0]),
    gaps === 0 ? '' : `${gaps} without enough data.`,
  ].join('');
};
