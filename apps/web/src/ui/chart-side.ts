import type { ChartModel, ChartPoint } from './chart-model.ts';
import { findMost } from './chart-most.ts';

/** A bar that lies, in pixels from its foot at 0: its pieces, where its p90 is, where the true value of stacked medians is. */
export interface Side {
  readonly pieces: readonly { readonly part: number; readonly x: number; readonly length: number }[];
  readonly tail: number | undefined;
  readonly tick: number | undefined;
}

/** What tells a bar's end from the edge of the drawing, so that a tick on it is seen. */
const edge = 2;

/** The bar of one division; all bars of a picture have one scale, from 0. */
export function toSide(model: ChartModel, point: ChartPoint, width: number): Side {
  const most = findMost(model);
  const room = Math.max(0, width - edge);
  const toX = (value: number) => (most === 0 ? 0 : (value / most) * room);
  const isStacked = model.kind === 'stacked';
  let below = 0;
  const pieces = listValues(model, point).flatMap((value, part) => {
    if (value === 0) return [];
    const x = toX(below);
    below += value;
    return [{ part: Math.min(part, 4), x, length: toX(below) - x }];
  });
  return {
    pieces,
    tail: !isStacked && point.p90 !== undefined ? toX(point.p90) : undefined,
    tick: isStacked && model.isDuration && point.value !== undefined ? toX(point.value) : undefined,
  };
}

const listValues = ({ kind }: ChartModel, { parts = [], value }: ChartPoint): readonly number[] =>
  (kind === 'stacked' ? parts : [value]).map((each) => each ?? 0);
