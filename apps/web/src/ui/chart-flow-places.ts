import type { FlowModel, FlowPoint } from './chart-flow-model.ts';
import { chartSizes } from './chart-places.ts';
import { toScale } from './chart-scale.ts';

const { height, left, right, top } = chartSizes;

/** Where things are in a picture of what comes up from a line and goes down from it, in pixels. Both ways have one scale. */
export interface FlowPlaces {
  readonly step: number;
  readonly zero: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly toX: (place: number) => number;
  readonly toPieces: (point: FlowPoint) => readonly FlowPiece[];
}

export interface FlowPiece {
  readonly series: number;
  readonly y: number;
  readonly height: number;
}

export function toFlowPlaces({ points }: FlowModel, width: number): FlowPlaces {
  const most = Math.max(0, ...points.map(toUp), ...points.map(toDown));
  const { ticks } = toScale(most, false);
  const stride = Math.max(1, ticks[1] ?? 1);
  const up = Math.max(1, Math.ceil(Math.max(0, ...points.map(toUp)) / stride)) * stride;
  const down = Math.max(1, Math.ceil(Math.max(0, ...points.map(toDown)) / stride)) * stride;
  const unit = height / (up + down);
  const zero = top + up * unit;
  const step = (width - left - right) / Math.max(1, points.length);
  return {
    step,
    zero,
    bottom: top + height,
    ticks: Array.from({ length: Math.round((up + down) / stride) + 1 }, (_, place) => {
      const value = up - place * stride;
      return { value: Math.abs(value), y: zero - value * unit };
    }),
    toX: (place) => left + (place + 0.5) * step,
    toPieces: (point) => toPieces(point, zero, unit),
  };
}

const toUp = ({ amounts }: FlowPoint): number => amounts[0]?.n ?? 0;
const toDown = ({ amounts }: FlowPoint): number => amounts.slice(1).reduce((sum, { n }) => sum + n, 0);

function toPieces({ amounts }: FlowPoint, zero: number, unit: number): readonly FlowPiece[] {
  let below = 0;
  return amounts.map(({ n }, series) => {
    const length = n * unit;
    if (series === 0) return { series, y: zero - length, height: length };
    below += length;
    return { series, y: zero + below - length, height: length };
  });
}

/** Where the mark of a series stands: up to the top or down to the foot, so that what is small can be met too. */
export function toFlowMark(places: FlowPlaces, point: FlowPoint, place: number, series: number) {
  const { step, zero, bottom } = places;
  const [from, until] = toBand(places, point, series) ?? [zero, bottom];
  return { left: left + place * step, width: step, top: from, height: until - from };
}

/** What is left to each of those beneath the line is at least this high, in pixels. */
const leastHigh = 24;

function toBand({ zero, bottom, toPieces: listPieces }: FlowPlaces, point: FlowPoint, series: number) {
  if (series === 0) return [top, zero] as const;
  const downs = point.amounts.length - 1;
  const foot = (after: number): number => {
    if (after === 0) return zero;
    if (after === downs) return bottom;
    const piece = listPieces(point)[after];
    const end = piece === undefined ? zero : piece.y + piece.height;
    const room = (bottom - zero) / downs;
    const least = Math.min(leastHigh, room);
    return Math.min(bottom - least * (downs - after), Math.max(zero + least * after, end));
  };
  return [foot(series - 1), foot(series)] as const;
}
