import { useId } from 'react';
import styles from './chart.module.css';
import { ChartAxis } from './chart-axis.tsx';
import { ChartDecals } from './chart-decals.tsx';
import { ChartLine } from './chart-line.tsx';
import { type ChartModel, hasCounts } from './chart-model.ts';
import { findMost } from './chart-most.ts';
import { type ChartPlaces, chartSizes, toChartHeight, toPlaces } from './chart-places.ts';
import { toScale } from './chart-scale.ts';
import { ChartStack } from './chart-stack.tsx';

interface Props {
  readonly model: ChartModel;
  readonly width: number;
}

const { countHeight, gap, left } = chartSizes;

/** The drawing itself: values above, how many they rest on beneath, on one axis of time. */
export const ChartDrawing = ({ model, width }: Props) => {
  const id = useId();
  const scale = toScale(findMost(model), model.isDuration);
  const places = toPlaces(model, scale, width, id);
  return (
    <svg
      width={width}
      height={toChartHeight(hasCounts(model))}
      aria-hidden="true"
      className={styles['drawing']}
    >
      <ChartDecals toDecal={places.toDecal} />
      <ChartAxis
        ticks={scale.ticks.map((tick) => ({ y: places.toY(tick), label: model.write(tick) }))}
        points={model.points}
        width={width}
        bottom={places.bottom}
        toX={places.toX}
      />
      {model.kind === 'line' ? (
        <ChartLine model={model} places={places} />
      ) : (
        <ChartStack model={model} places={places} />
      )}
      {hasCounts(model) && <Counts model={model} places={places} />}
    </svg>
  );
};

interface Part {
  readonly model: ChartModel;
  readonly places: ChartPlaces;
}

/** How many each value rests on, on an axis of its own that begins at 0. */
const Counts = ({ model: { points }, places }: Part) => {
  const most = Math.max(1, ...points.map(({ n }) => n));
  const foot = places.bottom + gap + countHeight;
  return (
    <g className={styles['counts']}>
      <text x={left - 8} y={foot - countHeight / 2} textAnchor="end" dominantBaseline="middle">
        n to {most}
      </text>
      {points.map(({ key, n }, place) => (
        <rect
          key={key}
          x={places.toX(place) - places.step * 0.3}
          y={foot - (countHeight * n) / most}
          width={places.step * 0.6}
          height={(countHeight * n) / most}
        />
      ))}
    </g>
  );
};
