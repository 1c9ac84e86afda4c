import type { ChartModel } from './chart-model.ts';
import type { Scale } from './chart-scale.ts';

/** Sizes of a picture in pixels: the drawing, the counts beneath it, and what lies around. */
export const chartSizes = { height: 240, countHeight: 36, gap: 28, left: 56, right: 8, top: 8 } as const;

const plainHeight = chartSizes.top + chartSizes.height + chartSizes.gap;

/** How high a drawing is, in pixels, with counts beneath it or without. */
export const toChartHeight = (hasCounts: boolean): number =>
  plainHeight + (hasCounts ? chartSizes.countHeight : 0);

/** Where things are in a picture, in pixels. */
export interface ChartPlaces {
  readonly toX: (place: number) => number;
  readonly toY: (value: number) => number;
  readonly bottom: number;
  readonly step: number;
  /** Names of the patterns of its decals. */
  readonly toDecal: (place: number | 'partial') => string;
}

const { height, left, right, top } = chartSizes;

/** How wide each place is. */
export const toStep = ({ points }: ChartModel, width: number): number =>
  (width - left - right) / Math.max(1, points.length);

export function toPlaces(model: ChartModel, scale: Scale, width: number, id: string): ChartPlaces {
  const step = toStep(model, width);
  return {
    step,
    bottom: top + height,
    toX: (place) => left + (place + 0.5) * step,
    toY: (value) => top + height - (height * value) / scale.end,
    toDecal: (place) => `${id}decal${place}`,
  };
}

/** Where a mark stands and how wide it is. */
export function toMarkPlace(
  model: ChartModel,
  width: number,
  place: number,
): { readonly left: number; readonly width: number } {
  const step = toStep(model, width);
  return { left: left + place * step, width: step };
}
