import { chartSizes } from './chart-places.ts';
import { toScale } from './chart-scale.ts';

/** Something that happened at one time and has a value. */
export interface ChartDot {
  readonly key: string;
  /** As milliseconds on the axis of time. */
  readonly at: number;
  readonly value: number;
  /** What is spoken of it. */
  readonly label: string;
  /** Its page. */
  readonly path: string;
  /** It lies far from the rest. */
  readonly isFar: boolean;
}

export interface DotsModel {
  /** In time, the first first. */
  readonly dots: readonly ChartDot[];
  /** The axis of time, as milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Round values from the lowest to the highest, of which some stand at the axis. */
  readonly edges: readonly number[];
  readonly isDuration: boolean;
  readonly median: number | undefined;
  readonly p90: number | undefined;
  readonly write: (value: number) => string;
}

export interface DotsPlaces {
  readonly bottom: number;
  readonly ticks: readonly number[];
  readonly toX: (at: number) => number;
  readonly toY: (value: number) => number;
}

const { height, left, right, top } = chartSizes;

/** From so many times the lowest value on the axis is a logarithm's. */
const logFrom = 30;
const ticksAtMost = 7;

/** Where dots are, in pixels. On a log axis what is lower than its foot, such as 0, lies on the foot. */
export function toDotsPlaces(model: DotsModel, width: number): DotsPlaces {
  const { from, until } = model;
  const room = Math.max(0, width - left - right);
  const toX = (at: number) => left + (room * (at - from)) / Math.max(1, until - from);
  const axis = toLogAxis(model) ?? toPlainAxis(model);
  return {
    ...axis,
    bottom: top + height,
    toX: (at) => Math.min(left + room, Math.max(left, toX(at))),
    toY: (value) => top + height * (1 - Math.min(1, Math.max(0, axis.toShare(value)))),
  };
}

/** Whether the axis of values is a logarithm's: what lies far apart. */
export const isLogAxis = (model: DotsModel): boolean => toLogAxis(model) !== undefined;

function toLogAxis({ edges, dots }: DotsModel) {
  const positive = edges.filter((edge) => edge > 0);
  const most = Math.max(positive.at(-1) ?? 0, ...dots.map(({ value }) => value));
  const [foot] = positive;
  if (foot === undefined || most / foot < logFrom) return undefined;
  const every = Math.ceil(positive.length / ticksAtMost);
  return {
    ticks: positive.filter((_, place) => place % every === 0),
    toShare: (value: number) => Math.log(Math.max(value, foot) / foot) / Math.log(most / foot),
  };
}

function toPlainAxis({ dots, isDuration }: DotsModel) {
  const { end, ticks } = toScale(Math.max(0, ...dots.map(({ value }) => value)), isDuration);
  return { ticks, toShare: (value: number) => value / end };
}

/** How wide and high a dot's mark is, in pixels. */
const markSize = 16;

export const toDotMark = ({ toX, toY }: DotsPlaces, { at, value }: ChartDot) => ({
  left: toX(at) - markSize / 2,
  top: toY(value) - markSize / 2,
  width: markSize,
  height: markSize,
});

/** What a line's name needs above it, in pixels. */
const nameHigh = 14;

/** Lines of the median and of the p90 with their names; one name for both where they would lie on each other. */
export function listLines({ median, p90 }: DotsModel, { toY }: DotsPlaces) {
  const toLine = (name: string, value: number, isTail: boolean) => {
    const y = toY(value);
    return { name, y, isTail, textY: y < top + nameHigh ? y + nameHigh : y - 6 };
  };
  if (median === undefined) return [];
  if (p90 === undefined) return [toLine('median', median, false)];
  if (toY(median) - toY(p90) < nameHigh) return [toLine('median and p90', median, false)];
  return [toLine('median', median, false), toLine('p90', p90, true)];
}
